import { readDocument } from '@/lib/demos/document';
import { partsOfName } from '@/lib/demos/one-part';
import { publicMarkdown } from '@/lib/demos/public-demo';
import { FRAME_HEADER } from '@/lib/http/framed-page';
import { keptPage } from '@/lib/http/page-keeper';
import { pagePolicy } from '@/lib/http/page-policy';
import { log } from '@/lib/log';
import { type EmbedOptions, embedUrl } from '@/lib/share/embed-code';
import type { DemoSnippet } from '@/lib/snippets/contract';

const isDev = process.env.NODE_ENV === 'development';

/** What a document can be asked for, and no more: each page that differs is kept. */
function wishesOf(demo: DemoSnippet, options: EmbedOptions): Partial<EmbedOptions> {
  const { revision, theme, readonly, block } = options;
  const isThere =
    block !== undefined &&
    partsOfName(readDocument(publicMarkdown(demo.markdown)), block) !== undefined;
  return {
    ...{ theme, readonly },
    ...(revision === undefined ? {} : { revision }),
    ...(isThere ? { block } : {}),
  };
}

/** The embed of a document: its page, made as all pages are, with what lets it stand in others. Undefined where that failed. */
export async function documentFrame(
  request: Request,
  demo: DemoSnippet,
  options: EmbedOptions,
  etag: string,
): Promise<Response | undefined> {
  const nonce = btoa(crypto.randomUUID());
  const { search } = new URL(embedUrl('http://runbay', demo.id, wishesOf(demo, options)));
  const page = await keptPage(request, {
    ...{ path: `/embed/${demo.id}/document${search}`, etag, nonce },
    more: { [FRAME_HEADER]: options.theme },
  }).catch((err: unknown) => void log().warn({ err }, 'an embedded document could not be made'));
  if (page === undefined) return undefined;
  return new Response(page.html, {
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': pagePolicy(nonce, { isDev, isFramed: true }),
      'Cache-Control': 'private, no-cache',
      ETag: etag,
      'X-Robots-Tag': 'noindex',
      Vary: 'Cookie, Accept-Language',
    },
  });
}
