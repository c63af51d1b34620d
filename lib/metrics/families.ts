/**
 * Counters, gauges and histograms that can be written in Prometheus' text format 0.0.4
 * (prometheus.io/docs/instrumenting/exposition_formats). Values of labels come from closed sets, never from a
 * request: each set of them is kept for ever.
 */

/** One line of the text: `name{labels} value`. */
export interface Sample {
  name: string;
  labels: Record<string, string>;
  value: number;
}

export interface Family {
  name: string;
  help: string;
  type: 'counter' | 'gauge' | 'histogram';
  samples(): Sample[];
}

interface Head {
  name: string;
  help: string;
}

const SEPARATOR = '\u0000';

/** Counts that only rise, one for each set of label values. */
export class Counter<Label extends string = never> implements Family {
  readonly type = 'counter';
  readonly name: string;
  readonly help: string;
  readonly #labels: readonly Label[];
  readonly #counts = new Map<string, number>();

  constructor({ name, help }: Head, labels: readonly Label[] = []) {
    this.name = name;
    this.help = help;
    this.#labels = labels;
    if (labels.length === 0) this.#counts.set('', 0);
  }

  /** `values` in the order of the labels. */
  add(values: readonly string[] = [], by = 1): void {
    const key = values.join(SEPARATOR);
    this.#counts.set(key, (this.#counts.get(key) ?? 0) + by);
  }

  samples(): Sample[] {
    return [...this.#counts].map(([key, value]) => ({
      name: this.name,
      labels: labelsOf(this.#labels, key),
      value,
    }));
  }
}

interface Buckets {
  /** How many were at most as large as each bound; those above all at the end. */
  counts: number[];
  sum: number;
}

/** How many values fell below each bound, and their sum. */
export class Histogram<Label extends string = never> implements Family {
  readonly type = 'histogram';
  readonly name: string;
  readonly help: string;
  readonly bounds: readonly number[];
  readonly #labels: readonly Label[];
  readonly #series = new Map<string, Buckets>();

  /** `bounds` rise. */
  constructor({ name, help }: Head, bounds: readonly number[], labels: readonly Label[] = []) {
    this.name = name;
    this.help = help;
    this.bounds = bounds;
    this.#labels = labels;
    if (labels.length === 0) this.#seriesOf('');
  }

  observe(value: number, labels: readonly string[] = []): void {
    const series = this.#seriesOf(labels.join(SEPARATOR));
    let at = 0;
    while (at < this.bounds.length && value > (this.bounds[at] as number)) at += 1;
    series.counts[at] = (series.counts[at] ?? 0) + 1;
    series.sum += value;
  }

  samples(): Sample[] {
    return [...this.#series].flatMap(([key, { counts, sum }]) => {
      const labels = labelsOf(this.#labels, key);
      let below = 0;
      const buckets = counts.map((count, at) => {
        below += count;
        const bound = this.bounds[at];
        const le = bound === undefined ? '+Inf' : String(bound);
        return { name: `${this.name}_bucket`, labels: { ...labels, le }, value: below };
      });
      return [
        ...buckets,
        { name: `${this.name}_sum`, labels, value: sum },
        { name: `${this.name}_count`, labels, value: below },
      ];
    });
  }

  #seriesOf(key: string): Buckets {
    const known = this.#series.get(key);
    if (known !== undefined) return known;
    const made = { counts: new Array<number>(this.bounds.length + 1).fill(0), sum: 0 };
    this.#series.set(key, made);
    return made;
  }
}

/** What is so at this moment; `values` of several by the value of their one label. */
export function gauge(head: Head, value: number | undefined): Family;
export function gauge(head: Head, values: Record<string, number>, label: string): Family;
export function gauge(
  { name, help }: Head,
  values: number | Record<string, number> | undefined,
  label = '',
): Family {
  const samples = () => {
    if (values === undefined) return [];
    if (typeof values === 'number') return [{ name, labels: {}, value: values }];
    return Object.entries(values).map(([key, value]) => ({
      name,
      labels: { [label]: key },
      value,
    }));
  };
  return { name, help, type: 'gauge', samples };
}

/** A count that somebody else keeps. */
export function countedElsewhere(head: Head, value: number): Family {
  return { ...head, type: 'counter', samples: () => [{ name: head.name, labels: {}, value }] };
}

/** The content type of `exposition`. */
export const EXPOSITION_TYPE = 'text/plain; version=0.0.4; charset=utf-8';

export function exposition(families: readonly Family[]): string {
  return families.map(textOf).join('');
}

function textOf(family: Family): string {
  const { name, help, type } = family;
  const lines = family
    .samples()
    .map((sample) => `${sample.name}${labelText(sample.labels)} ${numberText(sample.value)}\n`);
  const words = help.replaceAll('\\', '\\\\').replaceAll('\n', '\\n');
  return `# HELP ${name} ${words}\n# TYPE ${name} ${type}\n${lines.join('')}`;
}

function labelText(labels: Record<string, string>): string {
  const pairs = Object.entries(labels).map(([label, value]) => {
    const text = value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');
    return `${label}="${text}"`;
  });
  return pairs.length === 0 ? '' : `{${pairs.join(',')}}`;
}

function numberText(value: number): string {
  if (value === Number.POSITIVE_INFINITY) return '+Inf';
  if (value === Number.NEGATIVE_INFINITY) return '-Inf';
  return String(value);
}

function labelsOf<Label extends string>(names: readonly Label[], key: string) {
  const values = key.split(SEPARATOR);
  return Object.fromEntries(names.map((name, at) => [name, values[at] ?? '']));
}
