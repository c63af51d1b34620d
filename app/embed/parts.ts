import { createHash } from 'node:crypto';
import { embedScript, styleSheet, tagScript } from '@/components/embed/bundle/embed.bundle';
import type { Parts } from '@/components/embed/document';
import { etagOf } from '@/lib/http/etag';

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 16);

/** The script's name changes with its text, so it can be kept for ever. */
export const SCRIPT_NAME = `embed-${hashOf(embedScript)}.js`;
export const SCRIPT = embedScript;

export const TAG_SCRIPT = tagScript;
export const TAG_SCRIPT_ETAG = etagOf(hashOf(tagScript));

/** What an embed may do, and the nonce of its style and its script: nothing else of it is either. */
function policyOf(nonce: string): string {
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src 'nonce-${nonce}'`,
    // Colours of output, which are numbers.
    "style-src-attr 'unsafe-inline'",
    'img-src data:',
    "connect-src 'self'",
    // The guess, where there is no script.
    "form-action 'self'",
    "base-uri 'none'",
    // Nothing in it is made of text.
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
    // No frame-ancestors: `*` would leave out pages opened from a disk and those in a sandbox.
  ].join('; ');
}

/** One document of an embed, made by `make`, with the headers that belong to it. */
export function embedResponse(
  make: (parts: Parts) => string,
  init: { status?: number; headers?: Record<string, string> } = {},
): Response {
  const nonce = crypto.randomUUID();
  const scriptUrl = `/embed/assets/${SCRIPT_NAME}`;
  return new Response(make({ nonce, scriptUrl, styleSheet }), {
    status: init.status ?? 200,
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': policyOf(nonce),
      'X-Robots-Tag': 'noindex',
      Vary: 'Cookie, Accept-Language',
      ...init.headers,
    },
  });
}
