/** What is so at this moment: of runs, sessions, the store, rooms and the process. Nothing of it is a visitor's. */
import 'server-only';
import { readdir, readFile } from 'node:fs/promises';
import { engine } from '@/lib/agentbay/engines';
import type { EngineLoad } from '@/lib/agentbay/engines/engine';
import { config } from '@/lib/config';
import { remember } from '@/lib/remember';
import { rooms } from '@/lib/rooms';
import { services } from '@/lib/sessions/services';
import { snippets } from '@/lib/snippets';
import { type EventLoopDelay, eventLoopDelay } from './event-loop';

const MIN_COUNTED_FOR_MS = 60_000;
/** Counting may take a thousandth of the time. */
const COUNTED_FOR_ITSELF = 1000;

export interface Moment {
  runs: { running: number; waiting: number; places: number };
  /** Browser sessions that have a sandbox, and those of them in which a program runs. */
  sessions: { sessions: number; busy: number };
  /** Undefined where programs run elsewhere. */
  load: EngineLoad | undefined;
  /** Rooms that somebody has open here, and how many pages that are. */
  rooms: { rooms: number; streams: number };
  store: StoreMoment | undefined;
  process: ProcessMoment;
}

export interface StoreMoment {
  usedBytes: number;
  /** 0: no limit. */
  limitBytes: number;
  /** Of the disk; undefined where the database is elsewhere. */
  freeBytes: number | undefined;
  isFull: boolean;
  snippets: number;
}

export interface ProcessMoment {
  startedAtS: number;
  cpuS: number;
  residentBytes: number;
  openFiles: number;
  openFilesLimit: number;
  eventLoop: EventLoopDelay;
}

export async function lookAtMoment(): Promise<Moment> {
  const { admission, sessions } = services();
  const [store, opened, own] = await Promise.all([
    storeMoment().catch(() => undefined),
    config().maxRooms === 0 ? undefined : rooms().catch(() => undefined),
    processMoment(),
  ]);
  return {
    runs: admission.load,
    sessions: sessions.load,
    load: engine().load,
    rooms: opened?.load ?? { rooms: 0, streams: 0 },
    store,
    process: own,
  };
}

async function storeMoment(): Promise<StoreMoment> {
  const store = await snippets();
  return { ...(await store.check()), snippets: await counted(() => store.count()) };
}

async function counted(count: () => Promise<number>): Promise<number> {
  const known = remember('snippetCount', () => ({ count: 0, untilMs: Number.NEGATIVE_INFINITY }));
  const began = performance.now();
  if (began < known.untilMs) return known.count;
  known.count = await count();
  const now = performance.now();
  known.untilMs = now + Math.max(MIN_COUNTED_FOR_MS, (now - began) * COUNTED_FOR_ITSELF);
  return known.count;
}

async function processMoment(): Promise<ProcessMoment> {
  const [open, limits] = await Promise.all([
    readdir('/proc/self/fd'),
    readFile('/proc/self/limits', 'utf8'),
  ]);
  const { user, system } = process.cpuUsage();
  const limit = /^Max open files +(\d+)/m.exec(limits)?.[1];
  return {
    startedAtS: performance.timeOrigin / 1000,
    cpuS: (user + system) / 1e6,
    residentBytes: process.memoryUsage.rss(),
    openFiles: open.length,
    openFilesLimit: limit === undefined ? Number.POSITIVE_INFINITY : Number(limit),
    eventLoop: eventLoopDelay(),
  };
}
