import type { DoneEvent, Problem, ProgramError, RunContext } from '../agentbay/contract';
import type { Language } from '../agentbay/languages';

export type RunPhase = 'idle' | 'starting' | 'running' | 'stopping' | 'finished';

/** How a run ended: as the program's own doing, before it began, or by a failure that is ours. */
export type RunEnd =
  | { kind: 'done'; done: DoneEvent }
  | { kind: 'stopped' }
  /** It does not parse: nothing was started. */
  | { kind: 'refused'; error: ProgramError }
  | { kind: 'problem'; problem: Problem };

/** What is known of the present or last run. */
export interface RunFacts {
  /** Undefined until it has started. */
  runId: string | undefined;
  language: Language;
  /** `fresh`: the editor's program; `continue`: a cell, entered at the prompt. */
  context: RunContext;
  timeoutS: number;
  /** Its place in the queue; undefined where it does not wait in one. */
  queuePosition: number | undefined;
  /** When its clock started, in the time of `Surroundings.now`; it stands still while input is waited for. */
  startedAtMs: number | undefined;
  /** When it began to wait for input; undefined while it does not. */
  waitingSinceMs: number | undefined;
  /** The text before the cursor while the program waits for input; undefined while it does not. */
  inputPrompt: string | undefined;
  /** True once the program has asked for input. */
  isInteractive: boolean;
  /** Where in the transcript its output begins. */
  firstItem: number;
  end: RunEnd | undefined;
}

/** One that has just been asked for. */
export function newRun({
  language,
  context,
  timeoutS,
  firstItem,
}: Pick<RunFacts, 'language' | 'context' | 'timeoutS' | 'firstItem'>): RunFacts {
  return {
    runId: undefined,
    language,
    context,
    timeoutS,
    queuePosition: undefined,
    startedAtMs: undefined,
    waitingSinceMs: undefined,
    inputPrompt: undefined,
    isInteractive: false,
    firstItem,
    end: undefined,
  };
}
