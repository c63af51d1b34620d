/** The one log: JSON lines on stdout. A program's code, input and output never go into it. */
import 'server-only';
import { type Logger, pino } from 'pino';
import { config } from './config';
import { remember } from './remember';

interface Log {
  logger: Logger;
  flush(): void;
}

function makeLog(): Log {
  // Not synchronous: a slow reader of our stdout must not stop the server.
  const destination = pino.destination({ dest: 1, sync: false });
  const logger = pino({ level: config().logLevel, base: { pid: process.pid } }, destination);
  return { logger, flush: () => destination.flushSync() };
}

export function log(): Logger {
  return remember('log', makeLog).logger;
}

/** Writes what still waits, at once; for the moment before the process ends. */
export function flushLog(): void {
  remember('log', makeLog).flush();
}
