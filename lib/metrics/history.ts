/** The last minutes of what is counted: its state is kept from time to time, and compared with now. */
import 'server-only';
import type { Family, Sample } from './families';

const EVERY_MS = 30_000;
const KEPT_MS = 5 * 60_000;

type State = Map<string, Sample>;

export class History {
  readonly #families: () => readonly Family[];
  readonly #now: () => number;
  readonly #states: { atMs: number; state: State }[];

  constructor(families: () => readonly Family[], now: () => number = () => performance.now()) {
    this.#families = families;
    this.#now = now;
    this.#states = [{ atMs: now(), state: new Map() }];
  }

  keepFromNowOn(): this {
    setInterval(() => this.keep(), EVERY_MS).unref();
    return this;
  }

  keep(): void {
    const atMs = this.#now();
    this.#states.push({ atMs, state: stateOf(this.#families()) });
    while (this.#states.length > 1 && atMs - (this.#states[1]?.atMs ?? atMs) >= KEPT_MS) {
      this.#states.shift();
    }
  }

  /** How much each has grown since the oldest state that is kept, and how long ago that was. */
  recent(): { seconds: number; grown: Sample[] } {
    const [oldest] = this.#states;
    const seconds = Math.max(1, Math.round((this.#now() - (oldest?.atMs ?? 0)) / 1000));
    const grown = [...stateOf(this.#families())].map(([key, sample]) => ({
      ...sample,
      value: sample.value - (oldest?.state.get(key)?.value ?? 0),
    }));
    return { seconds, grown };
  }
}

function stateOf(families: readonly Family[]): State {
  const samples = families.flatMap((family) => family.samples());
  return new Map(samples.map((sample) => [JSON.stringify([sample.name, sample.labels]), sample]));
}

/** Of one label: how much those of its values have grown that have. */
export function grownBy(grown: readonly Sample[], name: string, label: string) {
  const sums: Record<string, number> = {};
  for (const sample of grown) {
    if (sample.name !== name || sample.value === 0) continue;
    const value = sample.labels[label] ?? '';
    sums[value] = (sums[value] ?? 0) + sample.value;
  }
  return sums;
}

export interface Percentiles {
  count: number;
  p50: number;
  p95: number;
  p99: number;
}

/** Of a histogram, as far as its buckets tell, in its own unit; undefined where nothing was measured. */
export function percentiles(grown: readonly Sample[], name: string): Percentiles | undefined {
  const sums = new Map<number, number>();
  for (const { name: from, labels, value } of grown) {
    if (from !== `${name}_bucket`) continue;
    const bound = labels.le === '+Inf' ? Number.POSITIVE_INFINITY : Number(labels.le);
    sums.set(bound, (sums.get(bound) ?? 0) + value);
  }
  const buckets = [...sums]
    .map(([bound, below]) => ({ bound, below }))
    .sort((a, b) => (a.bound < b.bound ? -1 : 1));
  const count = buckets.at(-1)?.below ?? 0;
  if (count === 0) return undefined;
  const at = (part: number) => {
    const rank = part * count;
    const index = buckets.findIndex(({ below }) => below >= rank);
    const { bound = 0, below = 0 } = buckets[index] ?? {};
    const { bound: from, below: before } = buckets[index - 1] ?? { bound: 0, below: 0 };
    if (bound === Number.POSITIVE_INFINITY) return from;
    return from + ((bound - from) * (rank - before)) / (below - before);
  };
  return { count, p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}
