/** The end of the server: nothing that it started outlives it. */
import 'server-only';
import type { Server } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { disposeEngines, engine } from '@/lib/agentbay/engines';
import type { Engine } from '@/lib/agentbay/engines/engine';
import { flushLog, log } from '@/lib/log';
import { services } from './services';

/** A terminal's Ctrl-C reaches us twice, by the terminal and by npm; only a later signal is a second one. */
const SAME_SIGNAL_MS = 500;
/** All in all below 5 s. */
const RUNS_END_MS = 2000;
const ANSWERS_END_MS = 500;
const ENGINE_ENDS_MS = 2000;

/** On SIGTERM and SIGINT ends programs, sandboxes and the server in order, a second signal at once. */
export function shutDownOnSignals(): void {
  let signalledAt: number | undefined;
  const onSignal = (signal: NodeJS.Signals) => {
    if (signalledAt === undefined) {
      signalledAt = performance.now();
      void shutDown(signal);
    } else if (performance.now() - signalledAt > SAME_SIGNAL_MS) {
      process.exit(1);
    }
  };
  process.on('SIGTERM', onSignal);
  process.on('SIGINT', onSignal);
  process.on('exit', () => {
    (engine() as Engine & { killAllSync?(): void }).killAllSync?.();
    flushLog();
  });
}

async function shutDown(signal: string): Promise<never> {
  log().info({ signal }, 'shutting down');
  const { admission, runs } = services();
  admission.close();
  const httpServer = (globalThis as { [key: symbol]: Server | undefined })[
    Symbol.for('runbay.httpServer')
  ];
  const closed = new Promise<void>((resolve) => httpServer?.close(() => resolve()));
  const unfinished = [...runs.values()];
  for (const run of unfinished) run.stop();
  await atMost(RUNS_END_MS, Promise.all(unfinished.map(({ finished }) => finished)));
  // Their answers are still on the way to the clients.
  if (httpServer !== undefined) await atMost(ANSWERS_END_MS, closed);
  await atMost(ENGINE_ENDS_MS, disposeEngines());
  process.exit(0);
}

async function atMost(ms: number, work: Promise<unknown>): Promise<void> {
  const failed = (err: unknown) => log().error({ err }, 'shutdown');
  await Promise.race([work.catch(failed), sleep(ms)]);
}
