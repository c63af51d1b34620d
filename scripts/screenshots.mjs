// Takes the pictures of README from the running product: `npm run screenshots [part of a name]`.
// @ts-check
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { resolveBrowser } from './browser.mjs';
import { SHARING } from './screenshot-sharing.mjs';
import { STATES } from './screenshot-states.mjs';
import { TEACHING } from './screenshot-teaching.mjs';

const FOLDER = 'docs/screenshots';
const PORT = '3219';
const DESK = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };

const wanted = process.argv[2] ?? '';
mkdirSync(FOLDER, { recursive: true });
const data = mkdtempSync(join(tmpdir(), 'runbay-screenshots-'));
const server = spawn(process.execPath, ['scripts/serve.mjs'], {
  env: { ...process.env, HOST: '127.0.0.1', PORT, RUNBAY_LOG: 'error', DATA_DIR: data },
  stdio: ['ignore', 'pipe', 'inherit'],
});
const ended = once(server, 'exit');
try {
  for await (const said of server.stdout) if (String(said).includes('ready')) break;
  const { executablePath, env } = await resolveBrowser();
  const browser = await chromium.launch({
    executablePath,
    env: /** @type {Record<string, string>} */ (env),
    args: ['--no-sandbox', '--disable-quic', '--disable-background-networking'],
  });
  for (const state of [...STATES, ...SHARING, ...TEACHING].filter(({ name }) =>
    name.includes(wanted),
  )) {
    await take(browser, state);
  }
  await browser.close();
} finally {
  server.kill('SIGTERM');
  await ended;
  rmSync(data, { recursive: true, force: true });
}

/** @param {import('@playwright/test').Browser} browser @param {import('./screenshot-states.mjs').State} state */
async function take(browser, { name, phone, dark, locale, storage, act }) {
  const context = await browser.newContext({
    baseURL: `http://127.0.0.1:${PORT}`,
    viewport: phone ? PHONE : DESK,
    deviceScaleFactor: 2,
    colorScheme: dark ? 'dark' : 'light',
    hasTouch: phone === true,
    isMobile: phone === true,
    locale: locale ?? 'en',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  await page.addInitScript((entries) => {
    // The frame of an HTML result has no storage.
    if (window.top !== window) return;
    for (const [key, value] of entries) localStorage.setItem(key, JSON.stringify(value));
  }, Object.entries(storage));
  await page.goto('/');
  if (!phone) {
    // The full editor comes when somebody is there.
    await page.waitForFunction(() => performance.getEntriesByName('runbay-usable').length > 0);
    await page.mouse.move(DESK.width / 2, 5);
    await page.mouse.move(DESK.width / 2, 8);
    await page.locator('.full-editor:not([inert]) .monaco-editor .view-line').first().waitFor();
  }
  await act(page);
  await page.screenshot({ path: `${FOLDER}/${name}.png`, animations: 'disabled' });
  await context.close();
  process.stdout.write(`${FOLDER}/${name}.png\n`);
}
