/** Values in a fence's info string, where blanks separate words. */

/** The info string cut at its blanks; those between double quotes, at the start or behind `=`, count as text. */
export function wordsOfInfo(info: string): string[] {
  const words = info.matchAll(/(?:[^\s"=]+=)?"([^"]*)"(?=\s|$)|\S+/g);
  return Array.from(words, ([word, quoted]) =>
    quoted === undefined ? word : word.replace(`"${quoted}"`, () => quoted),
  );
}

/** As it may stand behind `=` of any fence: what has a meaning there, or in Markdown, is written `%20`. */
export function fenceValue(text: string): string {
  return text.replace(/[\s"%&\\`~=]/g, (character) =>
    encodeURIComponent(character).replace('~', '%7E'),
  );
}

/** What `fenceValue` has written, and any other text as it is. */
export function readFenceValue(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
