/** What a case gave beside what is expected. It is done here, on the server, and on data alone. */
import 'server-only';
import type { Expected, HowToCompare } from './cases';
import type { Difference } from './difference';
import { matchesPattern } from './match-pattern';
import type { Value } from './value';

/** Undefined where it is right. */
export function differenceOf(
  came: Value,
  expected: Expected,
  how: HowToCompare,
): Difference | undefined {
  if (expected.kind === 'error') return 'value';
  if (expected.kind === 'pattern') {
    if (came.t === 'text' && matchesPattern(came.v, expected.text)) return undefined;
    return isNothing(came) ? 'nothing' : came.t === 'text' ? 'value' : 'kind';
  }
  if (expected.kind === 'shown') {
    if (came.t === 'object' && isShownAs(came.v, expected.text, how)) return undefined;
    return isNothing(came) ? 'nothing' : 'value';
  }
  const { value } = expected;
  if (isSame(came, value, how)) return undefined;
  if (isNothing(came)) return 'nothing';
  if (came.t !== value.t) return isNothing(value) ? 'value' : 'kind';
  if (came.t === 'text' && value.t === 'text') return textDifference(came.v, value.v);
  if (isSame(came, value, { ...how, compare: 'unordered' })) return 'order';
  return 'value';
}

/** Some languages show a text without its quotes. */
function isShownAs(came: string, expected: string, how: HowToCompare): boolean {
  const bare = /^"([^"\\]*)"$/.exec(expected)?.[1];
  if (how.compare === 'number') return outputDifference(came, expected, how) === undefined;
  return neat(came) === neat(expected) || (bare !== undefined && came === bare);
}

/** Of a program's output. */
export function outputDifference(
  came: string,
  expected: string,
  how: HowToCompare,
): Difference | undefined {
  const { compare, tolerance } = how;
  const [ours, theirs] = [neat(came), neat(expected)];
  const isRight = {
    exact: () => came.replace(/\n$/, '') === expected.replace(/\n$/, ''),
    trimmed: () => ours === theirs,
    number: () => sameNumbers(ours, theirs, tolerance),
    unordered: () => sorted(ours) === sorted(theirs),
    pattern: () => matchesPattern(ours, theirs),
  }[compare]();
  if (isRight) return undefined;
  if (ours === '') return 'nothing';
  if (compare === 'pattern') return 'value';
  return textDifference(came, expected);
}

function textDifference(came: string, expected: string): Difference {
  const bare = (text: string) => text.replace(/\s+/g, '');
  if (bare(came) === bare(expected)) return 'spaces';
  if (bare(came).toLowerCase() === bare(expected).toLowerCase()) return 'capitals';
  const [ours, theirs] = [neat(came), neat(expected)];
  return ours.includes('\n') && sorted(ours) === sorted(theirs) ? 'order' : 'value';
}

/** Without spaces at the ends of lines and empty lines around. */
function neat(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\S\n]+$/gm, '')
    .replace(/^\n+|\n+$/g, '');
}

function sorted(text: string): string {
  return text.split('\n').sort().join('\n');
}

