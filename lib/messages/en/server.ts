import type { ServerWords } from '../messages';

/** The server speaks English: its own sentences stand. */
export const server: ServerWords = {};
