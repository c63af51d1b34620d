// Emoji as small drawings. They come from a package: nothing is fetched.
// @ts-check
import { readFileSync } from 'node:fs';

const FOLDER = 'node_modules/@iconify-json/fluent-emoji-flat';

/** @typedef {{ icons: Record<string, { body: string }>, width: number, height: number }} Drawings */

/** Their names by code points, `1f44d-1f3fd`. @type {Record<string, string> | undefined} */
let names;
/** 9 MB: read for the first emoji. @type {Drawings | undefined} */
let drawings;

const EMOJI = /^(?:\p{Emoji_Presentation}|\p{Extended_Pictographic}\ufe0f)/u;
/** What only says how the character before it is meant. */
const VARIANTS = new Set([0xfe0e, 0xfe0f, 0x20e3]);
const SKIN = /-1f3f[b-f]/g;

/**
 * The address of its drawing; undefined for what is no emoji, and for one that nobody has drawn.
 * @param {string} grapheme
 */
export function emojiSource(grapheme) {
  if (!EMOJI.test(grapheme)) return undefined;
  names ??= /** @type {Record<string, string>} */ (
    JSON.parse(readFileSync(`${FOLDER}/chars.json`, 'utf8'))
  );
  const key = [...grapheme]
    .map((character) => character.codePointAt(0) ?? 0)
    .filter((codePoint) => !VARIANTS.has(codePoint))
    .map((codePoint) => codePoint.toString(16))
    .join('-');
  // A family that nobody has drawn is shown by its first member.
  const tries = [key, key.replace(SKIN, ''), key.split('-200d-')[0] ?? '', key.split('-')[0] ?? ''];
  const found = tries.find((name) => names && Object.hasOwn(names, name));
  const name = found === undefined ? undefined : names[found];
  if (name === undefined) return undefined;
  drawings ??= /** @type {Drawings} */ (JSON.parse(readFileSync(`${FOLDER}/icons.json`, 'utf8')));
  const body = drawings.icons[name]?.body;
  if (body === undefined) return undefined;
  const { width, height } = drawings;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}">${body}</svg>`;
  return `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
}
