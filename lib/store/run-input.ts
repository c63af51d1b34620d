import type { ProgramError } from '../agentbay/contract';
import { type Delivery, lineCount } from '../agentbay/delivery';
import type { RunbayApi } from '../client/api';
import { problemOf } from '../client/problem';
import { fillPlural } from '../messages/messages';
import type { RunFacts, RunPhase } from './run-facts';
import type { SliceContext } from './slice';

/** What it needs of the run and of the world outside; a slice's context is one. */
export interface InputContext extends Pick<SliceContext, 'now' | 'texts' | 'transcript'> {
  get: () => { run: RunFacts | undefined; phase: RunPhase };
  api: Pick<RunbayApi, 'sendInput'>;
}

/** What the user gives to a program's standard input; `end` closes it after the text. */
interface Answer {
  text: string;
  end: boolean;
}

/** A program that reads without asking gets what was typed ahead after this time. */
const PROMPT_PATIENCE_MS = 250;

/**
 * The way of typed and of prepared lines to the program. What is typed before the program asks waits
 * for its prompt, so that each line stands after the question it answers. Of prepared lines one goes to
 * a program that has said something since the last; one that only reads gets all the rest.
 */
export function createRunInput(
  { get, api, now, texts, transcript }: InputContext,
  update: (facts: Partial<RunFacts>) => void,
  publish: () => void,
) {
  let ahead: Answer[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let prepared: Delivery = {};
  /** Prepared lines that have not been sent. */
  let lines: string[] = [];
  let hasSpoken = false;

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
      update({ inputPrompt, isInteractive: true });
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
    /** The program has begun: what it has been given with its start is said before it says anything. */
    onStart(): void {
      if (prepared.stdin === undefined) return;
      const { locale, messages } = texts();
      const count = lineCount(prepared.stdin);
      transcript.addText('note', fillPlural(locale, messages.prompt.preparedLines, count));
    },
    onOutput(): void {
      hasSpoken = true;
    },
    /** The program asks. */
    onPrompt(): void {
      if (lines.length > 0) {
        const given = hasSpoken ? lines.splice(0, 1) : lines.splice(0);
        hasSpoken = false;
        void send({ text: `${given.join('\n')}\n`, end: lines.length === 0 });
        return;
      }
      update({ isInteractive: true });
      const answer = ahead.shift();
      if (answer) void send(answer);
    },
    /** The program has ended, by this error if there is one. */
    onEnd(error: ProgramError | undefined): void {
      if (error?.name !== 'EOFError' || !(prepared.lines ?? prepared.stdin)) return;
      const { locale, messages } = texts();
      const count = prepared.lines?.length ?? lineCount(prepared.stdin ?? '');
      transcript.addText('note', fillPlural(locale, messages.prompt.preparedUsedUp, count));
    },
    /** A new run, with what was prepared for it: what was typed for the one before is void. */
    reset(delivery: Delivery): void {
      ahead = [];
      clearTimeout(timer);
      prepared = delivery;
      lines = [...(delivery.lines ?? [])];
      hasSpoken = false;
    },
  };
}
