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
/** What runs may come to its own end meanwhile. Below 8 s all in all, 5 s unless something hangs. */
const GRACE_MS = 2000;
const RUNS_END_MS = 2000;
const ANSWERS_END_MS = 1000;
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
  // Until the programs have ended, who asks for a run is told to come back.
  admission.close();
  const ended = () => Promise.all([...runs.values()].map(({ finished }) => finished));
  await atMost(GRACE_MS, ended());
  for (const run of runs.values()) run.stop('shutdown');
  await atMost(RUNS_END_MS, ended());
  const httpServer = (globalThis as { [key: symbol]: Server | undefined })[
    Symbol.for('runbay.httpServer')
  ];
  // Their answers are still on the way to the clients, and what is being kept is acknowledged.
  const closed = new Promise<void>((resolve) => httpServer?.close(() => resolve()));
  if (httpServer !== undefined) await atMost(ANSWERS_END_MS, closed);
  await atMost(ENGINE_ENDS_MS, disposeEngines());
  process.exit(0);
}

async function atMost(ms: number, work: Promise<unknown>): Promise<void> {
  const failed = (err: unknown) => log().error({ err }, 'shutdown');
  await Promise.race([work.catch(failed), sleep(ms)]);
}
