/** What a page of ours may do. */
import 'server-only';

interface PageKind {
  /** Of the development server. */
  isDev: boolean;
  /** It stands in other people's pages, and no frame of ours within it. */
  isFramed: boolean;
}

export function pagePolicy(nonce: string, { isDev, isFramed }: PageKind): string {
  return [
    "default-src 'none'",
    // Only the development server needs eval (its stack traces) and a web socket (its reloads).
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDev ? " 'unsafe-eval'" : ''}`,
    // Monaco writes inline styles; there is no way round (microsoft/monaco-editor#271).
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "worker-src 'self'",
    // The frame of an HTML result. It also keeps such a frame from going anywhere else.
    ...(isFramed ? [] : ["frame-src 'self'"]),
    `connect-src 'self'${isDev ? ' ws:' : ''}`,
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "object-src 'none'",
    // `*` would leave out pages opened from a disk and those in a sandbox.
    ...(isFramed ? [] : ["frame-ancestors 'none'"]),
  ].join('; ');
}
