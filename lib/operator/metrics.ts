/** Everything that is counted and everything that is so, in Prometheus' format. */
import 'server-only';
import { engine } from '@/lib/agentbay/engines';
import { countedElsewhere, exposition, type Family, gauge } from '@/lib/metrics/families';
import { countedFamilies } from '@/lib/metrics/measures';
import { lookAtMoment, type Moment } from './moment';
import { version } from './version';

export async function metricsText(): Promise<string> {
  const [moment, { engine: name, mode }] = await Promise.all([lookAtMoment(), engine().status()]);
  const build = { ...version(), node: process.version, engine: name, mode };
  return exposition([buildFamily(build), ...countedFamilies(), ...momentFamilies(moment)]);
}

function buildFamily(labels: Record<string, string>): Family {
  const name = 'runbay_build_info';
  const help = 'Which Runbay this is and how it runs programs; always 1.';
  return { name, help, type: 'gauge', samples: () => [{ name, labels, value: 1 }] };
}

const now = (name: string, help: string, value: number | undefined) =>
  gauge({ name: `runbay_${name}`, help }, value);

export function momentFamilies({ runs, sessions, load, rooms, store, process }: Moment): Family[] {
  const { eventLoop } = process;
  return [
    now('runs_going', 'Runs that have a place.', runs.running),
    now('runs_waiting', 'Runs in the queue.', runs.waiting),
    now('run_places', 'Runs that can go at the same time.', runs.places),
    now('sessions', 'Browser sessions that have a sandbox.', sessions.sessions),
    now('sessions_busy', 'Of those, with a program that runs.', sessions.busy),
    now('pool_ready', 'Sandboxes that wait for a session.', load?.pool.ready),
    now('pool_starting', 'Sandboxes that start, to wait for a session.', load?.pool.starting),
    now('pool_size', 'How many sandboxes should wait.', load?.pool.size),
    now('sandboxes', 'Sandboxes in use.', load?.sessions),
    now('rooms', 'Rooms of classes that somebody has open.', rooms.rooms),
    now('room_streams', 'Pages that follow a room.', rooms.streams),
    now('store_up', 'Whether the database answers.', store === undefined ? 0 : 1),
    now('store_snippets', 'Shared programs and demos.', store?.snippets),
    now('store_used_bytes', 'What they take.', store?.usedBytes),
    now('store_limit_bytes', 'What they may take; 0: no limit.', store?.limitBytes),
    now('store_free_bytes', 'Free on the disk of the SQLite file.', store?.freeBytes),
    now('store_full', 'Whether sharing is refused.', store && (store.isFull ? 1 : 0)),
    gauge(
      {
        name: 'runbay_event_loop_delay_seconds',
        help: 'How late this process is, over the last half a minute.',
      },
      { p50: eventLoop.p50S, p99: eventLoop.p99S, max: eventLoop.maxS },
      'at',
    ),
    countedElsewhere(
      { name: 'process_cpu_seconds_total', help: 'Processor time of this process.' },
      process.cpuS,
    ),
    gauge(
      { name: 'process_resident_memory_bytes', help: 'Resident memory of this process.' },
      process.residentBytes,
    ),
    gauge({ name: 'process_open_fds', help: 'Open descriptors.' }, process.openFiles),
    gauge({ name: 'process_max_fds', help: 'How many may be open.' }, process.openFilesLimit),
    gauge(
      { name: 'process_start_time_seconds', help: 'When it started, since 1970.' },
      process.startedAtS,
    ),
  ];
}
