// How the page keeps up with output, in a real browser. For each program the longest task of the page's main
// thread, by the clock and by its own processor time (which does not count what else the machine does), and how
// smoothly frames come.
// @ts-check
import { chromium } from '@playwright/test';
import { resolveBrowser } from '../scripts/browser.mjs';
import { percentile, round, table } from './figures.mjs';

const MIB = 1024 * 1024;
/** Room for what a run says beside its output. */
const ALMOST_MIB = MIB - 1024;
const ROUNDS = 3;

/** @type {Record<string, string>} */
const PROGRAMS = {
  'lines: 20,000 of 51 characters': 'for i in range(20000): print("x" * 51)',
  'line feeds: 1 MiB of nothing else': `import sys; sys.stdout.write("\\n" * ${ALMOST_MIB})`,
  'one line of 1 MiB': `import sys; sys.stdout.write("x" * ${ALMOST_MIB})`,
  'one line of wide characters, 1 MiB': `import sys; sys.stdout.write("字" * ${Math.floor(ALMOST_MIB / 3)})`,
  'colours: 50,000 changes on one line':
    'import sys\nfor i in range(50000): sys.stdout.write(f"\\x1b[{31 + i % 7}mx")',
  'addresses: 20,000 lines with one':
    'for i in range(20000): print(f"see https://example.com/{i}/ for it")',
};

const TO_READ = 'for i in range(20000): print(f"line {i}", "x" * 40)';

/** @typedef {{ longestTaskMs: number, longestTaskCpuMs: number, framesPerSecond: number, slowestFrameMs: number }} Figures */

/** @param {string} url @returns {Promise<Record<string, Figures>>} */
export async function measureConsole(url) {
  const { executablePath, env } = await resolveBrowser();
  const browser = await chromium.launch({
    executablePath,
    env: /** @type {Record<string, string>} */ (env),
    args: ['--no-sandbox'],
  });
  const open = (/** @type {string} */ code) => openPage(browser, url, code);
  /** @type {Record<string, Figures>} */
  const figures = {};
  try {
    for (const [what, code] of Object.entries(PROGRAMS)) {
      const rounds = [];
      for (let n = 0; n < ROUNDS; n++) rounds.push(await whileRunning(await open(code)));
      figures[what] = best(rounds);
    }
    Object.assign(figures, await whileReading(await open(TO_READ)));
  } finally {
    await browser.close();
  }
  const rows = Object.entries(figures).map(([what, one]) => [
    what,
    `${one.longestTaskMs} ms`,
    `${one.longestTaskCpuMs} ms`,
    `${one.framesPerSecond} /s`,
    `${one.slowestFrameMs} ms`,
  ]);
  const head = ['while', 'longest task', 'of it processor', 'frames', 'slowest frame'];
  process.stdout.write(`\n${table(head, rows)}\n`);
  return figures;
}

/** A page with that program, settled. @param {import('@playwright/test').Browser} browser @param {string} url @param {string} code */
async function openPage(browser, url, code) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  const work = JSON.stringify({
    version: 1,
    language: 'python',
    timeoutS: 30,
    code: { python: code },
  });
  await page.addInitScript((text) => localStorage.setItem('runbay.work', text), work);
  await page.goto(url);
  await page.waitForFunction(() => performance.getEntriesByName('runbay-usable').length > 0);
  // Monaco comes at the first sign of somebody.
  await page.mouse.move(300, 5);
  await page.mouse.move(301, 5);
  await page.waitForSelector('.full-editor:not([inert]) .monaco-editor', { timeout: 60_000 });
  // What is loaded after the editor is not what is measured here.
  await page.waitForTimeout(2500);
  return page;
}

/** @param {import('@playwright/test').Page} page */
async function runToEnd(page) {
  await page.keyboard.press('Control+Enter');
  const status = page.locator('#console').getByRole('status');
  await status.filter({ hasText: ' · ' }).waitFor({ timeout: 60_000 });
}

