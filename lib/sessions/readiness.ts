/** Whether a program can be run now: found out by running one. */
import 'server-only';
import { randomUUID } from 'node:crypto';
import { collectRun } from '@/lib/agentbay/collect';
import type { EngineStatus } from '@/lib/agentbay/engines/engine';
import { AppError } from '@/lib/errors';
import { services } from './services';

let probe: Promise<EngineStatus> | undefined;

/** The engine's status, after a program ran in a sandbox of its own. Throws engine_unavailable. Calls that come together share one probe. */
export function checkReadiness(): Promise<EngineStatus> {
  probe ??= runProbe().finally(() => {
    probe = undefined;
  });
  return probe;
}

async function runProbe(): Promise<EngineStatus> {
  const { admission, engine } = services();
  if (admission.isClosed) {
    throw new AppError('engine_unavailable', 'The server is shutting down.', { retryAfterS: 5 });
  }
  try {
    await (engine().probe?.() ?? runOne());
    return await engine().status();
  } catch (cause) {
    throw new AppError(
      'engine_unavailable',
      `The ${engine().name} engine cannot run a program now.`,
      {
        retryAfterS: 5,
        cause,
      },
    );
  }
}

async function runOne(): Promise<void> {
  const session = await services().engine().createSession('python');
  try {
    const run = session.start({
      runId: randomUUID(),
      requestId: randomUUID(),
      code: 'print("ready")',
      language: 'python',
      timeoutS: 5,
      context: 'fresh',
      stdin: '',
    });
    const { success, errorMessage } = await collectRun(run);
    if (!success) throw new Error(`The probe's program failed: ${errorMessage}`);
  } finally {
    await session.dispose();
  }
}
