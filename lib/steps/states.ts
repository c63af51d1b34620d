/** What stands in memory at each step, put together from what the steps say has changed. */
import type { Box, Step, StepFrame, StepTrace } from './trace';

export interface ShownFrame {
  id: number;
  /** 0 where none of it is running: the main program while a timer's function runs. */
  line: number;
  frame: StepFrame;
}

export interface StepState {
  /** Outermost first. */
  frames: ShownFrame[];
  boxes: ReadonlyMap<number, Box>;
}

interface Memory {
  frames: Map<number, StepFrame>;
  boxes: Map<number, Box>;
}

const KEPT_EVERY = 64;
const NOTHING: StepFrame = { name: '', kind: 'function', file: '', variables: [] };

export class StepStates {
  readonly trace: StepTrace;
  /** Memory after every 64th step, as far as has been asked. */
  readonly #kept: Memory[] = [];
  #last: { at: number; state: StepState } | undefined;

  constructor(trace: StepTrace) {
    this.trace = trace;
  }

  get count(): number {
    return this.trace.steps.length;
  }

  /** Of step `at`, from 0. */
  at(at: number): StepState {
    if (this.#last?.at === at) return this.#last.state;
    const memory = this.#memory(at);
    const frames = (this.trace.steps[at]?.stack ?? []).map(([id, line]) => ({
      id,
      line,
      frame: memory.frames.get(id) ?? NOTHING,
    }));
    const state = { frames, boxes: memory.boxes };
    this.#last = { at, state };
    return state;
  }

  #memory(at: number): Memory {
    const wanted = Math.floor(at / KEPT_EVERY);
    while (this.#kept.length <= wanted) {
      const memory = copied(this.#kept.at(-1));
      const end = this.#kept.length * KEPT_EVERY;
      const begin = this.#kept.length === 0 ? 0 : end - KEPT_EVERY + 1;
      for (let one = begin; one <= end; one++) apply(memory, this.trace.steps[one]);
      this.#kept.push(memory);
    }
    const memory = copied(this.#kept[wanted]);
    for (let one = wanted * KEPT_EVERY + 1; one <= at; one++) apply(memory, this.trace.steps[one]);
    return memory;
  }
}

function copied(memory: Memory | undefined): Memory {
  return { frames: new Map(memory?.frames), boxes: new Map(memory?.boxes) };
}

function apply({ frames, boxes }: Memory, step: Step | undefined): void {
  for (const [id, frame] of Object.entries(step?.frames ?? {})) frames.set(Number(id), frame);
  for (const [id, box] of Object.entries(step?.boxes ?? {})) boxes.set(Number(id), box);
}
