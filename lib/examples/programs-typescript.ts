/** The code of the TypeScript examples, by the names of their files. */
export const programs: Record<string, string> = {};
