import { problemOf } from '../client/problem';
import type { RunFacts } from './run-slice';
import type { SliceContext } from './slice';

/** What the user gives to a program's standard input; `end` closes it after the text. */
interface Answer {
  text: string;
  end: boolean;
}

/** A program that reads without asking gets what was typed ahead after this time. */
const PROMPT_PATIENCE_MS = 250;

/**
 * The way of typed lines to the program. What is typed before the program asks waits for its prompt,
 * so that each line stands after the question it answers.
 */
export function createRunInput(
  { get, api, now, transcript }: SliceContext,
  update: (facts: Partial<RunFacts>) => void,
  publish: () => void,
) {
  let ahead: Answer[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;

  const send = async ({ text, end }: Answer) => {
    const { run, phase } = get();
    if (run?.runId === undefined || phase !== 'running') return;
    const { runId, inputPrompt, startedAtMs = 0, waitingSinceMs = now() } = run;
    update({
      inputPrompt: undefined,
      waitingSinceMs: undefined,
      startedAtMs: startedAtMs + now() - waitingSinceMs,
    });
    transcript.echo(end && text === '' ? '\n' : text);
    publish();
    try {
      await api.sendInput(runId, text, end);
    } catch (error) {
      // The run may have ended in the meantime; then its end says more than this failure.
      if (get().run?.runId !== runId || get().phase === 'finished') return;
      const problem = problemOf(error);
      transcript.addBlock({ kind: 'problem', problem, lost: 'input' });
      update({ inputPrompt });
      publish();
    }
  };
  const flush = async () => {
    const answers = ahead;
    ahead = [];
    // One after the other: requests may overtake each other on their way.
    for (const answer of answers) await send(answer);
  };

  return {
    async offer(answer: Answer): Promise<void> {
      if (get().run?.inputPrompt !== undefined) return send(answer);
      ahead.push(answer);
      clearTimeout(timer);
      timer = setTimeout(() => void flush(), PROMPT_PATIENCE_MS);
      return undefined;
    },
    /** The program asks. */
    onPrompt(): void {
      const answer = ahead.shift();
      if (answer) void send(answer);
    },
    /** A new run: what was typed for the one before is void. */
    reset(): void {
      ahead = [];
      clearTimeout(timer);
    },
  };
}
