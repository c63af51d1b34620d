// What has no look of its own, or turns the text around it: it could make a name look like another one.
const HIDDEN =
  /[\p{Cc}\u061C\u200B\u200E\u200F\u2028\u2029\u202A-\u202E\u2060\u2066-\u2069\uFEFF\uFFF9-\uFFFB\p{Cs}]/gu;

/** A file's name as it is shown: characters that cannot be seen are named. */
export function shownPath(path: string): string {
  return path.replace(HIDDEN, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return `‹U+${code.toString(16).toUpperCase().padStart(4, '0')}›`;
  });
}

/** The folders of a path, with the last `/`, and the name in them. */
export function partsOfPath(path: string): { folder: string; name: string } {
  const at = path.lastIndexOf('/') + 1;
  return { folder: path.slice(0, at), name: path.slice(at) };
}