const NUMBERS = /[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?/g;

function sameNumbers(came: string, expected: string, tolerance: number): boolean {
  const words = (text: string) => text.replace(NUMBERS, '\uE000').replace(/\s+/g, ' ');
  if (words(came) !== words(expected)) return false;
  const [ours, theirs] = [came.match(NUMBERS) ?? [], expected.match(NUMBERS) ?? []];
  return ours.every((one, at) => isNear(Number(one), Number(theirs[at]), tolerance));
}

function isNear(came: number, expected: number, tolerance: number): boolean {
  if (Object.is(came, expected) || came === expected) return true;
  return Math.abs(came - expected) <= tolerance * Math.max(1, Math.abs(expected));
}

function isNothing({ t }: Value): boolean {
  return t === 'none' || t === 'undefined';
}

function isSame(came: Value, expected: Value, how: HowToCompare): boolean {
  // A value in itself, and one that was too large to be sent, are right nowhere.
  if (came.t === 'cycle' || came.t === 'cut' || came.t !== expected.t) return false;
  if (came.t === 'number' && expected.t === 'number') {
    return sameNumber(came.v, expected.v, how.compare === 'number' ? how.tolerance : 0);
  }
  if (came.t === 'text' && expected.t === 'text') {
    return how.compare === 'trimmed'
      ? neat(came.v).trim() === neat(expected.v).trim()
      : came.v === expected.v;
  }
  const [ours, theirs] = [membersOf(came), membersOf(expected)];
  if (ours && theirs) {
    if (ours.length !== theirs.length) return false;
    if (came.t === 'set' || how.compare === 'unordered') return sameMembers(ours, theirs, how);
    return ours.every((one, at) => isSame(one, theirs[at] as Value, how));
  }
  const [entries, others] = [entriesOf(came), entriesOf(expected)];
  if (entries && others) return sameEntries(entries, others, how);
  return 'v' in came && 'v' in expected ? came.v === expected.v : true;
}

function membersOf(value: Value): Value[] | undefined {
  return value.t === 'list' || value.t === 'tuple' || value.t === 'set' ? value.v : undefined;
}

function entriesOf(value: Value): [Value, Value][] | undefined {
  return value.t === 'dict' || value.t === 'map' ? value.v : undefined;
}

function sameNumber(came: string, expected: string, tolerance: number): boolean {
  if (came === expected) return true;
  const [ours, theirs] = [Number(spelt(came)), Number(spelt(expected))];
  if (Number.isNaN(theirs)) return Number.isNaN(ours);
  if (tolerance > 0) return isNear(ours, theirs, tolerance);
  // Who writes -0 means it.
  if (Object.is(theirs, -0)) return Object.is(ours, -0);
  const isWhole = [came, expected].every((text) => /^-?\d+$/.test(text));
  if (isWhole && ours !== 0) return false;
  return ours === theirs;
}

function spelt(text: string): string {
  return text.replace('nan', 'NaN').replace('inf', 'Infinity');
}

/** Each of the one has its own in the other; both have as many. */
function sameMembers(came: Value[], expected: Value[], how: HowToCompare): boolean {
  const isPlain = how.compare !== 'number' || came.length > 300;
  if (isPlain && how.compare !== 'trimmed') {
    const [ours, theirs] = [came.map(keyOf).sort(), expected.map(keyOf).sort()];
    if (how.compare !== 'unordered' || [...came, ...expected].every(isFlat)) {
      return ours.every((one, at) => one === theirs[at]);
    }
  }
  if (came.length > 300) return false;
  const left = [...expected];
  return came.every((one) => {
    const at = left.findIndex((other) => isSame(one, other, how));
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
}

function isFlat(value: Value): boolean {
  return !('v' in value) || !Array.isArray(value.v);
}

function sameEntries(
  came: [Value, Value][],
  expected: [Value, Value][],
  how: HowToCompare,
): boolean {
  if (came.length !== expected.length) return false;
  const ours = new Map(came.map(([key, value]) => [keyOf(key), value]));
  return expected.every(([key, value]) => {
    const one = ours.get(keyOf(key));
    return one !== undefined && isSame(one, value, how);
  });
}

/** Equal for equal values: 2 and 2.0 too, and whatever the order in a set or a dict. */
function keyOf(value: Value): string {
  if (value.t === 'cycle' || value.t === 'cut') return `?${Math.random()}`;
  if (value.t === 'number') return `n${numberKey(value.v)}`;
  if (!('v' in value)) return value.t;
  if (!Array.isArray(value.v)) return `${value.t}:${JSON.stringify(value.v)}`;
  const keys = (value.v as (Value | [Value, Value])[]).map((one) =>
    Array.isArray(one) ? `${keyOf(one[0])}=${keyOf(one[1])}` : keyOf(one),
  );
  if (value.t === 'set' || value.t === 'dict' || value.t === 'map') keys.sort();
  return `${value.t}(${keys.join(',')})`;
}

function numberKey(text: string): string {
  if (/^-?\d+$/.test(text)) return text.replace(/^-0$/, '0');
  const number = Number(spelt(text));
  return Number.isInteger(number) ? BigInt(number).toString() : String(number);
}
