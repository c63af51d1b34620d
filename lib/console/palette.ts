import { PLAIN, type TextColor, type TextStyle } from './text-style';

const CUBE_LEVELS = [0, 95, 135, 175, 215, 255];

/** The CSS colour: the theme's own for the first 16, xterm's cube and greys for the others. */
export function cssColor(color: TextColor): string {
  if (typeof color === 'string') return color;
  if (color < 16) return `var(--ansi-${color})`;
  if (color >= 232) {
    const level = 8 + (color - 232) * 10;
    return `rgb(${level} ${level} ${level})`;
  }
  const index = color - 16;
  const level = (step: number) => CUBE_LEVELS[step % 6] ?? 0;
  return `rgb(${level(Math.floor(index / 36))} ${level(Math.floor(index / 6))} ${level(index)})`;
}

/** Inline CSS of a piece of output; undefined for plain text, which takes the colour of its stream. */
export function cssOfStyle(style: TextStyle): Css | undefined {
  if (style === PLAIN) return undefined;
  if (!KNOWN.has(style)) KNOWN.set(style, newCssOfStyle(style));
  return KNOWN.get(style);
}

type Css = Record<string, string | number>;

/** Styles never change, and many pieces share one. */
const KNOWN = new WeakMap<TextStyle, Css | undefined>();

function newCssOfStyle(style: TextStyle): Css | undefined {
  const css: Record<string, string | number> = {};
  const bold = style.bold && typeof style.fg === 'number' && style.fg < 8;
  // Terminals show bold text of the eight basic colours in its bright twin; readers expect it.
  const fg = bold ? (style.fg as number) + 8 : style.fg;
  const { bg } = style;
  if (style.inverse) {
    css.color = bg === undefined ? 'var(--surface)' : cssColor(bg);
    css.backgroundColor = fg === undefined ? 'currentColor' : cssColor(fg);
    if (fg === undefined) css.backgroundColor = 'var(--text)';
  } else {
    if (fg !== undefined) css.color = cssColor(fg);
    if (bg !== undefined) css.backgroundColor = cssColor(bg);
    // On a ground of the program's choice the theme's own text colour may not be readable.
    if (bg !== undefined && fg === undefined) css.color = readableOn(bg);
  }
  if (style.bold) css.fontWeight = 700;
  if (style.dim) css.opacity = 0.7;
  if (style.italic) css.fontStyle = 'italic';
  const lines = [style.underline && 'underline', style.strike && 'line-through'].filter(Boolean);
  if (lines.length > 0) css.textDecorationLine = lines.join(' ');
  if (style.hidden) css.visibility = 'hidden';
  return Object.keys(css).length > 0 ? css : undefined;
}

function readableOn(color: TextColor): string {
  if (typeof color === 'number' && color < 16) return 'var(--surface)';
  const [r = 0, g = 0, b = 0] =
    typeof color === 'string'
      ? [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16))
      : (cssColor(color).match(/\d+/g) ?? []).map(Number);
  return r * 0.299 + g * 0.587 + b * 0.114 > 140 ? '#000000' : '#ffffff';
}
