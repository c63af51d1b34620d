// The figures of speed.mjs as tables in Markdown: what was measured, and its ratio to the bare interpreter.
// @ts-check
import { round, table } from '../figures.mjs';
import { CLIENTS } from './rates.mjs';

/**
 * @typedef {Record<string, { p50: number, p95: number, p99: number }>} Times
 * @typedef {{ withPauses: Times, backToBack: Times }} Latency
 * @typedef {{ latencyMs: Latency, firstOutputMs: Times, outputMBPerSecond: Record<string, number>, runsPerSecond: Record<string, Record<string, number>> }} OfLanguage
 * @typedef {{ sessions: number, idleMiB: number, activeMiB: number, sessionsPerGiB: number, openMs: number, runMs: number }} CrowdRow
 * @typedef {{ date: string, machine: Record<string, string | number>, missing: Record<string, string>, figures: { python: OfLanguage, javascript: OfLanguage, imports: Record<string, Times | { missing: string }> }, crowd: Record<string, CrowdRow[]>, othersMiB: Record<string, Record<string, number>> }} Speed
 */

/** @type {Record<string, string>} */
const NAMES = {
  session: 'Runbay, a fresh run in a session',
  continue: 'Runbay, a run that continues',
  oneOff: 'Runbay, a sandbox for each run',
  bare: 'bare interpreter',
  bubblewrap: 'bubblewrap and the interpreter',
  sandboxRuntime: 'sandbox-runtime',
  jupyter: 'Jupyter kernel (continues)',
};
const LANGUAGES = /** @type {const} */ ([
  ['python', 'Python'],
  ['javascript', 'JavaScript'],
]);

/** @param {Speed} speed */
export function describeSpeed(speed) {
  const parts = LANGUAGES.flatMap(([id, name]) => [
    `### ${name}: one line\n\n${latencyTable(speed.figures[id])}`,
    `### ${name}: runs per second\n\n${rateTable(speed.figures[id].runsPerSecond)}`,
  ]);
  return [
    machineSentence(speed),
    ...parts,
    `### Python: imports in a fresh run\n\n${importTable(speed.figures.imports)}`,
    ...LANGUAGES.map(([id, name]) => `### ${name}: sessions\n\n${crowdTable(speed, id)}`),
    ...missingSentences(speed.missing),
  ].join('\n\n');
}

/** @param {Speed} speed */
function machineSentence({ date, machine }) {
  const { processors, model, memoryGiB, kernel, node, python, bubblewrap } = machine;
  return `Measured on ${date.slice(0, 10)}: ${processors} processors (${model}), ${memoryGiB} GiB, Linux ${kernel}, Node.js ${node}, ${python}, ${bubblewrap}.`;
}

/** @param {number} value @param {number | undefined} bare */
const times = (value, bare) => (bare === undefined ? '' : ` (${round(value / bare, 2)} ×)`);

/** @param {OfLanguage} of */
function latencyTable({ latencyMs, firstOutputMs, outputMBPerSecond }) {
  const { withPauses, backToBack } = latencyMs;
  const rows = Object.entries(withPauses).map(([id, { p50, p95, p99 }]) => {
    const unpaused = backToBack[id];
    const first = firstOutputMs[id];
    const output = outputMBPerSecond[id];
    return [
      NAMES[id] ?? id,
      `${p50} ms${times(p50, withPauses.bare?.p50)}`,
      `${p95} ms`,
      `${p99} ms`,
      unpaused === undefined
        ? ''
        : `${unpaused.p50} ms${times(unpaused.p50, backToBack.bare?.p50)}`,
      first === undefined ? '' : `${first.p50} ms${times(first.p50, firstOutputMs.bare?.p50)}`,
      output === undefined ? '' : `${output} MB/s`,
    ];
  });
  return table(['what', 'p50', 'p95', 'p99', 'p50 without pauses', 'first output', 'output'], rows);
}

/** @param {Record<string, Record<string, number>>} rates */
function rateTable(rates) {
  const rows = Object.entries(rates).map(([id, of]) => [
    NAMES[id] ?? id,
    ...CLIENTS.map((clients) => {
      const rate = of[clients];
      if (rate === null || Number.isNaN(rate)) return 'fails';
      return rate === undefined ? '' : `${rate}${times(rate, rates.bare?.[clients])}`;
    }),
  ]);
  return table(
    ['runs per second', ...CLIENTS.map((n) => (n === 1 ? '1 client' : `${n} clients`))],
    rows,
  );
}

/** @param {Record<string, Times | { missing: string }>} imports */
function importTable(imports) {
  const rows = Object.entries(imports).flatMap(([module, of]) => {
    if (typeof of.missing === 'string') return [[module, 'not installed', '', '']];
    const found = /** @type {Times} */ (of);
    return Object.entries(found).map(([id, { p50, p95, p99 }]) => [
      `\`import ${module}\`: ${NAMES[id] ?? id}`,
      `${p50} ms${times(p50, found.bare?.p50)}`,
      `${p95} ms`,
      `${p99} ms`,
    ]);
  });
  return table(['what', 'p50', 'p95', 'p99'], rows);
}

/** @param {Speed} speed @param {'python' | 'javascript'} language */
function crowdTable({ crowd, othersMiB }, language) {
  const rows = (crowd[language] ?? []).map((row) => [
    String(row.sessions),
    `${row.idleMiB} MiB`,
    `${row.activeMiB} MiB`,
    String(row.sessionsPerGiB),
    `${row.openMs} ms`,
    `${row.runMs} ms`,
  ]);
  const others = Object.entries(othersMiB[language] ?? {}).map(
    ([id, mib]) => `${NAMES[id] ?? id} ${mib} MiB`,
  );
  const head = [
    'sessions',
    'memory of an idle one',
    'of one that runs',
    'idle ones in a GiB',
    'to open one',
    'a run in one of them (p50)',
  ];
  const beside =
    others.length === 0
      ? ''
      : `\n\nBeside them, each of ten processes that rest: ${others.join(', ')}.`;
  return table(head, rows) + beside;
}

/** @param {Record<string, string>} missing */
function missingSentences(missing) {
  return Object.entries(missing).map(
    ([id, why]) => `${NAMES[id] ?? id}: not available here (${why}).`,
  );
}
