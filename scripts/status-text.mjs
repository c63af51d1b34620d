// What `npm run status` prints.
// @ts-check

const MIB = 1024 * 1024;

/** @type {Record<string, string>} */
const MODES = {
  full: 'isolated, with control groups',
  reduced: 'isolated, without control groups',
  unsafe: 'WITHOUT ISOLATION',
  remote: 'programs run elsewhere',
};

/**
 * @param {import('../lib/operator/status').Status} status
 * @param {{ nowMs?: number }} [when]
 */
export function statusText(status, { nowMs = Date.now() } = {}) {
  const { moment, recent, concerns } = status;
  const { runs, sessions, load, rooms, store, process } = moment;
  const rows = [
    ['Engine', `${status.engine}, ${MODES[status.mode] ?? status.mode}`],
    ['Languages', status.languages.join(', ')],
    ['Runs', `${runs.running} of ${runs.places} places taken, ${runs.waiting} wait`],
    ['Sessions', `${sessions.sessions} of ${status.sessionsLimit}, ${sessions.busy} busy`],
    ...(load
      ? [
          [
            'Sandboxes',
            `${load.sessions} in use, ${load.pool.ready} of ${load.pool.size} ready, ${load.pool.starting} starting`,
          ],
        ]
      : []),
    ['Rooms', `${rooms.rooms} open, ${rooms.streams} pages follow`],
    ['Shared', store ? storeText(store, status.storePlace) : 'the database does not answer'],
    [
      'Process',
      `${mib(process.residentBytes)}, ${process.openFiles} of ${process.openFilesLimit ?? 'any number of'} descriptors, late by ${ms(process.eventLoop.p99S)} at most (p99)`,
    ],
  ];
  const lately = [
    ['Runs', `${countsText(recent.reasons)}${aside(countsText(recent.languages))}`],
    ['In the queue', percentilesText(recent.queueS)],
    ['To the start', percentilesText(recent.startS)],
    ['To some output', percentilesText(recent.firstOutputS)],
    ['Run', percentilesText(recent.runS)],
    ['Limits hit', countsText(recent.limits)],
    ['Answers', countsText(recent.answers)],
  ];
  return [
    `Runbay ${status.version} at ${status.address}, up for ${duration(nowMs - status.upSinceMs)} (since ${new Date(status.upSinceMs).toISOString()}), process ${status.pid}, Node ${status.node}, build ${status.build || 'none'}`,
    verdict(concerns),
    '',
    ...table(rows),
    '',
    `In the last ${duration(recent.seconds * 1000)}`,
    ...table(lately),
    ...(concerns.length === 0 ? [] : ['', 'To look at']),
    ...concerns.flatMap(({ level, what, todo }) => [
      `  ${level === 'problem' ? '!!' : '! '} ${what}`,
      `     ${todo}`,
    ]),
  ].join('\n');
}

/** @param {{ level: string }[]} concerns */
function verdict(concerns) {
  const problems = concerns.filter(({ level }) => level === 'problem').length;
  if (problems > 0) return `${problems === 1 ? 'A PROBLEM' : `${problems} PROBLEMS`}, see below.`;
  return concerns.length === 0
    ? 'All is well.'
    : 'It works; something should be looked at, see below.';
}

/** @param {string[][]} rows */
function table(rows) {
  return rows.map(([name = '', value = '']) => `  ${name.padEnd(16)}${value}`);
}

/**
 * @param {NonNullable<import('../lib/operator/moment').Moment['store']>} store
 * @param {string} place
 */
function storeText({ snippets, usedBytes, limitBytes, freeBytes }, place) {
  const limit = limitBytes === 0 ? '' : ` of ${mib(limitBytes)}`;
  const free = freeBytes === undefined ? '' : `, ${mib(freeBytes)} free on the disk`;
  return `${snippets} programs and demos, ${mib(usedBytes)}${limit}, in ${place}${free}`;
}

/** @param {Record<string, number>} counts */
function countsText(counts) {
  const pairs = Object.entries(counts).sort(([, a], [, b]) => b - a);
  return pairs.map(([name, count]) => `${name} ${count}`).join(', ') || 'none';
}

/** @param {string} text */
function aside(text) {
  return text === 'none' ? '' : ` (${text})`;
}

/** @param {import('../lib/metrics/history').Percentiles | undefined} found */
function percentilesText(found) {
  if (!found) return '-';
  return `p50 ${ms(found.p50)}, p95 ${ms(found.p95)}, p99 ${ms(found.p99)}`;
}

/** @param {number} seconds */
function ms(seconds) {
  return seconds >= 10
    ? `${Math.round(seconds)} s`
    : `${Number((seconds * 1000).toPrecision(2))} ms`;
}

/** @param {number} bytes */
function mib(bytes) {
  const size = bytes / MIB;
  return size < 10_000 ? `${Number(size.toFixed(1))} MiB` : `${Math.round(size / 1024)} GiB`;
}

/** @param {number} ms */
function duration(ms) {
  const minutes = Math.floor(ms / 60_000);
  if (minutes < 1) return `${Math.max(0, Math.round(ms / 1000))} s`;
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? `${hours} h ${minutes % 60} min` : `${Math.floor(hours / 24)} days`;
}
