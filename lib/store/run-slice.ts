import type { DoneEvent, ProgramError, RunContext, RunEvent } from '../agentbay/contract';
import { deliveryOf } from '../agentbay/delivery';
import type { Language } from '../agentbay/languages';
import { CONNECTION_LOST, problemOf } from '../client/problem';
import { PROMPT_MARKS } from '../console/prompt-marks';
import type { Transcript } from '../console/transcript';
import { explainBelow, failedProgram } from './explain-error';
import { newRun, type RunEnd, type RunFacts, type RunPhase } from './run-facts';
import { createRunInput } from './run-input';
import { markOfEnd, markOfError } from './run-mark';
import { isActive, usedInput } from './selectors';
import { showError, showHint, showInterrupt, showItem } from './show';
import type { PlaygroundState, SliceContext } from './slice';

/** A fresh run to its end: what ran, and how. */
export interface FreshRun {
  runId: string;
  language: Language;
  code: string;
  files: PlaygroundState['sourceFiles'];
  /** What was prepared for it. */
  input: string | undefined;
  timeoutS: number;
  done: DoneEvent;
}

export interface RunSlice {
  phase: RunPhase;
  /** Undefined before the first run. */
  run: RunFacts | undefined;
  /** The last fresh run that came to its end, whatever was run at the prompt since. */
  freshRun: FreshRun | undefined;
  /** What is on the console. Mutable; `outputVersion` rises, at most once a frame, when it has changed. */
  transcript: Transcript;
  outputVersion: number;
  /** How often the context of each language has run something, as far as this page knows: what a cell finds. */
  contextRuns: Partial<Record<Language, number>>;
  /** Runs the current program; one that still runs is stopped first. Settles when the run has ended. */
  runProgram(): Promise<void>;
  /** Goes on in the current language's context; nothing happens while something runs. Settles as `runProgram`. */
  runCell(code: string): Promise<void>;
  /** Politely; the server kills a program that does not listen. */
  stopProgram(): Promise<void>;
  /** Answers a prompt: one line, without its end. */
  sendLine(line: string): Promise<void>;
  /** The program reads the end of its input. `rest` is what was typed before that. */
  endInput(rest: string): Promise<void>;
  clearOutput(): void;
}

/** The server's grace for a program that does not stop is shorter; past this it does not answer. */
const STOP_PATIENCE_MS = 6000;

