/** The page's dark colours, for pictures: the same as in app/globals.css, which a test compares. */
import type { Kind } from '@/lib/highlight/pieces';

export const COLOURS = {
  surface: '#101416',
  text: '#e2e9e8',
  muted: '#9dabaa',
  danger: '#ff8a80',
  success: '#6fd08c',
  'code-text': '#dce5e3',
  'code-comment': '#8a9a97',
  'code-keyword': '#d7a0f2',
  'code-string': '#94d8a0',
  'code-number': '#f0b27a',
  'code-type': '#83c5f0',
  'code-punctuation': '#a9b7b4',
  'out-stderr': '#ffab8a',
  'out-input': '#83c5f0',
  'ansi-0': '#7d8c89',
  'ansi-1': '#ff8a80',
  'ansi-2': '#7fd494',
  'ansi-3': '#f0b85c',
  'ansi-4': '#82b1ff',
  'ansi-5': '#d7a0f2',
  'ansi-6': '#66d3e0',
  'ansi-7': '#c7d2d0',
  'ansi-8': '#8a9a97',
  'ansi-9': '#ffa59d',
  'ansi-10': '#9be3ac',
  'ansi-11': '#ffd08a',
  'ansi-12': '#a5c8ff',
  'ansi-13': '#e6bffa',
  'ansi-14': '#8fe4ee',
  'ansi-15': '#ffffff',
} as const;

/** Of a piece of code. */
export function colourOfCode(kind: Kind | undefined): string {
  return COLOURS[`code-${kind ?? 'text'}`];
}

const RGB = /^rgb\((\d{1,3}) (\d{1,3}) (\d{1,3})\)$/;

/** A colour of the console's style (`cssOfStyle`) as `#rrggbb`; undefined for any other text. */
export function colourOfCss(css: unknown): string | undefined {
  if (typeof css !== 'string') return undefined;
  if (/^#[\da-f]{6}$/i.test(css)) return css;
  const name = /^var\(--([\w-]+)\)$/.exec(css)?.[1];
  if (name !== undefined) return Object.hasOwn(COLOURS, name) ? COLOURS[name as never] : undefined;
  const parts = RGB.exec(css)?.slice(1).map(Number);
  return (
    parts && `#${parts.map((part) => Math.min(255, part).toString(16).padStart(2, '0')).join('')}`
  );
}
