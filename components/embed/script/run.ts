/** One program at a time, run in a sandbox of its own: no session, no cookie, nothing of the visitor's. */
import type { DoneEvent, ProgramError, RunEvent } from '@/lib/agentbay/contract';
import { deliveryOf } from '@/lib/agentbay/delivery';
import { createApi } from '@/lib/client/api';
import { CONNECTION_LOST, problemOf } from '@/lib/client/problem';
import { runningFact, type StatusLine, sentenceOfEnd, statusOfEnd } from '@/lib/console/status';
import { Transcript } from '@/lib/console/transcript';
import { fill, type Texts } from '@/lib/messages/messages';
import { newRun, type RunFacts, type RunPhase } from '@/lib/store/run-facts';
import { createRunInput } from '@/lib/store/run-input';
import { showError, showHint, showInterrupt, showItem } from '@/lib/store/show';
import type { EmbedProgram } from '../page-data';

/** The server's grace for a program that does not stop is shorter; past this it does not answer. */
const STOP_PATIENCE_MS = 6000;

export class EmbedRun {
  readonly transcript = new Transcript();
  phase: RunPhase = 'idle';
  facts: RunFacts | undefined;
  status: Pick<StatusLine, 'tone' | 'headline' | 'facts'> = {
    tone: 'quiet',
    headline: '',
    facts: [],
  };
  /** The same, to be said aloud; figures that change each second are not in it. */
  spoken = '';

  readonly #texts: Texts;
  readonly #onChange: () => void;
  // A sandbox of its own, also where a cookie could be sent: an embed acts for nobody.
  readonly #api = createApi((path, init) => fetch(path, { ...init, credentials: 'omit' }));
  readonly #input;
  #abort: AbortController | undefined;
  #error: ProgramError | undefined;

  /** `onChange` is called whenever there is something new to be shown. */
  constructor(texts: Texts, onChange: () => void) {
    this.#texts = texts;
    this.#onChange = onChange;
    const now = () => performance.now();
    this.#input = createRunInput(
      {
        get: () => ({ run: this.facts, phase: this.phase }),
        ...{ api: this.#api, now, texts: () => texts, transcript: this.transcript },
      },
      (facts) => this.#update(facts),
      onChange,
    );
  }

  get isActive(): boolean {
    return this.phase === 'starting' || this.phase === 'running' || this.phase === 'stopping';
  }

