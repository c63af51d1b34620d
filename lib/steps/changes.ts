/** What one step has changed, and where the next change of a variable is. */
import type { ShownFrame, StepStates } from './states';
import { textOfValue } from './value-text';

/** A variable: of all calls of that function, or of the main program. */
export interface StepVariable {
  frame: string;
  name: string;
}

export interface VariableChange extends StepVariable {
  /** Absent where it is new. */
  from?: string;
  to: string;
}

const DEPTH = 4;
/** Long enough to tell two values apart. */
const LENGTH = 10_000;

/** The variables that are new or different since the step before, innermost frame first; none at step 0. */
export function changesAt(states: StepStates, at: number): VariableChange[] {
  if (at === 0) return [];
  const before = valuesAt(states, at - 1);
  const now = valuesAt(states, at);
  const changed = [...now.values()].filter(({ key, text }) => before.get(key)?.text !== text);
  const depths = [...new Set(changed.map(({ depth }) => depth))].reverse();
  return depths.flatMap((depth) =>
    changed
      .filter((value) => value.depth === depth)
      .map(({ key, frame, name, text }) => {
        const from = before.get(key)?.text;
        return { frame, name, to: text, ...(from === undefined ? {} : { from }) };
      }),
  );
}

/**
 * The next step, or the one before, at which that variable has another value; undefined where there is none.
 * Without a variable: at which any has.
 */
export function nextChange(
  states: StepStates,
  from: number,
  variable: StepVariable | undefined,
  direction: 1 | -1,
): number | undefined {
  const isIt = ({ frame, name }: StepVariable) =>
    variable === undefined || (frame === variable.frame && name === variable.name);
  for (let at = from + direction; at > 0 && at < states.count; at += direction) {
    if (changesAt(states, at).some(isIt)) return at;
  }
  return undefined;
}

/** Each variable that there ever is, in the order in which they come up. */
export function variablesOf(states: StepStates): StepVariable[] {
  const found = new Map<string, StepVariable>();
  for (const { frames } of states.trace.steps) {
    for (const frame of Object.values(frames ?? {})) {
      for (const [name] of frame.variables) {
        const variable = { frame: nameOf(frame), name };
        found.set(`${variable.frame}\n${name}`, variable);
      }
    }
  }
  return [...found.values()];
}

/** The next step, after that the first one, at which that line is next. Undefined where it never is. */
export function stepAtLine(
  states: StepStates,
  from: number,
  file: string,
  line: number,
): number | undefined {
  const isThere = (at: number) => {
    const top = states.at(at).frames.at(-1);
    return top?.line === line && top.frame.file === file;
  };
  for (let gone = 1; gone <= states.count; gone++) {
    const at = (from + gone) % states.count;
    if (isThere(at)) return at;
  }
  return undefined;
}

interface Value extends StepVariable {
  key: string;
  depth: number;
  text: string;
}

/** Of the last two steps that were asked for: whoever looks for a change goes from one to the next. */
const kept = new WeakMap<StepStates, Map<number, Map<string, Value>>>();

function valuesAt(states: StepStates, at: number): Map<string, Value> {
  const known = kept.get(states) ?? new Map<number, Map<string, Value>>();
  const values = known.get(at) ?? readValues(states, at);
  const last = [...known].filter(([other]) => other !== at).slice(-1);
  kept.set(states, new Map([...last, [at, values]]));
  return values;
}

function readValues(states: StepStates, at: number): Map<string, Value> {
  const { frames, boxes } = states.at(at);
  const values = frames.flatMap(({ id, frame }, depth) =>
    frame.variables.map(([name, value]): [string, Value] => {
      const key = `${id}\n${name}`;
      return [
        key,
        { key, depth, frame: nameOf(frame), name, text: textOfValue(value, boxes, DEPTH, LENGTH) },
      ];
    }),
  );
  return new Map(values);
}

/** Empty for the main program. */
export function nameOf({ kind, name, file }: ShownFrame['frame']): string {
  if (kind === 'main') return '';
  return kind === 'module' ? file : name;
}
