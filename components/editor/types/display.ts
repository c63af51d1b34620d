/** What a JavaScript or TypeScript program has beyond Node's own: `display`, as the guest makes it. */
export const DISPLAY_TYPES = `
interface Display {
  /** Shows a value on the console in the best form it offers. With \`raw\` it is a bundle: MIME type to form. */
  (value: unknown, options?: { raw?: boolean }): void;
  html(text: string): void;
  markdown(text: string): void;
  svg(text: string): void;
  latex(text: string): void;
  /** Bytes, or base64. */
  png(data: Uint8Array | string): void;
  /** Bytes, or base64. */
  jpeg(data: Uint8Array | string): void;
  json(value: unknown): void;
  /** Draws a Vega-Lite or Vega specification. */
  chart(specification: object): void;
  /** Shows an array of objects, or of arrays, as a table. */
  table(rows: Iterable<unknown>): void;
}
declare const display: Display;
`;