export function createRunSlice(context: SliceContext): RunSlice {
  const { set, get, api, now, onNextFrame, texts, transcript } = context;
  let abort: AbortController | undefined;
  /** The program and its files as they were when the run began: marks belong to them alone. */
  let runCode = '';
  let runFiles: PlaygroundState['sourceFiles'] = [];
  let runInput: string | undefined;
  let lastError: ProgramError | undefined;
  let publishing = false;

  const publish = () => {
    if (publishing) return;
    publishing = true;
    onNextFrame(() => {
      publishing = false;
      set({ outputVersion: transcript.version });
    });
  };

  const update = (facts: Partial<RunFacts>) => {
    const { run } = get();
    if (run) set({ run: { ...run, ...facts } });
  };

  const finish = (end: RunEnd) => {
    abort = undefined;
    update({ end, inputPrompt: undefined, queuePosition: undefined });
    set({ phase: 'finished', outputVersion: transcript.version });
    void get().refreshSession();
    // A run that has not begun has changed nothing.
    if (get().run?.runId !== undefined) get().noteRunFiles(runFiles);
  };

  const fail = (error: unknown) => {
    const started = get().run?.runId !== undefined;
    const found = problemOf(error);
    const problem = started && found.code === 'offline' ? CONNECTION_LOST : found;
    transcript.addBlock({ kind: 'problem', problem, lost: 'run' });
    finish({ kind: 'problem', problem });
  };

  const mark = (found: ReturnType<typeof markOfError>) => {
    const { run, language, code, sourceFiles } = get();
    if (!found || run?.context !== 'fresh' || run.language !== language) return;
    const textIn = (files: typeof runFiles) => files.find(({ path }) => path === found.path)?.text;
    const isAsRun =
      found.path === undefined
        ? code[language] === runCode
        : textIn(sourceFiles) === textIn(runFiles);
    if (isAsRun) set({ runMark: found });
  };

  const input = createRunInput(context, update, publish);

  const start = async (job: { code: string; language: Language; context: RunContext }) => {
    abort?.abort();
    const own = new AbortController();
    abort = own;
    // Events of a run that is no longer this one end here.
    const current = () => abort === own;
    const { timeoutS } = get();
    runInput = job.context === 'fresh' ? usedInput(get()) : undefined;
    const prepared = deliveryOf(runInput);
    runCode = job.code;
    runFiles = get().sourceFiles;
    lastError = undefined;
    input.reset(prepared);
    set({
      phase: 'starting',
      run: newRun({ ...job, timeoutS, firstItem: transcript.endIndex }),
      outputVersion: transcript.version,
    });
    try {
      await get().ensureSession();
      if (!current()) return;
      const { stdin } = prepared;
      const request = {
        ...{ ...job, timeoutS },
        ...(stdin === undefined ? {} : { stdin }),
        // Without any, those of the run before go.
        files: [...runFiles],
      };
      for await (const event of api.run(request, own.signal)) {
        if (!current()) return;
        receive(event);
      }
      if (current()) fail(new TypeError('The stream ended without `done`.'));
    } catch (error) {
      if (current()) fail(error);
    }
  };

  const count = ({ executionCount }: DoneEvent) => {
    const { run, contextRuns } = get();
    if (!run) return;
    const { language, context } = run;
    if (context === 'continue' && executionCount === 1 && contextRuns[language]) {
      transcript.addText('note', texts().messages.prompt.contextLost);
    }
    set({ contextRuns: { ...contextRuns, [language]: executionCount } });
  };

  const remember = (done: DoneEvent) => {
    const { run } = get();
    if (run?.runId === undefined || run.context !== 'fresh') return;
    const { runId, language, timeoutS } = run;
    const freshRun = { runId, language, code: runCode, files: runFiles, input: runInput, timeoutS };
    set({ freshRun: { ...freshRun, done } });
  };

  const explain = (error: ProgramError) => {
    const { run } = get();
    if (!run) return;
    const { runId, language } = run;
    const found = markOfError(error, runFiles);
    const file = runFiles.find(({ path }) => path === found?.path);
    const failed = failedProgram(
      { language, code: runCode, isCell: run.context !== 'fresh' },
      file,
    );
    const { line = error.line, column = error.column } = found ?? {};
    const isCurrent = () => get().run?.runId === runId;
    void explainBelow(transcript, { ...error, line, column }, failed, isCurrent).then(publish);
  };

  const receive = (event: RunEvent) => {
    const startedAtMs = get().run?.startedAtMs;
    transcript.setTime(startedAtMs === undefined ? undefined : (now() - startedAtMs) / 1000);
    switch (event.type) {
      case 'queued':
        update({ queuePosition: event.position });
        break;
      case 'start': {
        const { runId, timeoutS } = event;
        update({ runId, timeoutS, startedAtMs: now(), queuePosition: undefined });
        set({ phase: 'running' });
        input.onStart();
        break;
      }
      case 'stdout':
      case 'stderr':
        transcript.write(event.type, event.text);
        input.onOutput();
        break;
      case 'result':
        showItem(transcript, event.item);
        break;
      case 'input':
        if (
          !get().run?.isInteractive &&
          get().server?.capabilities.liveInput === false &&
          !runInput
        ) {
          transcript.addText('note', texts().messages.prompt.inputBefore);
        }
        update({
          inputPrompt: event.prompt,
          waitingSinceMs: get().run?.waitingSinceMs ?? now(),
        });
        input.onPrompt();
        break;
      case 'error':
        lastError = event;
        // It is our own way to interrupt; whether it was, the end will say.
        if (event.name !== 'KeyboardInterrupt') {
          showError(transcript, event);
          explain(event);
        }
        mark(markOfError(event, runFiles));
        break;
      case 'done':
        if (lastError?.name === 'KeyboardInterrupt') showInterrupt(transcript, event, lastError);
        showHint(transcript, event, lastError, { limits: get().server?.limits, texts: texts() });
        input.onEnd(lastError);
        count(event);
        mark(markOfEnd(event, get().runMark));
        remember(event);
        finish({ kind: 'done', done: event });
        break;
    }
    publish();
  };

  return {
    phase: 'idle',
    run: undefined,
    freshRun: undefined,
    transcript,
    outputVersion: transcript.version,
    contextRuns: {},

    async runProgram() {
      const refused = get().checkBeforeRun();
      if (refused && (await refused)) return;
      if (get().phase === 'starting') return;
      const { language, code } = get();
      transcript.clear();
      set({ runMark: undefined });
      await start({ code: code[language], language, context: 'fresh' });
    },

    async runCell(code) {
      if (isActive(get())) return;
      const { language } = get();
      transcript.setTime(undefined);
      transcript.addCell(code, PROMPT_MARKS[language]);
      await start({ code, language, context: 'continue' });
    },

    async stopProgram() {
      const { phase, run } = get();
      const own = abort;
      if (!own || (phase !== 'starting' && phase !== 'running')) return;
      const giveUp = () => {
        if (abort !== own) return;
        own.abort();
        finish({ kind: 'stopped' });
      };
      if (run?.runId === undefined) {
        giveUp();
        return;
      }
      set({ phase: 'stopping' });
      setTimeout(giveUp, STOP_PATIENCE_MS);
      // A closed stream stops the program too.
      await api.stop(run.runId).catch(giveUp);
    },

    sendLine: (line) => input.offer({ text: `${line}\n`, end: false }),
    endInput: (rest) => input.offer({ text: rest, end: true }),

    clearOutput() {
      transcript.clear();
      set({ outputVersion: transcript.version });
    },
  };
}
