/**
 * How well a query fits a text, from 0 (not at all) to 1. All letters of the query must come in the
 * text in their order; best are whole words and beginnings of words, worst letters far apart. Case,
 * accents and spaces of the query do not count. An empty query fits everything with 1.
 */
export function matchScore(query: string, text: string): number {
  const wanted = plain(query).replace(/\s+/g, '');
  if (wanted === '') return 1;
  const letters = plain(text);
  let best = 0;
  for (let start = letters.indexOf(wanted[0] as string); start >= 0; ) {
    best = Math.max(best, scoreFrom(letters, wanted, start));
    start = letters.indexOf(wanted[0] as string, start + 1);
  }
  return best;
}

const plain = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase();

const isWordStart = (letters: string, at: number) =>
  at === 0 || !/[\p{L}\p{N}]/u.test(letters[at - 1] as string);

/** Follows the query through the text, from a place of its first letter on. */
function scoreFrom(letters: string, wanted: string, start: number): number {
  let points = 0;
  let last = start - 1;
  for (const letter of wanted) {
    const next = nextPlace(letters, letter, last);
    if (next < 0) return 0;
    const adjacent = next === last + 1;
    if (isWordStart(letters, next)) points += next === start ? 1 : 0.8;
    else if (adjacent && next > start) points += 0.95;
    else points += adjacent ? 0.4 : 0.15;
    last = next;
  }
  const share = points / wanted.length;
  // Few scattered letters are found in almost any text.
  if (share < 0.6) return 0;
  return share * (0.85 + 0.1 * (wanted.length / letters.length) + (start === 0 ? 0.05 : 0));
}

/** The next place of a letter: the one right behind, else the beginning of a word, else any. */
function nextPlace(letters: string, letter: string, last: number): number {
  if (letters[last + 1] === letter) return last + 1;
  // A space of the text costs nothing.
  if (letters[last + 1] === ' ' && letters[last + 2] === letter) return last + 2;
  for (let at = last + 1; at < letters.length; at++) {
    if (letters[at] === letter && isWordStart(letters, at)) return at;
  }
  return letters.indexOf(letter, last + 1);
}
