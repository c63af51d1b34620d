import type { Match } from './row-parts';
import type { Item } from './transcript';

export interface SearchQuery {
  text: string;
  matchCase: boolean;
}

/** What has been found in one item: in a line the columns, in another block only that there is something. */
interface Hit {
  index: number;
  columns: number[];
  /** Matches in the items before. */
  before: number;
}

/** Where one match is. */
export interface MatchPlace {
  index: number;
  column: number;
}

/** More are not counted. */
export const MAX_MATCHES = 100_000;
/** Lines and matches between two looks at the clock. */
const STEPS = 200;

/**
 * Finds a text in a transcript, a little at a time, so that nothing has to wait for it. What is found stays
 * found while output is added at the end.
 */
export class TranscriptSearch {
  #query: SearchQuery = { text: '', matchCase: false };
  #pattern: RegExp | undefined;
  #hits: Hit[] = [];
  #total = 0;
  /** The item that is looked at next, and from which column on. */
  #next = 0;
  #column = 0;
  #current: MatchPlace | undefined;

  get query(): SearchQuery {
    return this.#query;
  }

  /** How many there are, as far as it has looked. */
  get total(): number {
    return this.#total;
  }

  /** True where there are more than are counted. */
  get isCut(): boolean {
    return this.#total >= MAX_MATCHES;
  }

  /** The match that the reader stands at. */
  get current(): MatchPlace | undefined {
    return this.#current;
  }

  /** Its number, from 1; 0 where the reader stands at none. */
  get ordinal(): number {
    const hit = this.#current && this.#hitAt(this.#current.index);
    if (!hit || !this.#current) return 0;
    return hit.before + hit.columns.indexOf(this.#current.column) + 1;
  }

  setQuery(query: SearchQuery): void {
    this.#query = query;
    this.#pattern = patternOf(query);
    this.changed(0);
  }

  /** Says from which item on the transcript is not what it was. */
  changed(from: number): void {
    if (from > this.#next) return;
    this.#next = from;
    this.#column = 0;
    while ((this.#hits.at(-1)?.index ?? -1) >= from) this.#hits.pop();
    const last = this.#hits.at(-1);
    this.#total = last ? last.before + last.columns.length : 0;
  }

  /** Looks on until `isTime` says so. True when everything has been looked at. */
  advance(items: readonly Item[], textOf: (item: Item) => string, isTime: () => boolean): boolean {
    const pattern = this.#pattern;
    if (!pattern) return true;
    let steps = 0;
    while (this.#next < items.length && !this.isCut) {
      const item = items[this.#next];
      if (item) {
        const text = textOf(item);
        pattern.lastIndex = this.#column;
        for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
          this.#add(match.index);
          this.#column = pattern.lastIndex;
          // A block is found as a whole.
          if (item.kind !== 'text' || this.isCut) break;
          steps += 1;
          if (steps % STEPS === 0 && isTime()) return false;
        }
        steps += 1 + (text.length >> 8);
      }
      this.#next += 1;
      this.#column = 0;
      if (steps >= STEPS) {
        steps = 0;
        if (isTime()) return false;
      }
    }
    return true;
  }

  /** The matches in the columns `from` up to `to` of an item. */
  matchesIn(index: number, from: number, to: number): Match[] {
    const hit = this.#hitAt(index);
    if (!hit) return [];
    const { length } = this.#query.text;
    const matches: Match[] = [];
    for (let at = firstAtOrAfter(hit.columns, from - length + 1); at < hit.columns.length; at++) {
      const column = hit.columns[at] ?? 0;
      if (column >= to) break;
      const isCurrent = this.#current?.index === index && this.#current.column === column;
      matches.push({ from: column, to: column + length, isCurrent });
    }
    return matches;
  }

  /** Whether an item that is not text has been found. */
  matchOfBlock(index: number): 'found' | 'current' | undefined {
    if (!this.#hitAt(index)) return undefined;
    return this.#current?.index === index ? 'current' : 'found';
  }

  /** Goes to the first match at or below a place; to the first of all where there is none. */
  goNear(place: MatchPlace): void {
    const { index, column } = place;
    const hit = this.#hits.find(
      (one) => one.index > index || (one.index === index && (one.columns.at(-1) ?? 0) >= column),
    );
    const columns = hit?.columns ?? [];
    const at = hit?.index === index ? firstAtOrAfter(columns, column) : 0;
    this.#current = hit ? { index: hit.index, column: columns[at] ?? 0 } : this.#first();
  }

  /** Goes on by one match, or back by one, and round at the ends. */
  step(direction: 1 | -1): void {
    if (this.#total === 0) return;
    const target = this.ordinal === 0 && direction === 1 ? 0 : this.ordinal - 1 + direction;
    const wanted = (target + this.#total) % this.#total;
    const hit = this.#hits.findLast(({ before }) => before <= wanted);
    if (hit) this.#current = { index: hit.index, column: hit.columns[wanted - hit.before] ?? 0 };
  }

  /** Stands nowhere. */
  leave(): void {
    this.#current = undefined;
  }

  #add(column: number): void {
    const last = this.#hits.at(-1);
    if (last?.index === this.#next) last.columns.push(column);
    else this.#hits.push({ index: this.#next, columns: [column], before: this.#total });
    this.#total += 1;
  }

  #first(): MatchPlace | undefined {
    const [first] = this.#hits;
    return first && { index: first.index, column: first.columns[0] ?? 0 };
  }

  #hitAt(index: number): Hit | undefined {
    let low = 0;
    let high = this.#hits.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const hit = this.#hits[middle];
      if (!hit || hit.index === index) return hit;
      if (hit.index < index) low = middle + 1;
      else high = middle - 1;
    }
    return undefined;
  }
}

function firstAtOrAfter(columns: readonly number[], column: number): number {
  let low = 0;
  let high = columns.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((columns[middle] ?? 0) < column) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Undefined where there is nothing to look for. */
function patternOf({ text, matchCase }: SearchQuery): RegExp | undefined {
  if (text === '') return undefined;
  const literal = text.toWellFormed().replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  return new RegExp(literal, matchCase ? 'gu' : 'giu');
}
