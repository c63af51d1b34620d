/**
 * Tries a learner's program. Hidden cases: only their inputs enter the sandbox, and what comes out is data
 * that is compared here. Whatever the program does in there, it can only change what it answers.
 */
import 'server-only';
import { randomBytes } from 'node:crypto';
import type { SourceFile } from '@/lib/agentbay/contract';
import type { Exercise } from '@/lib/demos/activities';
import { AppError } from '@/lib/errors';
import { type OwnSandbox, withOwnSandbox } from '@/lib/sessions/own-sandbox';
import { hasHarness, type InputCase, notationOf } from './cases';
import { type CellEnd, faultOf, runCell } from './cell';
import { FrameReader } from './frames';
import { type HarnessStep, pythonHarness } from './harness-python';
import { scriptHarness } from './harness-script';
import { judgeAnswer, judgeOutput, type Trial, type Tried, untried } from './judge';
import type { CaseResult, ExerciseOutcome, Fault } from './outcome';
import type { Value } from './value';

/** A block above the exercise that its program finds done. */
export interface BlockAbove {
  code: string;
  isFresh: boolean;
  stdin?: string;
}

export interface CheckOrder {
  exercise: Exercise;
  code: string;
  above: BlockAbove[];
  files: SourceFile[];
  client: string;
  address?: string | undefined;
  signal: AbortSignal;
}

/** Of all cases together; what has not been tried by then is told so. */
const TOTAL_MS = 30_000;
/** After so many cases that hang or end the program the rest is not tried. */
const MOST_FAULTS = 3;
const LOAD_TIMEOUT_S = 10;
const PRINTED_LIMIT = 2000;

type ContextTrial = Exclude<Trial, { kind: 'input' }>;

/** Throws what a run throws: busy, engine_unavailable, engine_failed. */
export async function checkExercise(order: CheckOrder): Promise<ExerciseOutcome> {
  const { exercise, client, address, signal } = order;
  const { language } = exercise;
  return withOwnSandbox({ client, address, language, signal }, (sandbox) =>
    new Checker(order, sandbox).outcome(),
  );
}

class Checker {
  readonly #order: CheckOrder;
  readonly #sandbox: OwnSandbox;
  readonly #began = performance.now();
  #faults = 0;

  constructor(order: CheckOrder, sandbox: OwnSandbox) {
    this.#order = order;
    this.#sandbox = sandbox;
  }

  async outcome(): Promise<ExerciseOutcome> {
    const { exercise } = this.#order;
    const inContext: ContextTrial[] = [
      ...exercise.checks.map((check): ContextTrial => ({ kind: 'check', check })),
      ...exercise.cases.flatMap((one): ContextTrial[] =>
        one.kind === 'call' ? [{ kind: 'call', one }] : [],
      ),
    ];
    const inputs = exercise.cases.filter((one) => one.kind === 'input');
    const results: CaseResult[] = [];
    if (inContext.length > 0) {
      const tried = hasHarness(exercise.language)
        ? await this.#tryInContext(inContext)
        : await this.#tryOneByOne(inContext);
      if (!Array.isArray(tried))
        return { type: 'exercise', passed: false, broken: tried, results: [] };
      results.push(...tried);
    }
    for (const one of inputs) results.push(await this.#tryInput(one));
    const passed = results.length > 0 && results.every(({ state }) => state === 'passed');
    const { code, isHeld } = exercise.solution ?? {};
    const solution = passed && isHeld && code !== undefined ? { solution: code } : {};
    return { type: 'exercise', passed, results, ...solution };
  }

  #leftMs(): number {
    return TOTAL_MS - (performance.now() - this.#began);
  }

  #isOver(): boolean {
    if (this.#order.signal.aborted) throw new AppError('busy', 'Nobody waits for it any more.');
    return this.#faults >= MOST_FAULTS || this.#leftMs() <= 0;
  }

  #timeoutS(wantedS: number): number {
    return Math.max(1, Math.min(wantedS, this.#leftMs() / 1000));
  }

  /** What stands above has run; how many cells the context has had, and the context of the next. */
  async #loadAbove(): Promise<{ context: 'fresh' | 'continue'; files: SourceFile[] | undefined }> {
    const { above, files, exercise, signal } = this.#order;
    let context: 'fresh' | 'continue' = 'fresh';
    let given: SourceFile[] | undefined = files;
    for (const { code, isFresh, stdin = '' } of above) {
      if (isFresh) context = 'fresh';
      const session = await this.#sandbox();
      const timeoutS = this.#timeoutS(LOAD_TIMEOUT_S);
      const { language } = exercise;
      // What goes wrong in it shows on the page, where it stands.
      await runCell(session, { code, language, context, stdin, timeoutS, files: given }, signal);
      context = 'continue';
      given = undefined;
    }
    return { context, files: given };
  }

  async #load(stdin = ''): Promise<CellEnd> {
    const { exercise, code, signal } = this.#order;
    const { language, timeoutS } = exercise;
    const { context, files } = await this.#loadAbove();
    const session = await this.#sandbox();
    const limit = this.#timeoutS(timeoutS);
    return runCell(session, { code, language, context, stdin, timeoutS: limit, files }, signal);
  }

