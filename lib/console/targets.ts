/** What a reader can follow in a line of output: addresses, and places in the program. */
import { findLinks, MAX_ADDRESS_LENGTH } from './links';
import { findPlaces, type Place } from './places';
import type { TextLine } from './text-line';

/** A stretch of a line, in columns, and where it leads: to an address or to a line of a file. */
export type Target = { from: number; to: number } & (
  | { href: string; place?: never }
  | { place: Place; href?: never }
);

/** In a longer line only what is near the row in question is looked at. */
const MAX_WHOLE_LENGTH = 4 * MAX_ADDRESS_LENGTH;
const MAY_HOLD_ONE = /:\/\/|:\d|", line \d/;

const known = new WeakMap<TextLine, { version: number; targets: readonly Target[] }>();
const NONE: readonly Target[] = [];

/** The targets that touch the columns `from` up to `to`, in order; they do not overlap. */
export function targetsIn(line: TextLine, from: number, to: number): readonly Target[] {
  if (line.length === 0) return NONE;
  const targets = line.length <= MAX_WHOLE_LENGTH ? ofLine(line) : near(line, from, to);
  if (targets.length === 0) return NONE;
  return targets.filter((target) => target.from < to && target.to > from);
}

function ofLine(line: TextLine): readonly Target[] {
  const before = known.get(line);
  if (before?.version === line.version) return before.targets;
  const targets = findTargets(line.text, line);
  known.set(line, { version: line.version, targets });
  return targets;
}

/** One that the window cuts is left out: it would lead somewhere else. */
function near(line: TextLine, from: number, to: number): readonly Target[] {
  const start = Math.max(0, from - MAX_ADDRESS_LENGTH);
  const end = Math.min(line.length, to + MAX_ADDRESS_LENGTH);
  return findTargets(line.text.slice(start, end), line)
    .map((target) => ({ ...target, from: target.from + start, to: target.to + start }))
    .filter(
      (target) => (target.from > start || start === 0) && (target.to < end || end === line.length),
    );
}

function findTargets(text: string, { tone }: TextLine): readonly Target[] {
  if (!MAY_HOLD_ONE.test(text)) return NONE;
  const links: Target[] = findLinks(text);
  // What a program prints itself may look like a place and mean something else.
  const isTraceback = tone === 'error' || tone === 'error-name' || tone === 'stderr';
  if (!isTraceback) return links;
  const isFree = ({ from, to }: Target) => !links.some((link) => link.from < to && link.to > from);
  return [...links, ...findPlaces(text).filter(isFree)].sort((a, b) => a.from - b.from);
}
