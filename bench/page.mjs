// What a visitor waits for: the page's first load, and Monaco after the first sign of somebody.
// @ts-check
import { chromium } from '@playwright/test';
import { resolveBrowser } from '../scripts/browser.mjs';
import { median } from './figures.mjs';
import { auditPage } from './lighthouse.mjs';

const MONACO_RUNS = 5;

/** @param {string} url */
export async function measurePage(url) {
  return {
    lighthouse: 'the best of 3 runs each, Lighthouse’s own desktop and mobile settings',
    desktop: await auditPage(url, 'desktop'),
    mobile: await auditPage(url, 'mobile'),
    monaco: await measureMonaco(url),
  };
}

/** From the first sign of somebody until Monaco has taken the plain editor's place, p50 without a cache. @param {string} url */
async function measureMonaco(url) {
  const { executablePath, env } = await resolveBrowser();
  const browser = await chromium.launch({
    executablePath,
    env: /** @type {Record<string, string>} */ (env),
    args: ['--no-sandbox'],
  });
  const readyMs = [];
  const longestTaskMs = [];
  const usableMs = [];
  const firstScriptBytes = [];
  try {
    for (let n = 0; n < MONACO_RUNS; n++) {
      const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
      const page = await context.newPage();
      await page.addInitScript(watchLongTasks);
      await page.goto(url);
      await page.waitForFunction(() => performance.getEntriesByName('runbay-usable').length > 0);
      const first = await page.evaluate(readFirstLoad);
      usableMs.push(first.usableMs);
      firstScriptBytes.push(first.scriptBytes);
      const begin = performance.now();
      await page.mouse.move(300, 5);
      await page.mouse.move(310, 5);
      await page.waitForSelector('.full-editor:not([inert]) .monaco-editor', { timeout: 60_000 });
      readyMs.push(performance.now() - begin);
      longestTaskMs.push(await page.evaluate(() => Reflect.get(globalThis, 'longestTaskMs')));
      await context.close();
    }
  } finally {
    await browser.close();
  }
  return {
    usableMs: Math.round(median(usableMs)),
    firstScriptBytes: median(firstScriptBytes),
    readyAfterFirstSignMs: Math.round(median(readyMs)),
    longestTaskMs: Math.round(median(longestTaskMs)),
  };
}

function watchLongTasks() {
  Object.assign(globalThis, { longestTaskMs: 0 });
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) {
      const longest = Math.max(duration, Reflect.get(globalThis, 'longestTaskMs'));
      Object.assign(globalThis, { longestTaskMs: longest });
    }
  }).observe({ type: 'longtask', buffered: true });
}

function readFirstLoad() {
  const usableMs = performance.getEntriesByName('runbay-usable')[0]?.startTime ?? 0;
  const scripts = /** @type {PerformanceResourceTiming[]} */ (
    performance.getEntriesByType('resource')
  ).filter(({ name, startTime }) => new URL(name).pathname.endsWith('.js') && startTime < usableMs);
  return {
    usableMs,
    scriptBytes: scripts.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0),
  };
}
