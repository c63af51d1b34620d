/** A list of packages, imported as their type declarations: `node_modules/...` to text. */
declare module '*.packages' {
  export const files: Record<string, string>;
}
