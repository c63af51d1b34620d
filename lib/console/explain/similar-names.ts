/** How many letters of a name may be wrong for it still to be meant. */
const allowedEdits = (name: string) => (name.length <= 1 ? 0 : name.length <= 5 ? 1 : 2);

/**
 * The candidate that was probably meant by `name`; undefined where none is near enough. Of equally near ones the
 * earlier wins. Capital letters count less than others.
 */
export function similarName(name: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined;
  let bestEdits = allowedEdits(name) + 0.5;
  for (const candidate of candidates) {
    if (candidate === name || candidate.length < 2) continue;
    const edits = isSameIgnoringCase(candidate, name)
      ? 0.1
      : editsBetween(name.toLowerCase(), candidate.toLowerCase(), Math.ceil(bestEdits));
    if (edits < bestEdits) {
      best = candidate;
      bestEdits = edits;
    }
  }
  return best;
}

function isSameIgnoringCase(a: string, b: string): boolean {
  return a.length === b.length && a.toLowerCase() === b.toLowerCase();
}

/** Letters to change, add, leave out or swap with their neighbour; `limit` or more where it is that many. */
function editsBetween(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const isSame = a[i - 1] === b[j - 1];
      let edits = Math.min(
        (last[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (last[j - 1] ?? 0) + (isSame ? 0 : 1),
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        edits = Math.min(edits, (beforeLast[j - 2] ?? 0) + 1);
      }
      row.push(edits);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? limit;
}
