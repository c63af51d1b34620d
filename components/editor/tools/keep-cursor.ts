/** What a formatter may add or take away. All other characters stay, in their order. */
const FREE = /[\s'"`,;()]/;

/**
 * Where a cursor at `offset` of the old text belongs in the formatted one: behind as many characters that
 * formatters leave alone, and as far behind the last of them as it was, where there is room.
 */
export function cursorAfterFormat(text: string, formatted: string, offset: number): number {
  let fixed = 0;
  let free = 0;
  for (const character of text.slice(0, offset)) {
    if (FREE.test(character)) free += 1;
    else {
      fixed += 1;
      free = 0;
    }
  }
  let at = 0;
  for (const character of formatted) {
    if (fixed === 0) break;
    if (!FREE.test(character)) fixed -= 1;
    at += character.length;
  }
  const rest = formatted.slice(at);
  const next = rest.search(/[^\s'"`,;()]/);
  const room = next < 0 ? rest.length : next;
  return at + Math.min(free, room);
}

/** The smallest stretch of `text` that has to be replaced, and by what, to get `changed`. */
export function changedStretch(text: string, changed: string) {
  const shorter = Math.min(text.length, changed.length);
  let from = 0;
  while (from < shorter && text[from] === changed[from]) from += 1;
  let same = 0;
  while (
    same < shorter - from &&
    text[text.length - 1 - same] === changed[changed.length - 1 - same]
  ) {
    same += 1;
  }
  return { from, to: text.length - same, by: changed.slice(from, changed.length - same) };
}
