/** How often one client may ask, counted over a minute. */
import 'server-only';
import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible';
import { config } from '@/lib/config';
import { AppError } from '@/lib/errors';
import { countLimit, type LimitHit } from '@/lib/metrics/measures';
import { remember } from '@/lib/remember';
import type { Client } from './client';

const MINUTE_S = 60;

const limiter = (name: string, perMinute: number) =>
  remember(
    `limit.${name}`,
    () => new RateLimiterMemory({ keyPrefix: name, points: perMinute, duration: MINUTE_S }),
  );

const COUNTED: Record<string, LimitHit> = {
  runs: 'rate_runs',
  checks: 'rate_checks',
  snippets: 'rate_snippets',
  'snippets.address': 'rate_snippets',
  misses: 'rate_misses',
  keys: 'rate_keys',
  sessions: 'rate_sessions',
  pictures: 'rate_pictures',
};

async function take(name: string, perMinute: number, key: string): Promise<number> {
  if (perMinute === 0) return 0;
  try {
    await limiter(name, perMinute).consume(key);
    return 0;
  } catch (refusal) {
    if (refusal instanceof Error) throw refusal;
    countLimit(COUNTED[name] ?? 'rate_rooms');
    // The limiter lets go after a minute by a timer, but tells the rest by the clock, which may be set back.
    return Math.min(MINUTE_S, (refusal as RateLimiterRes).msBeforeNext / 1000);
  }
}

async function allow(name: string, perMinute: number, key: string): Promise<void> {
  const waitS = await take(name, perMinute, key);
  if (waitS === 0) return;
  const retryAfterS = Math.max(1, Math.ceil(waitS));
  throw new AppError(
    'busy',
    `At most ${perMinute} of these requests a minute; the next is possible in ${retryAfterS} s.`,
    { retryAfterS },
  );
}

/** Throws busy where the client has had its runs of this minute. */
export function limitRuns(key: string): Promise<void> {
  return allow('runs', config().runsPerMinute, key);
}

/** Checks are cheaper than runs and come while someone types. */
export function limitChecks(key: string): Promise<void> {
  return allow('checks', config().runsPerMinute * 4, key);
}

/** Of the sessions of one address together: as many as a class has. */
const CLIENTS_OF_ADDRESS = 10;

/** Snippets made, changed and deleted. Sessions cost nothing to make, so their address counts too. */
export async function limitSnippets({ key, address }: Client): Promise<void> {
  const perMinute = config().snippetsPerMinute;
  await allow('snippets', perMinute, key);
  if (key !== address) await allow('snippets.address', perMinute * CLIENTS_OF_ADDRESS, address);
}

/** Links that lead nowhere: nobody mistypes so many in a minute. */
const MISSES_PER_MINUTE = 60;

/** Throws busy for an address that tries one id after the other. */
export function limitMisses(address: string): Promise<void> {
  return allow('misses', MISSES_PER_MINUTE, address);
}

const WRONG_KEYS_PER_MINUTE = 60;

/** Throws busy for an address that tries one key of the gateway after the other. */
export function limitWrongKeys(address: string): Promise<void> {
  return allow('keys', WRONG_KEYS_PER_MINUTE, address);
}

/** Whether this address may have one more browser session; else a new cookie for each run would evade the limits. */
export async function mayHaveSession(address: string): Promise<boolean> {
  return (await take('sessions', config().runsPerMinute, address)) === 0;
}

/** For each snippet that a client may make, so many pictures may have to be painted; what is known costs nothing. */
const PICTURES_OF_SNIPPET = 3;

/** Throws busy for an address that has had its pictures of this minute. */
export function limitPictures(address: string): Promise<void> {
  return allow('pictures', config().snippetsPerMinute * PICTURES_OF_SNIPPET, address);
}

/** A class joins within a minute, mistypes the code, and comes back when the network does. */
const JOINS_PER_MINUTE = 400;
const WRONG_CODES_PER_MINUTE = 200;

/** Throws busy for an address that joins rooms without end. */
export function limitJoins(address: string): Promise<void> {
  return allow('rooms.joins', JOINS_PER_MINUTE, address);
}

/** Throws busy for an address that tries one room's code, or one key, after the other. */
export function limitWrongCodes(address: string): Promise<void> {
  return allow('rooms.misses', WRONG_CODES_PER_MINUTE, address);
}

/** What one page tells in a minute at most: `room-reports.ts` waits longer between two. */
const REPORTS_PER_MINUTE = 120;
const TEACHER_MESSAGES_PER_MINUTE = 600;
const STUDENT_MESSAGES_PER_MINUTE = 30;

/** By the key of whoever reports, so that a class behind one address is many. */
export function limitReports(key: string): Promise<void> {
  return allow('rooms.reports', REPORTS_PER_MINUTE, key);
}

export function limitMessages(role: 'teacher' | 'student', key: string): Promise<void> {
  const perMinute = role === 'teacher' ? TEACHER_MESSAGES_PER_MINUTE : STUDENT_MESSAGES_PER_MINUTE;
  return allow(`rooms.messages.${role}`, perMinute, key);
}
