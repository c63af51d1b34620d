/** What of the playground is shared, and the run whose output goes with it. */
import type { RevisionName, Visibility } from '../snippets/contract';
import type { FreshRun } from '../store/run-slice';
import { usedInput } from '../store/selectors';
import type { PlaygroundState } from '../store/slice';
import type { SharedProgram } from './program';

/** What PUT /api/snippets/{id} is sent. */
export interface RevisionRequest extends SharedProgram {
  runId?: string;
  /** The server runs it once more where that run does not fit. */
  receipt?: 'run';
}

/** What POST /api/snippets is sent. */
export interface ShareRequest extends RevisionRequest {
  title?: string;
  visibility: Visibility;
  /** Milliseconds since 1970; null: it stays. */
  expiresAtMs: number | null;
  parent?: RevisionName | undefined;
}

export function programOf(state: PlaygroundState): SharedProgram {
  const { language, code, sourceFiles, timeoutS } = state;
  const stdin = usedInput(state);
  return {
    language,
    code: code[language],
    files: [...sourceFiles],
    ...(stdin === undefined ? {} : { stdin }),
    timeoutS,
  };
}

/** The last run, where it was of exactly this program and input. */
export function fittingRun({ freshRun }: PlaygroundState, program: SharedProgram) {
  return freshRun && isOf(freshRun, program) ? freshRun : undefined;
}

function isOf(run: FreshRun, { language, code, files, stdin, timeoutS }: SharedProgram): boolean {
  return (
    run.language === language &&
    run.code === code &&
    run.timeoutS === timeoutS &&
    run.input === stdin &&
    run.files.length === files.length &&
    files.every(({ path, text }) =>
      run.files.some((file) => file.path === path && file.text === text),
    )
  );
}
