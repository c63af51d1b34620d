/** A file as text, by Turbopack (next.config.js) and by vitest. */
declare module '*?raw' {
  const text: string;
  // biome-ignore lint/style/noDefaultExport: both give the text under that name
  export default text;
}
