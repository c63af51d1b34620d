// All checks of the project, one after the other, to the end even where one fails. The last line
// counts them: every test of vitest and Playwright, and types, lint and build as one each.
// @ts-check
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  closingLine,
  countPlaywright,
  countVitest,
  flakyOfPlaywright,
  flakyOfVitest,
  readReport,
  tally,
} from './test-counts.mjs';

/** Of a stage that hangs: on a slow machine the browser tests alone have taken 18 minutes. */
const STAGE_LIMIT_MS = 30 * 60_000;

process.chdir(dirname(dirname(fileURLToPath(import.meta.url))));
const reports = mkdtempSync(join(tmpdir(), 'runbay-test-'));
const report = (/** @type {string} */ name) => join(reports, `${name}.json`);
const vitest = (/** @type {string} */ project) => [
  [
    'vitest',
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report(project)}`,
  ],
];

/** As settings of a server, so that what a build takes of them is found. */
const BUILD_CANARIES = Object.fromEntries(
  ['RUNBAY_SECRET', 'RUNBAY_GATEWAY_KEYS', 'AGENTBAY_API_KEY'].map((name) => [
    name,
    `canary-of-the-build-${name.toLowerCase()}`,
  ]),
);

/**
 * @typedef {object} Stage
 * @property {string} title
 * @property {string[][]} commands
 * @property {() => import('./test-counts.mjs').Counts | undefined} [count]
 * @property {() => string[]} [flaky] the tests that needed a second try
 * @property {boolean} [maySkip]
 * @property {Record<string, string>} [env]
 */

/** @type {Stage[]} */
const stages = [
  {
    title: 'Types',
    commands: [
      ['next', 'typegen'],
      ['tsc', '--noEmit'],
    ],
  },
  { title: 'Lint', commands: [['biome', 'check', '.']] },
  {
    title: 'Dependencies',
    commands: [['node', 'scripts/audit.mjs', '--report', report('audit')]],
    count: () => readReport(report('audit')),
    maySkip: true,
  },
  {
    title: 'Build',
    commands: [['node', 'scripts/bootstrap.mjs', '--build']],
    // None of them may stand in what is built (e2e/web-secrets.spec.ts).
    env: BUILD_CANARIES,
  },
  {
    title: 'Unit tests',
    commands: vitest('unit'),
    count: () => countVitest(readReport(report('unit'))),
  },
  {
    title: 'Store tests',
    commands: vitest('store'),
    count: () => countVitest(readReport(report('store'))),
    flaky: () => flakyOfVitest(readReport(report('store'))),
  },
  {
    title: 'Sandbox tests',
    commands: vitest('sandbox'),
    count: () => countVitest(readReport(report('sandbox'))),
    flaky: () => flakyOfVitest(readReport(report('sandbox'))),
  },
  {
    title: 'Malformed requests',
    commands: [['node', 'scripts/fuzz.mjs', '--requests', '1500']],
  },
  {
    title: 'Browser tests',
    commands: [['playwright', 'test', '--reporter=list,json']],
    count: () => countPlaywright(readReport(report('playwright'))),
    flaky: () => flakyOfPlaywright(readReport(report('playwright'))),
  },
];

const env = {
  ...process.env,
  NEXT_TELEMETRY_DISABLED: '1',
  PLAYWRIGHT_JSON_OUTPUT_FILE: report('playwright'),
};
/** Both runners colour their output even in a pipe, and each listens to another name. @param {string} program */
const plain = (program) => {
  if (process.stdout.isTTY) return {};
  return program === 'playwright' ? { FORCE_COLOR: '0' } : { NO_COLOR: '1' };
};

/** @type {import('node:child_process').ChildProcess | undefined} */
let running;
let interrupted = false;
process.on('SIGTERM', interrupt);
process.on('SIGINT', () => {
  // A terminal has sent it to the runner as well, which would take a second one for impatience.
  if (process.stdin.isTTY) interrupted = true;
  else interrupt();
});

const total = { passed: 0, failed: 0, skipped: 0 };
/** @type {string[]} */
const flaky = [];
for (const stage of stages) {
  console.log(`\n== ${stage.title}`);
  const began = Date.now();
  let ok = true;
  for (const command of stage.commands) ok = ok && (await run(command, stage.env));
  const counts = tally({ ok, counts: stage.count?.(), maySkip: stage.maySkip });
  for (const key of /** @type {const} */ (['passed', 'failed', 'skipped'])) {
    total[key] += counts[key];
  }
  const verdict = counts.failed > 0 ? 'FAILED' : counts.passed > 0 ? 'ok' : 'skipped';
  console.log(`== ${stage.title}: ${verdict}, ${((Date.now() - began) / 1000).toFixed(1)} s`);
  flaky.push(...(stage.flaky?.() ?? []).map((name) => `${stage.title}: ${name}`));
  if (interrupted) break;
}
rmSync(reports, { recursive: true, force: true });
if (flaky.length > 0) console.log(`\nPassed at the second try only:\n  ${flaky.join('\n  ')}`);
console.log(`\n${closingLine(total)}`);
process.exitCode = total.failed === 0 && !interrupted ? 0 : 1;

/**
 * @param {string[]} command a program of node_modules/.bin and its arguments
 * @param {Record<string, string>} [more] of the environment
 * @returns {Promise<boolean>}
 */
function run([program = '', ...args], more = {}) {
  return new Promise((resolve) => {
    const child = spawn(join('node_modules/.bin', program), args, {
      env: { ...env, ...more, ...plain(program) },
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    running = child;
    const limit = setTimeout(() => {
      console.error(`${program} took more than ${STAGE_LIMIT_MS / 60_000} minutes: stopped`);
      endPolitely(child);
    }, STAGE_LIMIT_MS);
    child.on('error', (error) => {
      console.error(error.message);
      resolve(false);
    });
    child.on('close', (code, signal) => {
      clearTimeout(limit);
      if (signal) console.error(`${program} was ended by ${signal}`);
      resolve(code === 0);
    });
  });
}

function interrupt() {
  interrupted = true;
  if (running) endPolitely(running);
}

/**
 * Runners take SIGINT as the order to end what they started, the web server among it; SIGTERM just ends them.
 * @param {import('node:child_process').ChildProcess} child
 */
function endPolitely(child) {
  child.kill('SIGINT');
  setTimeout(() => child.kill('SIGKILL'), 20_000).unref();
}
