/** What the check of an activity says. Types only, safe for the browser; what is expected of a hidden case is nowhere in it. */
import type { Difference } from './difference';
import type { CaseError } from './frames';
import type { ValueKind } from './value';

export type Outcome = ExerciseOutcome | OrderOutcome | GapsOutcome | ChoiceOutcome;

export interface ExerciseOutcome {
  type: 'exercise';
  passed: boolean;
  /** The program could not be used at all; then nothing was tried. */
  broken?: { fault: Fault; error?: CaseError; printed?: string };
  results: CaseResult[];
  /** A solution that was held until now. */
  solution?: string;
}

/** How a case ended where it gave no value. */
export type Fault =
  | 'error'
  /** It took longer than it may. */
  | 'timeout'
  /** The program ended in the middle of it. */
  | 'ended'
  | 'memory'
  | 'output'
  | 'processes'
  /** It answered twice. */
  | 'unclear';

export interface CaseResult {
  state: 'passed' | 'failed' | 'untried';
  isHidden: boolean;
  /** The teacher's name for it. */
  label?: string;
  /** A call, an assertion, or standard input. */
  given: { kind: 'call' | 'check' | 'input'; text: string };
  /** What the call gave back, or what the program printed. */
  came?: string;
  /** Of a visible check only. */
  expected?: string;
  /** What was printed besides. */
  printed?: string;
  fault?: Fault;
  error?: CaseError;
  difference?: Difference;
  /** Where they differ: what kind of value came, and which was expected where that tells no value. */
  kinds?: { came: ValueKind | 'error'; expected?: ValueKind | 'error' };
  timeoutS?: number;
}

export interface OrderOutcome {
  type: 'order';
  passed: boolean;
  /** So many lines from the first on stand where they belong. */
  rightLines: number;
  /** All lines stand right, but not how far in. */
  isIndentWrong: boolean;
}

export interface GapsOutcome {
  type: 'gaps';
  passed: boolean;
  right: boolean[];
}

export interface ChoiceOutcome {
  type: 'choice';
  passed: boolean;
  /** What its author says to an option, by its number from 0. Of those that were chosen; of all once it is right. */
  whys: { option: number; why: string }[];
  /** Of several that can be right, so many chosen ones are, and so many are missing. */
  rightChosen: number;
  missing: number;
}
