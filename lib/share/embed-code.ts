/** The address of an embedded program or document, what can be asked of it, and the HTML that puts it on a page. */

import { urlOf } from '../snippets/links';
import type { LineRange } from './line-range';

export const EMBED_THEMES = ['auto', 'light', 'dark'] as const;
export type EmbedTheme = (typeof EMBED_THEMES)[number];

export interface EmbedOptions {
  /** Absent: always the newest. */
  revision?: number;
  /** `auto`: as the reader's system has it. */
  theme: EmbedTheme;
  /** The program can be run, not changed. */
  readonly: boolean;
  /** `hidden`: the recorded output is shown on request. */
  output: 'shown' | 'hidden';
  /** Only these lines are shown; the whole program runs. */
  lines?: LineRange;
  /** The recorded output is kept back until the reader has written a guess. */
  predict: boolean;
  /** Of a document only the block or the activity of this name; absent: all of it. */
  block?: string;
}

const DEFAULTS: EmbedOptions = { theme: 'auto', readonly: false, output: 'shown', predict: false };

const LINES = /^(\d{1,7})(?:-(\d{1,7}))?$/;

/** What the query asks for. Whatever it has no meaning for is as if it were not there. */
export function parseEmbedOptions(query: URLSearchParams): EmbedOptions {
  const options = { ...DEFAULTS };
  const revision = query.get('revision') ?? '';
  if (/^[1-9]\d{0,8}$/.test(revision)) options.revision = Number(revision);
  options.theme = EMBED_THEMES.find((theme) => theme === query.get('theme')) ?? 'auto';
  options.readonly = isSet(query.get('readonly'));
  options.predict = isSet(query.get('predict'));
  if (query.get('output') === 'hidden') options.output = 'hidden';
  const [, first, last = first] = LINES.exec(query.get('lines') ?? '') ?? [];
  const [a, b] = [Number(first), Number(last)];
  if (a >= 1 && b >= 1) options.lines = { from: Math.min(a, b), to: Math.max(a, b) };
  const block = query.get('block');
  if (block) options.block = block;
  return options;
}

const isSet = (value: string | null) => value !== null && ['', '1', 'true'].includes(value);

/** `base`: this server's origin. Only what differs from the usual stands in the query. */
export function embedUrl(base: string, id: string, options: Partial<EmbedOptions> = {}): string {
  const { revision, theme, readonly, output, lines, predict, block } = { ...DEFAULTS, ...options };
  const query = [
    revision === undefined ? [] : `revision=${revision}`,
    theme === 'auto' ? [] : `theme=${theme}`,
    readonly ? 'readonly' : [],
    output === 'hidden' ? 'output=hidden' : [],
    lines ? `lines=${lines.from === lines.to ? lines.from : `${lines.from}-${lines.to}`}` : [],
    predict ? 'predict' : [],
    block === undefined ? [] : `block=${encodeURIComponent(block)}`,
  ].flat();
  const path = `${base}/embed/${encodeURIComponent(id)}`;
  return query.length === 0 ? path : `${path}?${query.join('&')}`;
}

export interface EmbedCode {
  /** This server's origin, without a slash at its end. */
  base: string;
  id: string;
  /** Absent: a program. */
  kind?: 'program' | 'demo';
  /** What readers are told the frame holds; never empty. */
  title: string;
  options?: Partial<EmbedOptions>;
  /** Until the frame has said how high it is; pages without `/embed.js` stay with it. */
  heightPx?: number;
}

const HEIGHT_PX = 420;

/** The HTML to paste: the frame, then the link for places that drop frames. One line each, none of them empty. */
export function embedCode({ base, id, kind, title, options = {}, heightPx }: EmbedCode): string {
  const link = base + urlOf(id, options.revision, kind);
  const named = attribute(title);
  return [
    `<iframe src="${attribute(embedUrl(base, id, options))}" title="${named}"`,
    ` width="100%" height="${heightPx ?? HEIGHT_PX}" style="border:0" loading="lazy"`,
    ` allow="clipboard-write"></iframe>\n`,
    `<p><a href="${attribute(link)}">${named}</a></p>`,
  ].join('');
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text in HTML, also between quotes; line breaks would end a line of Markdown around it. */
function attribute(text: string): string {
  return text
    .replace(/[\r\n]+/g, ' ')
    .replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