  async #tryInContext(
    trials: ContextTrial[],
  ): Promise<CaseResult[] | NonNullable<ExerciseOutcome['broken']>> {
    const tried: (Tried | undefined)[] = trials.map(() => undefined);
    let next = 0;
    while (next < trials.length && !this.#isOver()) {
      const loaded = await this.#load();
      const fault = faultOf(loaded);
      if (fault !== undefined) {
        // The second time it is not the program's load that is to blame.
        if (next > 0) break;
        return brokenBy(loaded, fault);
      }
      const { begun, isLost } = await this.#batch(trials, tried, next, loaded.done.executionCount);
      if (isLost) return { fault: 'ended', ...printedOf(loaded.stdout) };
      next = begun;
    }
    return trials.map((trial, at) => {
      const one = tried[at];
      return one ? this.#judge(trial, one) : untried(trial);
    });
  }

  /** Tries from `first` on, up to the first that hangs or ends the program. `begun`: the one after the last that was begun. */
  async #batch(
    trials: ContextTrial[],
    tried: (Tried | undefined)[],
    first: number,
    count: number,
  ): Promise<{ begun: number; isLost: boolean }> {
    const { exercise, signal } = this.#order;
    const { language } = exercise;
    const mark = `\u001e${randomBytes(12).toString('hex')}:`;
    const steps = trials.slice(first).map((trial, at) => stepOf(trial, first + at));
    const file = fileOf(language, count, this.#order.above);
    const harness = language === 'python' ? pythonHarness : scriptHarness;
    const reader = new FrameReader(mark);
    let current: number | undefined;
    let hasEnded = false;
    let isStopped = false;
    let timer: NodeJS.Timeout | undefined;

    const take = (text: string, stop: () => void) => {
      if (isStopped) return;
      for (const frame of reader.add(text)) {
        if (frame.kind === 'begin') {
          // In order, each once: what comes otherwise is the program's own writing.
          if (frame.i !== (current === undefined ? first : current + 1)) continue;
          current = frame.i;
          tried[current] = { printed: '' };
          clearTimeout(timer);
          timer = setTimeout(() => {
            isStopped = true;
            stop();
          }, exercise.timeoutS * 1000);
          continue;
        }
        const one = current === undefined ? undefined : tried[current];
        if (frame.kind === 'printed') {
          if (one && one.answer === undefined && one.printed.length < PRINTED_LIMIT)
            one.printed += frame.text;
        } else if (frame.kind === 'answer') {
          if (!one || frame.i !== current) continue;
          if (one.answer !== undefined) one.fault = 'unclear';
          one.answer = frame.answer;
        } else {
          hasEnded = true;
          clearTimeout(timer);
          stop();
        }
      }
    };

    let end: CellEnd;
    try {
      end = await runCell(
        await this.#sandbox(),
        {
          code: harness(mark, steps, file),
          language,
          context: 'continue',
          stdin: '',
          timeoutS: this.#timeoutS(TOTAL_MS / 1000),
        },
        signal,
        (text, control) => take(text, () => control.stop()),
      );
    } finally {
      clearTimeout(timer);
    }
    // Its first cell: the program's own context was gone.
    if (end.done.executionCount === 1) {
      for (let at = first; at < trials.length; at += 1) tried[at] = undefined;
      return { begun: trials.length, isLost: true };
    }
    const last = current === undefined ? undefined : tried[current];
    if (last && last.answer === undefined) {
      last.fault = isStopped ? 'timeout' : (faultOf(end) ?? 'ended');
      if (last.fault === 'error') last.fault = 'ended';
      this.#faults += 1;
    }
    if (current === undefined) {
      // It never came to the first one.
      tried[first] = { printed: '', fault: faultOf(end) ?? 'ended' };
      this.#faults += 1;
      return { begun: first + 1, isLost: false };
    }
    const isDone = hasEnded && current === trials.length - 1;
    return { begun: isDone ? trials.length : current + 1, isLost: false };
  }

  /** Where there is no harness each call and each assertion is a program of its own. */
  async #tryOneByOne(
    trials: ContextTrial[],
  ): Promise<CaseResult[] | NonNullable<ExerciseOutcome['broken']>> {
    const { exercise, signal } = this.#order;
    const { language } = exercise;
    const results: CaseResult[] = [];
    let isLoaded = false;
    for (const trial of trials) {
      if (this.#isOver()) break;
      if (!isLoaded) {
        const loaded = await this.#load();
        const fault = faultOf(loaded);
        if (fault !== undefined) {
          if (results.length > 0) break;
          return brokenBy(loaded, fault);
        }
      }
      const code = trial.kind === 'call' ? trial.one.call : trial.check.source;
      const timeoutS = this.#timeoutS(exercise.timeoutS);
      const cell = { code, language, context: 'continue', stdin: '', timeoutS } as const;
      const end = await runCell(await this.#sandbox(), cell, signal);
      const fault = end.done.executionCount === 1 ? 'ended' : faultOf(end);
      isLoaded = fault === undefined || fault === 'error';
      if (!isLoaded) this.#faults += 1;
      results.push(this.#judge(trial, triedOf(trial, end, fault)));
    }
    return [...results, ...trials.slice(results.length).map(untried)];
  }

  async #tryInput(one: InputCase): Promise<CaseResult> {
    const trial: Trial = { kind: 'input', one };
    if (this.#isOver()) return untried(trial);
    const end = await this.#load(one.input);
    const fault = faultOf(end);
    if (fault !== undefined && fault !== 'error') this.#faults += 1;
    const { line, name, value } = end.error ?? {};
    const error =
      name === undefined
        ? {}
        : { error: { name, message: (value ?? '').slice(0, 500), ...(line ? { line } : {}) } };
    return judgeOutput(one, {
      stdout: end.stdout,
      fault,
      ...error,
      timeoutS: this.#order.exercise.timeoutS,
    });
  }

  #judge(trial: ContextTrial, tried: Tried): CaseResult {
    const { language, timeoutS } = this.#order.exercise;
    return judgeAnswer(trial, tried, notationOf(language), timeoutS);
  }
}

/** Of a call or an assertion that was a program of its own. */
function triedOf(trial: ContextTrial, end: CellEnd, fault: Fault | undefined): Tried {
  const { error, shown = '' } = end;
  const printed = end.stdout.slice(0, PRINTED_LIMIT);
  if (fault === 'error' && error) {
    const { name, value } = error;
    return { answer: { kind: 'error', error: { name, message: value.slice(0, 500) } }, printed };
  }
  if (fault !== undefined) return { fault, printed };
  if (trial.kind === 'check') return { answer: { kind: 'holds' }, printed };
  // R numbers the values of a row.
  const text = shown
    .slice(0, 10_000)
    .replace(/^\s*\[1\] /, '')
    .trim();
  const value: Value = text === '' ? { t: 'none' } : { t: 'object', type: '', v: text };
  return { answer: { kind: 'value', value }, printed };
}

function stepOf(trial: ContextTrial, i: number): HarnessStep {
  if (trial.kind === 'call') return { i, call: trial.one.call };
  const { check } = trial;
  return check.kind === 'run' ? { i, run: check.source } : { i, call: check.call };
}

function brokenBy(end: CellEnd, fault: Fault): NonNullable<ExerciseOutcome['broken']> {
  const { name, value = '', line } = end.error ?? {};
  const error =
    name === undefined
      ? {}
      : { error: { name, message: value.slice(0, 500), ...(line ? { line } : {}) } };
  return { fault, ...error, ...printedOf(end.stdout) };
}

function printedOf(stdout: string): { printed?: string } {
  return stdout === '' ? {} : { printed: stdout.slice(0, PRINTED_LIMIT).toWellFormed() };
}

/** The name that the learner's code has in its context: that of a fresh run, or of a later cell. */
function fileOf(language: string, count: number, above: BlockAbove[]): string {
  const ending = language === 'python' ? 'py' : language === 'typescript' ? 'ts' : 'js';
  return above.length === 0 ? `main.${ending}` : `cell-${count}.${ending}`;
}
