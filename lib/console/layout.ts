import { lastRowCells, rowCount } from './rows';
import type { Block, Item } from './transcript';

/** A stretch of one item that is in view. `fromRow`..`toRow` are rows of a line; a block is whole. */
export interface VisibleItem {
  index: number;
  /** Pixels from the top of the transcript to the first row of this stretch. */
  top: number;
  fromRow: number;
  toRow: number;
}

/** Where everything in a transcript stands, in pixels, without asking the page for it. */
export class TranscriptLayout {
  #rowHeight: number;
  readonly #blockHeights = new WeakMap<Block, number>();
  #columns = 0;
  #widest = 0;
  /** Top of each item; one more entry than items, for the end. */
  #tops: number[] = [0];

  constructor(rowHeight: number) {
    this.#rowHeight = rowHeight;
  }

  /** Pixels of the whole. */
  get height(): number {
    return this.#tops.at(-1) ?? 0;
  }

  /** Columns of the widest row so far; it shrinks only when everything is laid out anew. */
  get widestColumns(): number {
    return this.#widest;
  }

  /** What the page found a block to measure. Returns by how much that is more than was thought. */
  measured(block: Block, height: number): number {
    const before = this.#heightOf(block, false);
    this.#blockHeights.set(block, height);
    return height - before;
  }

  /** Takes in the items from index `from` on; all of them when the width or the height of a row has changed. */
  update(
    items: readonly Item[],
    from: number,
    columns: number,
    rowHeight: number = this.#rowHeight,
  ): void {
    const sameSize = columns === this.#columns && rowHeight === this.#rowHeight;
    const start = sameSize ? Math.min(from, this.#tops.length - 1) : 0;
    this.#columns = columns;
    this.#rowHeight = rowHeight;
    if (start === 0) this.#widest = 0;
    this.#tops.length = start + 1;
    let top = this.#tops[start] ?? 0;
    for (let index = start; index < items.length; index++) {
      const item = items[index];
      if (item) top += this.#heightOf(item, index === items.length - 1);
      this.#tops.push(top);
    }
  }

  /** Pixels from the top of the transcript to the top of an item. */
  topOf(index: number): number {
    return this.#tops[index] ?? this.height;
  }

  /** What stands between two heights, in order. */
  visible(items: readonly Item[], from: number, to: number): VisibleItem[] {
    const found: VisibleItem[] = [];
    for (let index = this.indexAt(from); index < items.length; index++) {
      const top = this.#tops[index] ?? 0;
      const bottom = this.#tops[index + 1] ?? top;
      if (top >= to) break;
      if (bottom === top) continue;
      if (items[index]?.kind === 'text') {
        const fromRow = Math.max(0, Math.floor((from - top) / this.#rowHeight));
        const toRow = Math.min(
          Math.round((bottom - top) / this.#rowHeight),
          Math.ceil((to - top) / this.#rowHeight),
        );
        found.push({ index, top: top + fromRow * this.#rowHeight, fromRow, toRow });
      } else {
        found.push({ index, top, fromRow: 0, toRow: 1 });
      }
    }
    return found;
  }

  #heightOf(item: Item, isLast: boolean): number {
    if (item.kind !== 'text') return this.#blockHeights.get(item) ?? this.#rowHeight * 4;
    // The empty line after a final line feed is where output goes on, not a line that was printed.
    if (isLast && item.length === 0) return 0;
    const rows = rowCount(item, this.#columns);
    const widest = rows > 1 ? this.#columns : lastRowCells(item, this.#columns);
    if (widest > this.#widest) this.#widest = widest;
    return rows * this.#rowHeight;
  }

  /** The last item that begins at or above a height. */
  indexAt(height: number): number {
    let low = 0;
    let high = Math.max(0, this.#tops.length - 2);
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((this.#tops[middle] ?? 0) <= height) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}
