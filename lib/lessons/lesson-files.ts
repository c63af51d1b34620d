/**
 * The files of lessons stand where Next serves files from (`public/lessons`), and hold what a reader may not
 * have: hidden cases, held solutions, answers. So nothing that leads there is answered.
 */

const FOLDER = 'lessons';
/** Whoever escapes an escape more often than that is answered as if it led there. */
const MAX_ESCAPES = 8;

/** True where the path of an address leads to that folder in any reading: escaped, in other letters, by way of others. */
export function leadsToLessonFiles(pathname: string): boolean {
  let path = pathname;
  for (let count = 0; count <= MAX_ESCAPES; count += 1) {
    if (isInFolder(path)) return true;
    const unescaped = unescapePath(path);
    if (unescaped === path) return false;
    path = unescaped;
  }
  return true;
}

function isInFolder(path: string): boolean {
  const parts: string[] = [];
  for (const part of path.split(/[/\\]+/)) {
    // What a file system may not see at the end of a name, or at all.
    const name = part.replace(/[\s.\0]+$/u, (end) => (/^\.{1,2}$/.test(part) ? end : ''));
    if (name === '..') parts.pop();
    else if (name !== '' && name !== '.') parts.push(name);
  }
  const first = parts[0]?.normalize('NFKC').replace(/\p{Default_Ignorable_Code_Point}/gu, '');
  const isData = first === '_next' && parts[1] === 'data';
  // `/_next/data/{build}/x.json` is another way to write `/x`.
  const at = isData ? parts[3] : first;
  return at?.toLowerCase() === FOLDER;
}

/** Escapes that are no UTF-8 stay as they are, those around them do not. */
function unescapePath(path: string): string {
  return path.replace(/(?:%[\da-f]{2})+/gi, (escapes) => {
    try {
      return decodeURIComponent(escapes);
    } catch {
      return escapes.replace(/%([2-7][\da-f])/gi, (_, code: string) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      );
    }
  });
}
