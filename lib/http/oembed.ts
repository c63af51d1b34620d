/** What another site needs to show a shared program or document within its own page (oembed.com, version 1.0). */
import 'server-only';
import { LANGUAGE_NAMES } from '@/lib/agentbay/languages';
import { storedDemo } from '@/lib/demos/read-demo';
import { AppError } from '@/lib/errors';
import { fill, type Messages } from '@/lib/messages/messages';
import { PICTURE_HEIGHT, PICTURE_WIDTH } from '@/lib/pictures';
import { type EmbedOptions, embedCode, parseEmbedOptions } from '@/lib/share/embed-code';
import type { Snippet } from '@/lib/snippets/contract';
import { pictureUrlOf } from './snippet-links';

export interface OEmbed {
  version: '1.0';
  type: 'rich';
  title: string;
  provider_name: string;
  provider_url: string;
  html: string;
  width: number;
  height: number;
  thumbnail_url?: string;
  thumbnail_width?: number;
  thumbnail_height?: number;
}

/** What a request asks for. */
export interface OEmbedWish {
  id: string;
  options: EmbedOptions;
  maxWidth: number;
  maxHeight: number;
}

const WIDTH = 720;
const HEIGHT = 420;
/** Until `/embed.js` gives it what it needs. */
const DEMO_HEIGHT = 640;

/** `base`: this server's origin. Throws not_found for an address that is none of ours, not_implemented for XML. */
export function checkOEmbed(query: URLSearchParams, base: string): OEmbedWish {
  const format = query.get('format') ?? 'json';
  if (format !== 'json') {
    throw new AppError('not_implemented', 'format: only json is answered.', { field: 'format' });
  }
  const url = query.get('url');
  if (url === null) {
    const detail = 'url: expected the address of a shared program, got nothing.';
    throw new AppError('bad_request', detail, { field: 'url' });
  }
  const address = URL.canParse(url) ? new URL(url) : undefined;
  const id = address && /^\/(?:s|d|embed)\/([^/.]+)$/.exec(address.pathname)?.[1];
  // The scheme does not count: a proxy may speak https for us.
  if (!address || id === undefined || address.host !== new URL(base).host) {
    throw new AppError('not_found', 'This is not the address of a program shared here.');
  }
  return {
    id,
    options: parseEmbedOptions(address.searchParams),
    maxWidth: pixelsOf(query, 'maxwidth'),
    maxHeight: pixelsOf(query, 'maxheight'),
  };
}

/** Absent: as much as it wants. */
function pixelsOf(query: URLSearchParams, name: string): number {
  const given = query.get(name);
  if (given === null) return Number.POSITIVE_INFINITY;
  if (/^[1-9]\d{0,5}$/.test(given)) return Number(given);
  throw new AppError('bad_request', `${name}: expected a number of pixels.`, { field: name });
}

export function toOEmbed(
  snippet: Snippet,
  base: string,
  { options, maxWidth, maxHeight }: OEmbedWish,
  messages: Messages,
): OEmbed {
  const { id, kind } = snippet;
  const title = titleOf(snippet, messages);
  const height = Math.min(kind === 'demo' ? DEMO_HEIGHT : HEIGHT, maxHeight);
  const answer: OEmbed = {
    version: '1.0',
    type: 'rich',
    title,
    provider_name: 'Runbay',
    provider_url: base,
    html: embedCode({ base, id, kind, title, options, heightPx: height }),
    width: Math.min(WIDTH, maxWidth),
    height,
  };
  // A picture may not be larger than what was asked for, and it has one size.
  if (maxWidth >= PICTURE_WIDTH && maxHeight >= PICTURE_HEIGHT) {
    const hidesOutput = options.predict || options.output === 'hidden';
    answer.thumbnail_url = pictureUrlOf(base, snippet, { revision: options.revision, hidesOutput });
    answer.thumbnail_width = PICTURE_WIDTH;
    answer.thumbnail_height = PICTURE_HEIGHT;
  }
  return answer;
}

function titleOf(snippet: Snippet, { share, demo }: Messages): string {
  if (snippet.kind === 'demo') return storedDemo(snippet).title || demo.untitled;
  const { name } = LANGUAGE_NAMES[snippet.language];
  return snippet.title || fill(share.page.untitled, { language: name });
}
