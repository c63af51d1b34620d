/** A program that is recorded step by step, in a sandbox of its own. */
import 'server-only';
import type { DoneEvent } from '@/lib/agentbay/contract';
import { AppError } from '@/lib/errors';
import { RECORDER_LIMITS, StepRecording } from '@/lib/steps/recording';
import type { StepLanguage, StepTrace } from '@/lib/steps/trace';
import type { RunOrder } from './server-run';
import { newRun, services } from './services';

type StepOrder = Omit<RunOrder, 'sessionId' | 'context' | 'steps' | 'language' | 'stdin'> & {
  language: StepLanguage;
  stdin: string;
};

/** Waits its turn as any run. Rejects with not_implemented on an engine that records nothing. */
export async function recordSteps(order: StepOrder, signal: AbortSignal): Promise<StepTrace> {
  if (!services().engine().capabilities.steps) {
    throw new AppError('not_implemented', 'The engine of this server does not record steps.');
  }
  const recording = new StepRecording();
  const steps = { ...RECORDER_LIMITS, onStep: (payload: Buffer) => recording.onStep(payload) };
  const run = newRun({ ...order, sessionId: undefined, context: 'fresh', steps });
  if (signal.aborted) run.stop();
  else signal.addEventListener('abort', () => run.stop(), { once: true });
  let done: DoneEvent | undefined;
  for await (const event of run.events()) {
    recording.onEvent(event);
    if (event.type === 'done') done = event;
  }
  if (done === undefined) throw new Error('The run ended without a done event.');
  return recording.trace(order.language, done);
}
