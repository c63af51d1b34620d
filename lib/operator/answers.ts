/**
 * What the operator learns of each answer: a line in the log, and counts. The server script calls it
 * (scripts/observe.mjs). An address stands in no line: a keyed digest of it tells which lines are one client's,
 * and the key is forgotten with the process.
 */
import 'server-only';
import { createHmac, randomBytes } from 'node:crypto';
import { addressKey } from '@/lib/http/client';
import { log } from '@/lib/log';
import { measures } from '@/lib/metrics/measures';
import { remember } from '@/lib/remember';

export interface Answer {
  requestId: string;
  method: string;
  /** A template such as `/s/[id]`, one of few. */
  route: string;
  status: number;
  /** From the request to the answer's end. */
  ms: number;
  /** Sent, headers included. */
  bytes: number;
  address: string;
  /** False where the client went away before the end. */
  isWhole: boolean;
}

/** They say little, and often. */
const QUIET = new Set(['/_next/static', '/icon.svg', '/api/health', '/api/ready', '/metrics']);

export function observeAnswers(): void {
  (globalThis as { [key: symbol]: unknown })[Symbol.for('runbay.onAnswer')] = onAnswer;
}

export function onAnswer(answer: Answer): void {
  const { requestId, method, route, status, ms, bytes, address, isWhole } = answer;
  const { requests, requestS } = measures();
  requests.add([route, `${Math.floor(status / 100)}xx`]);
  requestS.observe(ms / 1000, [route]);
  const level = QUIET.has(route) && status < 400 ? 'debug' : 'info';
  const logger = log();
  if (!logger.isLevelEnabled(level)) return;
  logger[level](
    {
      ...{ requestId, method, route, status, ms: Math.round(ms), bytes },
      client: clientDigest(address),
      ...(isWhole ? {} : { left: true }),
    },
    'request',
  );
}

function clientDigest(address: string): string {
  const key = remember('clientDigestKey', () => randomBytes(32));
  return createHmac('sha256', key).update(addressKey(address)).digest('base64url').slice(0, 10);
}
