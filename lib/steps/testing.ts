/** For tests of the recorders: a program's trace, made by a real sandbox. */
import { randomUUID } from 'node:crypto';
import type { DoneEvent, SourceFile } from '@/lib/agentbay/contract';
import type { EngineSession } from '@/lib/agentbay/engines/engine';
import { changesAt } from './changes';
import { RECORDER_LIMITS, StepRecording } from './recording';
import { StepStates } from './states';
import type { StepLanguage, StepTrace } from './trace';
import { textOfValue } from './value-text';

interface Given {
  stdin?: string;
  files?: SourceFile[];
  timeoutS?: number;
}

export async function record(
  session: EngineSession,
  language: StepLanguage,
  code: string,
  { stdin = '', files = [], timeoutS = 10 }: Given = {},
): Promise<StepTrace> {
  const recording = new StepRecording();
  const run = session.start({
    ...{ runId: randomUUID(), requestId: 'test', context: 'fresh' as const },
    ...{ code, language, timeoutS, stdin, files },
    steps: { ...RECORDER_LIMITS, onStep: (line) => recording.onStep(line) },
  });
  let done: DoneEvent | undefined;
  for await (const event of run) {
    recording.onEvent(event);
    if (event.type === 'done') done = event;
  }
  if (done === undefined) throw new Error('no end');
  return recording.trace(language, done);
}

/** Each step as a line: what happened where, and what it changed. */
export function told(trace: StepTrace): string[] {
  const states = new StepStates(trace);
  return trace.steps.map((step, at) => {
    const { frames, boxes } = states.at(at);
    const top = frames.at(-1);
    const depth = frames.length;
    const place = `${'  '.repeat(Math.max(0, depth - 1))}${top?.frame.kind === 'main' ? 'main' : top?.frame.name}:${top?.line}`;
    const value = step.value === undefined ? [] : [`= ${textOfValue(step.value, boxes)}`];
    const changes = changesAt(states, at).map(({ name, from, to }) =>
      from === undefined ? `${name}=${to}` : `${name}:${from}->${to}`,
    );
    const event = step.event === 'line' ? [] : [step.event];
    return [
      place,
      ...event,
      ...value,
      ...(step.exception ? [step.exception] : []),
      ...changes,
    ].join(' ');
  });
}

/** The variables of the innermost frame at a step, as text; the last step's where none is given. */
export function variables(
  trace: StepTrace,
  at = trace.steps.length - 1,
  depth = 3,
): Record<string, string> {
  const { frames, boxes } = new StepStates(trace).at(at);
  const held = frames.at(-1)?.frame.variables ?? [];
  return Object.fromEntries(
    held.map(([name, value]) => [name, textOfValue(value, boxes, depth, 500)]),
  );
}
