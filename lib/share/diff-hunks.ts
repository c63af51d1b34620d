import type { DiffRow } from './line-diff';

/** Rows that belong together, and how many like on both sides are left out before them. */
export interface Hunk {
  skipped: number;
  rows: DiffRow[];
}

/** What differs, with a few lines around it; `rest` are the same lines after the last, `hidden` the rows past `maxRows`. */
export function hunksOf(
  rows: readonly DiffRow[],
  { around = 3, maxRows = 400 } = {},
): { hunks: Hunk[]; rest: number; hidden: number } {
  const isShown = new Array<boolean>(rows.length).fill(false);
  for (const [index, { kind }] of rows.entries()) {
    if (kind === 'same') continue;
    isShown.fill(true, Math.max(0, index - around), index + around + 1);
  }
  const hunks: Hunk[] = [];
  let [skipped, shown, hidden] = [0, 0, 0];
  let open: Hunk | undefined;
  for (const [index, row] of rows.entries()) {
    if (!isShown[index]) {
      open = undefined;
      skipped += 1;
    } else if (shown >= maxRows) {
      hidden += 1;
    } else {
      if (!open) {
        open = { skipped, rows: [] };
        hunks.push(open);
        skipped = 0;
      }
      open.rows.push(row);
      shown += 1;
    }
  }
  return { hunks, rest: hidden > 0 ? 0 : skipped, hidden };
}
