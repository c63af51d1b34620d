// Which font has a character. Ours come first, so that pictures are alike everywhere; then the system's.
// @ts-check
import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { factsOfFile, factsOfWoff2 } from './font-file.mjs';

/**
 * @typedef {object} Font
 * @property {string} family
 * @property {(codePoint: number) => boolean} has
 * @property {() => Uint8Array} read the file, as it is
 * @property {boolean} isThin its only weight is the thinnest, so a stroke makes it a regular one
 */

const MODULES = 'node_modules';
const MONO = `${MODULES}/@expo-google-fonts/jetbrains-mono`;
const CHINESE = `${MODULES}/@fontsource-variable/noto-sans-sc`;

/** Where systems keep fonts; matplotlib brings some of its own. */
const SYSTEM_FOLDERS = [
  '/usr/share/fonts',
  '/usr/local/share/fonts',
  '/usr/share/matplotlib/mpl-data/fonts/ttf',
];
/** What has many letters and fits to ours, the best one first. */
const PREFERRED = [
  /^DejaVuSans\./,
  /^NotoSans.*-Regular\./,
  /^NotoSans.*\[/,
  /^DroidSans/,
  /^wqy/i,
];
const NO_TEXT_FONT =
  /bold|italic|oblique|black|thin|light|condensed|narrow|serif|math|emoji|lastresort/i;
const MAX_SYSTEM_FONTS = 400;

/**
 * @param {string} path
 * @param {Partial<Font>} more
 * @returns {Font}
 */
function fontOf(path, more = {}) {
  /** @type {Uint8Array | undefined} */
  let bytes;
  const read = () => {
    bytes ??= readFileSync(path);
    return bytes;
  };
  return { ...factsOfFile(path), isThin: false, read, ...more };
}

/** The font of code and of everything else: each of its letters takes the same width. */
export const REGULAR = fontOf(`${MONO}/400Regular/JetBrainsMono_400Regular.ttf`);
export const BOLD = fontOf(`${MONO}/700Bold/JetBrainsMono_700Bold.ttf`);

/** Of Chinese there are a hundred files, each with some of the letters. */
const chinese = Object.entries(
  /** @type {Record<string, string>} */ (
    JSON.parse(readFileSync(`${CHINESE}/unicode.json`, 'utf8'))
  ),
)
  .filter(([name]) => name.startsWith('['))
  .map(([name, ranges]) => {
    const path = `${CHINESE}/files/noto-sans-sc-${name.slice(1, -1)}-wght-normal.woff2`;
    /** @type {Font | undefined} */
    let font;
    return {
      mayHave: rangesOf(ranges),
      /** What is promised for the file and what it has are not the same. */
      open() {
        if (font === undefined) {
          const bytes = readFileSync(path);
          font = { ...factsOfWoff2(bytes), isThin: true, read: () => bytes };
        }
        return font;
      },
    };
  });

/** @type {Font[] | undefined} */
let ofSystem;

/** @type {Map<number, Font | undefined>} */
const known = new Map();
const MAX_KNOWN = 20_000;

/**
 * A font with that character, other than the ones above; undefined where there is none.
 * @param {number} codePoint
 */
export function fontWith(codePoint) {
  if (known.has(codePoint)) return known.get(codePoint);
  const found = chineseWith(codePoint) ?? systemWith(codePoint);
  if (known.size >= MAX_KNOWN) known.clear();
  known.set(codePoint, found);
  return found;
}

/** @param {number} codePoint */
function chineseWith(codePoint) {
  for (const { mayHave, open } of chinese) {
    if (mayHave(codePoint) && open().has(codePoint)) return open();
  }
  return undefined;
}

/** @param {number} codePoint */
function systemWith(codePoint) {
  ofSystem ??= systemFonts();
  return ofSystem.find(({ has }) => has(codePoint));
}

function systemFonts() {
  const paths = SYSTEM_FOLDERS.flatMap(fontFilesIn).sort((a, b) => rankOf(a) - rankOf(b));
  return paths.slice(0, MAX_SYSTEM_FONTS).flatMap((path) => {
    try {
      return [fontOf(path)];
    } catch {
      // A font that cannot be read is no font.
      return [];
    }
  });
}

/** @param {string} folder */
function fontFilesIn(folder) {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(ttf|otf|ttc)$/i.test(name) && !NO_TEXT_FONT.test(basename(name)))
      .map((name) => `${folder}/${name}`);
  } catch {
    return [];
  }
}

/** @param {string} path */
function rankOf(path) {
  const rank = PREFERRED.findIndex((pattern) => pattern.test(basename(path)));
  return rank < 0 ? PREFERRED.length : rank;
}

/**
 * @param {string} text `U+41-5a,U+61`
 * @returns {(codePoint: number) => boolean}
 */
function rangesOf(text) {
  const ranges = text.split(',').map((range) => {
    const [from = '', to = from] = range.replace(/^U\+/i, '').split('-');
    return [Number.parseInt(from, 16), Number.parseInt(to, 16)];
  });
  return (codePoint) => ranges.some(([from = 0, to = 0]) => from <= codePoint && codePoint <= to);
}
