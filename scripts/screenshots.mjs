// Takes the pictures of README from the running product: `npm run screenshots`.
// @ts-check
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { resolveBrowser } from './browser.mjs';

const FOLDER = 'docs/screenshots';
const PORT = '3219';
const DESK = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };

const PRIMES = `from collections import Counter

def primes(limit):
    """All primes below the limit, by the sieve of Eratosthenes."""
    sieve = [True] * limit
    for n in range(2, limit):
        if sieve[n]:
            yield n
            sieve[n * n :: n] = [False] * len(sieve[n * n :: n])

found = list(primes(100))
print(len(found), "primes below 100:", *found)

for digit, count in sorted(Counter(p % 10 for p in found).items()):
    print(f"ending in {digit}: \\033[36m{'█' * count}\\033[0m {count}")

name = input("Who found this way of counting? ")
print(f"{name} sieved first, around 240 BC.")
len(found) / 0
`;

const RESULTS = `import matplotlib.pyplot as plt
import pandas as pd
from IPython.display import Markdown

rain = pd.DataFrame(
    {"city": ["Bergen", "Oslo", "Tromsø"], "mm": [2495, 802, 1031], "days": [239, 113, 183]}
)
display(Markdown("### Rain in a year"))
display(rain)

figure, axes = plt.subplots(figsize=(5, 2.2))
axes.bar(rain["city"], rain["mm"], color="#0b6b62")
axes.set_ylabel("mm")
plt.show()
`;

/** @typedef {import('@playwright/test').Page} Page */

const states = [
  { name: 'playground-light', viewport: DESK, scheme: 'light', until: 'failed' },
  { name: 'playground-dark', viewport: DESK, scheme: 'dark', until: 'input' },
  { name: 'playground-phone', viewport: PHONE, scheme: 'light', until: 'input' },
  { name: 'playground-results', viewport: DESK, scheme: 'light', until: 'results' },
  { name: 'playground-examples', viewport: DESK, scheme: 'light', until: 'examples' },
  { name: 'playground-palette', viewport: DESK, scheme: 'dark', until: 'palette' },
  { name: 'playground-phone-code', viewport: PHONE, scheme: 'dark', until: 'idle' },
];

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
  for (const state of states) await take(browser, state);
  await browser.close();
} finally {
  server.kill('SIGTERM');
  await ended;
  rmSync(data, { recursive: true, force: true });
}

/** @param {import('@playwright/test').Browser} browser @param {(typeof states)[number]} state */
async function take(browser, { name, viewport, scheme, until }) {
  const context = await browser.newContext({
    viewport,
    deviceScaleFactor: 2,
    colorScheme: /** @type {'light' | 'dark'} */ (scheme),
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  await page.addInitScript(
    ([key, code]) => {
      if (window.top !== window) return;
      localStorage.setItem(
        key ?? '',
        JSON.stringify({ version: 1, language: 'python', timeoutS: 10, code: { python: code } }),
      );
    },
    ['runbay.work', until === 'results' ? RESULTS : PRIMES],
  );
  await page.goto(`http://127.0.0.1:${PORT}/`);
  await page.locator('.monaco-editor .view-line').first().waitFor();
  if (until === 'results') {
    await page.getByRole('button', { name: 'Run' }).click();
    await page.getByRole('log').getByRole('img').first().waitFor();
    await page.getByRole('status').getByText('exit 0').waitFor();
  } else if (until === 'examples') {
    await page.getByRole('button', { name: 'Examples' }).click();
    await page.getByRole('dialog').getByRole('option').first().waitFor();
  } else if (until === 'palette') {
    await page.keyboard.press('ControlOrMeta+k');
    await page.getByRole('dialog').getByRole('option').first().waitFor();
  } else if (until !== 'idle') {
    await page.getByRole('button', { name: 'Run' }).click();
    const input = page.getByRole('textbox', { name: 'Program input' });
    await input.waitFor();
    await input.fill('Eratosthenes');
    if (until === 'failed') {
      await input.press('Enter');
      await page.getByText('ZeroDivisionError').first().waitFor();
      await page.getByRole('status').getByText('exit 1').waitFor();
    }
  }
  await page.screenshot({ path: `${FOLDER}/${name}.png`, animations: 'disabled' });
  await context.close();
  process.stdout.write(`${FOLDER}/${name}.png\n`);
}
