/** How a piece of output looks: what the SGR escapes (ECMA-48 8.3.117, and xterm's colours) ask for. */

/** A palette index from 0 to 255, or a colour as `#rrggbb`. */
export type TextColor = number | `#${string}`;

export interface TextStyle {
  fg?: TextColor;
  bg?: TextColor;
  bold?: true;
  dim?: true;
  italic?: true;
  underline?: true;
  strike?: true;
  inverse?: true;
  hidden?: true;
}

export const PLAIN: TextStyle = Object.freeze({});

const STYLE_KEYS = [
  'fg',
  'bg',
  'bold',
  'dim',
  'italic',
  'underline',
  'strike',
  'inverse',
  'hidden',
] as const satisfies readonly (keyof TextStyle)[];

/** True where two styles look the same. */
export function sameStyle(a: TextStyle, b: TextStyle): boolean {
  return a === b || STYLE_KEYS.every((key) => a[key] === b[key]);
}

/** More parameters than any honest program sends; the rest of them is ignored. */
const MAX_PARAMETERS = 32;

/**
 * The style after the escape `CSI parameters m`. `parameters` is the text between `CSI` and `m`,
 * with `;` or `:` between numbers. Unknown parameters change nothing.
 */
export function applySgr(style: TextStyle, parameters: string): TextStyle {
  let known = KNOWN.get(style);
  if (!known || known.size > MAX_KNOWN) {
    known = new Map();
    KNOWN.set(style, known);
  }
  let next = known.get(parameters);
  if (!next) {
    next = styleAfter(style, parameters);
    known.set(parameters, next);
  }
  return next;
}

/** What escapes have come to before: colourful output repeats a few of them thousands of times. */
const KNOWN = new WeakMap<TextStyle, Map<string, TextStyle>>();
const MAX_KNOWN = 500;

function styleAfter(style: TextStyle, parameters: string): TextStyle {
  const groups = parameters.split(';', MAX_PARAMETERS);
  let next: TextStyle = { ...style };
  for (let i = 0; i < groups.length; i++) {
    const parts = (groups[i] ?? '').split(':');
    const code = Number(parts[0] || 0);
    if (code === 38 || code === 48) {
      const key = code === 38 ? 'fg' : 'bg';
      if (parts.length > 1) {
        setColor(next, key, colorOfParts(parts.slice(1)));
      } else {
        const { color, used } = colorOfGroups(groups.slice(i + 1, i + 5));
        setColor(next, key, color);
        i += used;
      }
    } else if (code === 0) {
      next = {};
    } else {
      applyCode(next, code, parts[1]);
    }
  }
  return STYLE_KEYS.some((key) => next[key] !== undefined) ? next : PLAIN;
}

function applyCode(style: TextStyle, code: number, detail: string | undefined): void {
  if (code === 1) style.bold = true;
  else if (code === 2) style.dim = true;
  else if (code === 3) style.italic = true;
  else if (code === 4 && detail === '0') delete style.underline;
  else if (code === 4 || code === 21) style.underline = true;
  else if (code === 7) style.inverse = true;
  else if (code === 8) style.hidden = true;
  else if (code === 9) style.strike = true;
  else if (code === 22) {
    delete style.bold;
    delete style.dim;
  } else if (code === 23) delete style.italic;
  else if (code === 24) delete style.underline;
  else if (code === 27) delete style.inverse;
  else if (code === 28) delete style.hidden;
  else if (code === 29) delete style.strike;
  else if (code >= 30 && code <= 37) style.fg = code - 30;
  else if (code === 39) delete style.fg;
  else if (code >= 40 && code <= 47) style.bg = code - 40;
  else if (code === 49) delete style.bg;
  else if (code >= 90 && code <= 97) style.fg = code - 82;
  else if (code >= 100 && code <= 107) style.bg = code - 92;
}

function setColor(style: TextStyle, key: 'fg' | 'bg', color: TextColor | undefined): void {
  if (color !== undefined) style[key] = color;
}

/** The older form, `38;5;n` or `38;2;r;g;b`; `used` counts the groups it took. */
function colorOfGroups(groups: string[]): { color: TextColor | undefined; used: number } {
  if (groups[0] === '5') return { color: paletteColor(groups[1]), used: 2 };
  if (groups[0] === '2') return { color: rgbColor(groups.slice(1, 4)), used: 4 };
  return { color: undefined, used: 0 };
}

/** The standard's form, `38:5:n` or `38:2:space:r:g:b`, where many leave out the colour space. */
function colorOfParts(parts: string[]): TextColor | undefined {
  if (parts[0] === '5') return paletteColor(parts[1]);
  if (parts[0] === '2') return rgbColor(parts.length > 4 ? parts.slice(2, 5) : parts.slice(1, 4));
  return undefined;
}

function byteOf(text: string | undefined): number | undefined {
  const value = Number(text || 0);
  return Number.isInteger(value) && value >= 0 && value <= 255 ? value : undefined;
}

function paletteColor(text: string | undefined): TextColor | undefined {
  return byteOf(text);
}

function rgbColor(parts: string[]): TextColor | undefined {
  const bytes = [0, 1, 2].map((i) => byteOf(parts[i]));
  if (bytes.some((byte) => byte === undefined)) return undefined;
  return `#${bytes.map((byte) => (byte ?? 0).toString(16).padStart(2, '0')).join('')}`;
}
