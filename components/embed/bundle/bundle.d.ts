/** What the pages of an embed consist of beside their HTML, as texts (bundle-loader.cjs). */
declare module '*.bundle' {
  /** The script of an embedded program. */
  export const embedScript: string;
  /** `/embed.js`, for other people's pages. */
  export const tagScript: string;
  export const styleSheet: string;
}