  /** Settles when it has ended. */
  async start({ code, language, files, stdin, timeoutS }: EmbedProgram): Promise<void> {
    const own = new AbortController();
    this.#abort?.abort();
    this.#abort = own;
    const prepared = deliveryOf(stdin);
    this.#error = undefined;
    this.#input.reset(prepared);
    this.transcript.clear();
    this.facts = newRun({ language, context: 'fresh', timeoutS, firstItem: 0 });
    this.#go('starting', this.#texts.messages.console.status.starting);
    const request = {
      ...{ code, language, timeoutS, files, context: 'fresh' as const },
      ...(prepared.stdin === undefined ? {} : { stdin: prepared.stdin }),
    };
    try {
      for await (const event of this.#api.run(request, own.signal)) {
        if (this.#abort !== own) return;
        this.#receive(event);
        this.#onChange();
      }
      if (this.#abort === own) this.#fail(new TypeError('The stream ended without `done`.'));
    } catch (error) {
      if (this.#abort === own) this.#fail(error);
    }
  }

  async stop(): Promise<void> {
    const own = this.#abort;
    if (!own) return;
    const giveUp = () => {
      if (this.#abort !== own) return;
      own.abort();
      this.#end({
        tone: 'quiet',
        headline: this.#texts.messages.console.status.stopped,
        facts: [],
      });
    };
    const runId = this.facts?.runId;
    if (runId === undefined) return giveUp();
    this.#go('stopping', this.#texts.messages.console.status.stopping);
    setTimeout(giveUp, STOP_PATIENCE_MS);
    // A closed stream stops the program too.
    await this.#api.stop(runId).catch(giveUp);
  }

  /** Ends what runs, and shows nothing of it any more. */
  drop(): void {
    this.#abort?.abort();
    this.#abort = undefined;
    this.phase = 'idle';
    this.facts = undefined;
  }

  /** A line to the program, without its end. */
  answer(line: string): void {
    void this.#input.offer({ text: `${line}\n`, end: false });
  }

  /** The end of its input, after `rest`. */
  endInput(rest: string): void {
    void this.#input.offer({ text: rest, end: true });
  }

  /** Called each second: how long it has run. */
  tick(): void {
    const { startedAtMs, inputPrompt, timeoutS = 0 } = this.facts ?? {};
    if (this.phase !== 'running' || startedAtMs === undefined || inputPrompt !== undefined) return;
    const elapsedS = (performance.now() - startedAtMs) / 1000;
    this.status = { ...this.status, facts: [runningFact(elapsedS, timeoutS, this.#texts)] };
    this.#onChange();
  }

  #receive(event: RunEvent): void {
    const { transcript } = this;
    const { status, spoken } = this.#texts.messages.console;
    if (event.type === 'queued') {
      this.#go('starting', fill(status.queued, { place: event.position }));
    } else if (event.type === 'start') {
      const { runId, timeoutS } = event;
      this.#update({ runId, timeoutS, startedAtMs: performance.now() });
      this.#go('running', status.running);
      this.spoken = spoken.runs;
      this.#input.onStart();
    } else if (event.type === 'stdout' || event.type === 'stderr') {
      transcript.write(event.type, event.text);
      this.#input.onOutput();
    } else if (event.type === 'result') {
      showItem(transcript, event.item);
    } else if (event.type === 'input') {
      const waitingSinceMs = this.facts?.waitingSinceMs ?? performance.now();
      this.#update({ inputPrompt: event.prompt, waitingSinceMs });
      this.spoken = fill(spoken.waits, { prompt: event.prompt });
      this.#input.onPrompt();
    } else if (event.type === 'error') {
      this.#error = event;
      // It is our own way to interrupt; whether it was, the end will say.
      if (event.name !== 'KeyboardInterrupt') showError(transcript, event);
    } else if (event.type === 'done') {
      this.#finish(event);
    }
  }

  #finish(done: DoneEvent): void {
    const texts = this.#texts;
    const error = this.#error;
    if (error?.name === 'KeyboardInterrupt') showInterrupt(this.transcript, done, error);
    showHint(this.transcript, done, error, { limits: undefined, texts });
    this.#input.onEnd(error);
    const allowed = { timeoutS: this.facts?.timeoutS ?? 0, limits: undefined };
    const { tone, headline, facts } = statusOfEnd(done, allowed, texts);
    this.#end({ tone, headline, facts: facts.slice(0, 2) });
    this.spoken = sentenceOfEnd(done, allowed, texts);
  }

  #fail(error: unknown): void {
    const found = problemOf(error);
    const hasBegun = this.facts?.runId !== undefined;
    const problem = hasBegun && found.code === 'offline' ? CONNECTION_LOST : found;
    this.transcript.addBlock({ kind: 'problem', problem, lost: 'run' });
    const { status } = this.#texts.messages.console;
    this.#end({
      tone: 'failure',
      headline: hasBegun ? status.brokenOff : status.notRun,
      facts: [],
    });
  }

  #end(status: EmbedRun['status']): void {
    this.#abort = undefined;
    this.#update({ inputPrompt: undefined });
    this.phase = 'finished';
    this.status = status;
    this.spoken = status.headline;
    this.#onChange();
  }

  #go(phase: RunPhase, headline: string): void {
    this.phase = phase;
    this.status = { tone: 'active', headline, facts: [] };
    this.spoken = headline;
    this.#onChange();
  }

  #update(facts: Partial<RunFacts>): void {
    if (this.facts) this.facts = { ...this.facts, ...facts };
  }
}
