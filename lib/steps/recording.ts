/** Makes a trace of what a recorder says and of what the program prints. Everything that comes in is hostile. */
import 'server-only';
import type { DoneEvent, ProgramError, RunEvent } from '@/lib/agentbay/contract';
import { type GuestEnd, type GuestStep, readGuestStep, stepOf } from './guest-steps';
import { STEPS_LIMIT, type StepLanguage, type StepTrace } from './trace';

/** What a recorder is asked to keep; it ends the program there. */
export const RECORDER_LIMITS = { steps: STEPS_LIMIT, bytes: 1_500_000 };
/** What is taken of one that does not keep it: as much, and one step that begins below. */
const TAKEN_BYTES = RECORDER_LIMITS.bytes + 500_000;
const OUTPUT_CHARACTERS = 100_000;

export class StepRecording {
  readonly #steps: GuestStep[] = [];
  #end: GuestEnd | undefined;
  #bytes = 0;
  #overflow: 'steps' | 'size' | undefined;
  readonly #printed = { stdout: '', stderr: '' };
  #isOutputCut = false;
  #error: ProgramError | undefined;

  /** One line of the recorder's. */
  onStep(payload: Buffer): void {
    if (this.#end !== undefined || this.#overflow !== undefined) return;
    this.#bytes += payload.length;
    if (this.#bytes > TAKEN_BYTES) this.#overflow = 'size';
    else if (this.#steps.length > STEPS_LIMIT) this.#overflow = 'steps';
    const said = this.#overflow === undefined ? readGuestStep(payload) : undefined;
    if (said === undefined) return;
    if ('end' in said) this.#end = said;
    else if (this.#steps.length < STEPS_LIMIT) this.#steps.push(said);
    else this.#overflow = 'steps';
  }

  onEvent(event: RunEvent): void {
    if (event.type === 'stdout' || event.type === 'stderr') this.#print(event.type, event.text);
    else if (event.type === 'error') {
      const { type: _, ...error } = event;
      this.#error = error;
    }
  }

  #print(stream: 'stdout' | 'stderr', text: string): void {
    const { stdout, stderr } = this.#printed;
    const room = OUTPUT_CHARACTERS - stdout.length - stderr.length;
    if (text.length > room) this.#isOutputCut = true;
    this.#printed[stream] += text.slice(0, Math.max(0, room)).toWellFormed();
  }

  trace(language: StepLanguage, done: DoneEvent): StepTrace {
    const output: StepTrace['output'] = [];
    const stdout = new Printed(this.#printed.stdout);
    const stderr = new Printed(this.#printed.stderr);
    const print = (upTo: readonly [number, number]) => {
      for (const [stream, text] of [
        ['stdout', stdout.upTo(upTo[0])],
        ['stderr', stderr.upTo(upTo[1])],
      ] as const) {
        if (text !== '') output.push({ stream, text });
      }
      return output.length;
    };
    const steps = this.#steps.map((said) => stepOf(said, print(said.o)));
    // What a child process printed is nowhere counted; it was there at the end at the latest.
    const whole = print([Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]);
    const last = steps.at(-1);
    if (last !== undefined) last.output = whole;
    const omitted = new Set(this.#end?.omitted);
    if (this.#isOutputCut) omitted.add('output');
    const cut = this.#cut(done);
    return {
      language,
      steps,
      output,
      ...(cut === undefined ? {} : { cut }),
      omitted: [...omitted],
      exit: done.exit,
      ...(done.errorMessage === undefined ? {} : { errorMessage: done.errorMessage }),
      ...(this.#error === undefined ? {} : { error: this.#error }),
    };
  }

  #cut({ exit }: DoneEvent): StepTrace['cut'] {
    if (this.#overflow !== undefined) return this.#overflow;
    if (exit.reason === 'timed_out') return 'time';
    if (this.#end === undefined) return exit.reason === 'exited' ? undefined : 'stopped';
    return this.#end.end === 'done' ? undefined : this.#end.end;
  }
}

/** A stream's text, given out by places counted in bytes. */
class Printed {
  readonly #bytes: Buffer;
  #at = 0;

  constructor(text: string) {
    this.#bytes = Buffer.from(text);
  }

  upTo(place: number): string {
    let end = Math.min(Math.max(place, this.#at), this.#bytes.length);
    // Not in the middle of a character.
    while (end < this.#bytes.length && ((this.#bytes[end] ?? 0) & 0xc0) === 0x80) end++;
    const text = this.#bytes.toString('utf8', this.#at, end);
    this.#at = end;
    return text;
  }
}