/** From the start of the program until all of it is shown. @param {import('@playwright/test').Page} page */
async function whileRunning(page) {
  const figures = await measured(page, async () => {
    await runToEnd(page);
    await page.waitForTimeout(500);
  });
  await page.context().close();
  return figures;
}

/** Through 20,000 lines by wheel, and a search in them. @param {import('@playwright/test').Page} page */
async function whileReading(page) {
  await runToEnd(page);
  const output = page.getByRole('log');
  await output.hover();
  const scrolling = await measured(page, async () => {
    for (let n = 0; n < 60; n++) {
      await page.mouse.wheel(0, n < 30 ? -900 : 900);
      await page.waitForTimeout(16);
    }
  });
  await output.focus();
  await page.keyboard.press('Control+F');
  const search = page.getByRole('search');
  await search.waitFor();
  const searching = await measured(page, async () => {
    await search.getByRole('textbox').pressSequentially('line 1', { delay: 60 });
    for (let n = 0; n < 10; n++) await page.keyboard.press('Enter');
    await page.waitForTimeout(300);
  });
  await page.context().close();
  return { 'scrolling through 20,000 lines': scrolling, 'searching in 20,000 lines': searching };
}

/** @param {import('@playwright/test').Page} page @param {() => Promise<void>} act @returns {Promise<Figures>} */
async function measured(page, act) {
  const client = await page.context().newCDPSession(page);
  /** @type {Record<string, any>[]} */
  const events = [];
  client.on('Tracing.dataCollected', ({ value }) => events.push(...value));
  const ended = new Promise((resolve) => client.once('Tracing.tracingComplete', resolve));
  await client.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['toplevel', 'devtools.timeline', '__metadata'] },
  });
  const counting = page.evaluate(countFrames);
  await act();
  await page.evaluate(() => dispatchEvent(new Event('runbay-bench-done')));
  const gaps = await counting;
  await client.send('Tracing.end');
  await ended;
  await client.detach();

  const main = mainThread(events);
  const tasks = events.filter(
    ({ name, pid, tid, dur }) =>
      /(^|::)RunTask$/.test(name) && pid === main?.pid && tid === main?.tid && dur > 0,
  );
  const longest = (/** @type {'dur' | 'tdur'} */ key) =>
    round(Math.max(0, ...tasks.map((task) => task[key] ?? 0)) / 1000, 1);
  return {
    longestTaskMs: longest('dur'),
    longestTaskCpuMs: longest('tdur'),
    framesPerSecond: round(1000 / (gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length), 1),
    slowestFrameMs: round(percentile(gaps, 1), 1),
  };
}

/** In the page: milliseconds between frames, until it is told to stop. @returns {Promise<number[]>} */
function countFrames() {
  return new Promise((resolve) => {
    /** @type {number[]} */
    const gaps = [];
    let last = performance.now();
    let isDone = false;
    addEventListener('runbay-bench-done', () => {
      isDone = true;
    });
    const onFrame = (/** @type {number} */ now) => {
      if (now > last) gaps.push(now - last);
      last = now;
      if (isDone) resolve(gaps);
      else requestAnimationFrame(onFrame);
    };
    requestAnimationFrame(onFrame);
  });
}

/** The page's own: the renderer that has done most. @param {Record<string, any>[]} events */
function mainThread(events) {
  const mains = events.filter(
    ({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain',
  );
  const countOf = (/** @type {Record<string, any>} */ main) =>
    events.filter(({ pid, tid }) => pid === main.pid && tid === main.tid).length;
  return mains.sort((a, b) => countOf(b) - countOf(a))[0];
}

/** Each figure of the round that was disturbed least. @param {Figures[]} rounds @returns {Figures} */
function best(rounds) {
  const least = (/** @type {keyof Figures} */ key) => Math.min(...rounds.map((one) => one[key]));
  return {
    longestTaskMs: least('longestTaskMs'),
    longestTaskCpuMs: least('longestTaskCpuMs'),
    framesPerSecond: Math.max(...rounds.map((one) => one.framesPerSecond)),
    slowestFrameMs: least('slowestFrameMs'),
  };
}
