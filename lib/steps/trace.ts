/**
 * What a program did, step by step: POST /api/steps. Types only, safe for the browser. A step tells of frames
 * and boxes only what has changed since the step before (`states.ts` puts them together).
 */
import type { Exit, ProgramError } from '@/lib/agentbay/contract';
import type { Language } from '@/lib/agentbay/languages';

/** Those whose programs can be recorded. */
export const STEP_LANGUAGES = ['python', 'javascript', 'typescript'] as const satisfies Language[];
export type StepLanguage = (typeof STEP_LANGUAGES)[number];

export function canBeStepped(language: Language): language is StepLanguage {
  return STEP_LANGUAGES.some((one) => one === language);
}

export const STEPS_LIMIT = 5000;

/** A plain value as its language writes it, or the number of the box that it leads to. */
export type StepValue = string | number;

export const BOX_KINDS = ['list', 'set', 'map', 'object', 'function', 'class', 'text'] as const;

/** One object. Two names for the same object lead to the same box. */
export interface Box {
  kind: (typeof BOX_KINDS)[number];
  /** The name of its type. */
  type: string;
  /** What is said of it as a whole: a function's head, an exception's message. */
  text?: string;
  /** Of a list or a set. */
  items?: StepValue[];
  /** Of a map: key and value. Of all others a name, as it is, and its value. */
  entries?: [StepValue, StepValue][];
  /** How many there are, where not all of them are here. */
  size?: number;
}

export const FRAME_KINDS = ['main', 'module', 'class', 'function'] as const;

export interface StepFrame {
  name: string;
  kind: (typeof FRAME_KINDS)[number];
  /** Relative to the workspace. */
  file: string;
  variables: [name: string, value: StepValue][];
}

/**
 * `line`: that line is next. `call`: it is the first one of a function that was just entered. `return`, `yield`:
 * the innermost function ends, or waits after it has handed on `value`. `exception`: the line raised it.
 */
export const STEP_EVENTS = ['line', 'call', 'return', 'yield', 'exception'] as const;
export type StepEvent = (typeof STEP_EVENTS)[number];

export interface Step {
  event: StepEvent;
  /** Number and line of each frame, outermost first; line 0: none of it is running. */
  stack: [frame: number, line: number][];
  /** How many frames are left out of the middle of `stack`. */
  hidden?: number;
  /** By their numbers, those that are new or different. */
  frames?: Record<string, StepFrame>;
  boxes?: Record<string, Box>;
  /** How many pieces of the trace's `output` had been printed. */
  output: number;
  /** Of `return` and `yield`. */
  value?: StepValue;
  exception?: string;
}

/** `steps`, `size`: more than is recorded. `time`: the program was ended. `stopped`: it ended in a way that tells no more. */
export const STEP_CUTS = ['steps', 'size', 'time', 'stopped'] as const;

/** `threads`: other threads ran. `deep`: calls nested too deeply. `shortened`: long values. `output`: much was printed. */
export const STEP_OMISSIONS = ['threads', 'deep', 'shortened', 'output'] as const;
export type StepOmission = (typeof STEP_OMISSIONS)[number];

export interface StepTrace {
  language: StepLanguage;
  steps: Step[];
  output: { stream: 'stdout' | 'stderr'; text: string }[];
  /** Why the recording ended before the program; absent: it is whole. */
  cut?: (typeof STEP_CUTS)[number];
  /** What is not shown. */
  omitted: StepOmission[];
  exit: Exit;
  errorMessage?: string;
  error?: ProgramError;
}
