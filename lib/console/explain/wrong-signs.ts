/** Signs that a program cannot have, in any of the languages. */
import { type Explanation, hint, says } from './explanation';
import type { Program } from './program';

/** Full-width signs, as Chinese and Japanese keyboards give them. */
const FULL_WIDTH: Record<string, string> = {
  '（': '(',
  '）': ')',
  '，': ',',
  '：': ':',
  '；': ';',
  '。': '.',
  '！': '!',
  '？': '?',
  '【': '[',
  '】': ']',
  '｛': '{',
  '｝': '}',
  '＝': '=',
  '＋': '+',
  '－': '-',
  '＊': '*',
  '／': '/',
  '＜': '<',
  '＞': '>',
  '＂': '"',
  '、': ',',
  '　': ' ',
};

const CURLY_QUOTES = '“”„‟‘’‚‛«»「」『』';

/** The first quote of a text editor, full-width sign or other strange sign in the line of the error. */
export function wrongSign({ bareLine, error }: Program): Explanation | undefined {
  for (const sign of bareLine) {
    const instead = Object.hasOwn(FULL_WIDTH, sign) ? FULL_WIDTH[sign] : undefined;
    if (instead !== undefined) return says('fullWidth', { sign, instead });
    if (CURLY_QUOTES.includes(sign)) return says('curlyQuotes', { sign }, hint('plainQuotes'));
  }
  const told = /character '(.)'/u.exec(error.value)?.[1];
  return told === undefined ? undefined : says('wrongSign', { sign: told });
}

/** `'it's'`: the text ends at its own apostrophe. */
export function apostropheInText({ line }: Program): Explanation | undefined {
  const isOne = /'[^'"]*\p{L}'\p{L}[^'"]*'/u.test(line);
  return isOne ? says('apostropheInText', {}, hint('otherQuotes')) : undefined;
}
