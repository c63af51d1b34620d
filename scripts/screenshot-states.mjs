// What each picture of README shows: a window, what the browser has kept, and what the visitor does.
// @ts-check
import { readFileSync } from 'node:fs';

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {import('@playwright/test').Locator} Locator */

/**
 * @typedef State
 * @property {string} name The picture's file, without its ending.
 * @property {boolean} [phone] A phone's window and touch; else a desktop's.
 * @property {boolean} [dark]
 * @property {string} [locale] The browser's language; else English.
 * @property {Record<string, unknown>} storage What the browser has kept from an earlier visit.
 * @property {(page: Page) => Promise<void>} act What happens before the picture is taken.
 */

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
`;

const RESULTS = `import matplotlib.pyplot as plt
import pandas as pd
from IPython.display import Markdown

rain = pd.DataFrame({
    "city": ["Bergen", "Oslo", "Tromsø"],
    "mm": [2495, 802, 1031],
    "days": [239, 113, 183],
})
display(Markdown("### Rain in a year"))
display(rain)

figure, axes = plt.subplots(figsize=(5, 2.2))
axes.bar(rain["city"], rain["mm"], color="#0b6b62")
axes.set_ylabel("mm")
plt.show()
`;

const BOATS = `boats = {"Anna": 12, "Berta": 7, "Clara": 9}

def describe(boat):
    metres = boats[boat]
    return f"{boat} is {metres} metres long"

for boat in boats:
    print(describe(boat))

print(describe("Dora"))
`;

const BOATS_ZH = BOATS.replace(
  '{"Anna": 12, "Berta": 7, "Clara": 9}',
  '{"安娜": 12, "海鸥": 7, "晨星": 9}',
)
  .replace('{boat} is {metres} metres long', '{boat}长 {metres} 米')
  .replace('"Dora"', '"蓝鲸"');

const STATISTICS = `import csv
from statistics import mean

from charts import bar
from fruit import PRICES

with open("harvest.csv") as table:
    rows = list(csv.DictReader(table))

for row in rows:
    fruit, kilos = row["fruit"], int(row["kilos"])
    income = kilos * PRICES[fruit]
    print(f"{fruit:<7} {bar(income)} {income:.0f}")

kilos = mean(int(row["kilos"]) for row in rows)
with open("report.txt", "w") as report:
    print("mean:", kilos, "kg", file=report)
print("See report.txt.")
`;

const FILES = [
  {
    path: 'charts.py',
    text: 'def bar(value, unit=40):\n    """A bar of blocks, one for each unit."""\n    return "█" * round(value / unit)\n',
  },
  { path: 'fruit.py', text: 'PRICES = {"apples": 2.1, "pears": 2.6, "plums": 3.2}\n' },
  { path: 'harvest.csv', text: 'fruit,kilos\napples,360\npears,190\nplums,65\n' },
];

/** @param {string} code @param {string} [language] */
const work = (code, language = 'python') => ({
  'runbay.work': { version: 1, language, timeoutS: 10, code: { [language]: code } },
});
/** @param {Record<string, unknown>} settings */
const settings = (settings) => ({ 'runbay.settings': { version: 1, ...settings } });
/** @param {string} name */
const example = (name) =>
  work(
    readFileSync(
      new URL(`../lib/languages/typescript/examples/${name}.ts`, import.meta.url),
      'utf8',
    ),
    'typescript',
  );

/** @type {State[]} */
export const STATES = [
  {
    name: 'playground-light',
    storage: work(PRIMES),
    async act(page) {
      await answer(page, 'Eratosthenes', 'Enter');
      await finished(page, 'exit 0');
      await complete(page, 'found.');
    },
  },
  {
    name: 'playground-dark',
    dark: true,
    storage: work(PRIMES),
    act: (page) => answer(page, 'Eratosthenes'),
  },
  {
    name: 'playground-contrast',
    storage: { ...example('shapes'), ...settings({ theme: 'contrast' }) },
    async act(page) {
      await run(page);
      await finished(page, 'exit 0');
    },
  },
  {
    name: 'playground-error',
    storage: work(BOATS),
    async act(page) {
      await run(page);
      await finished(page, 'exit 1');
      await page.getByRole('log').getByRole('note').waitFor();
    },
  },
  {
    name: 'playground-chinese',
    locale: 'zh-CN',
    storage: work(BOATS_ZH),
    async act(page) {
      await page.getByRole('button', { name: '运行', exact: true }).click();
      await page.getByRole('log').getByRole('note').waitFor();
    },
  },
  {
    name: 'playground-results',
    storage: work(RESULTS),
    async act(page) {
      await run(page);
      await page.getByRole('log').getByRole('img').first().waitFor();
      await finished(page, 'exit 0');
    },
  },
  {
    name: 'playground-typescript',
    dark: true,
    storage: example('lynx-and-hare'),
    async act(page) {
      await run(page);
      await finished(page, 'exit 0');
      await page.getByRole('log').locator('svg.marks, canvas').first().waitFor();
    },
  },
  {
    name: 'playground-files',
    storage: {
      ...work(STATISTICS),
      ...settings({ filesPane: true }),
      'runbay.files': { version: 1, files: FILES },
    },
    async act(page) {
      await run(page);
      await finished(page, 'exit 0');
      await page.getByText('report.txt', { exact: true }).first().waitFor();
    },
  },
  {
    name: 'playground-search',
    dark: true,
    storage: work(
      'for n in range(1, 31):\n    print(f"{n:2} squared is {n * n:3}, cubed {n ** 3:5}")\n',
    ),
    async act(page) {
      await run(page);
      await finished(page, 'exit 0');
      await page.getByRole('button', { name: 'Find in the output' }).click();
      await page.getByRole('textbox', { name: 'Find in the output' }).fill('25');
      await page.getByText(/^\d+ of \d+$/).waitFor();
    },
  },
  {
    name: 'playground-examples',
    storage: work(PRIMES),
    async act(page) {
      await page.getByRole('button', { name: 'Examples' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('button', { name: 'TypeScript' }).click();
      await dialog.getByRole('option', { name: /Discriminated unions/ }).click();
      await dialog.getByText('discriminated union').first().waitFor();
    },
  },
  {
    name: 'playground-palette',
    dark: true,
    storage: work(PRIMES),
    async act(page) {
      await page.keyboard.press('ControlOrMeta+k');
      await page.getByRole('dialog').getByRole('option').first().waitFor();
    },
  },
  {
    name: 'playground-vim',
    dark: true,
    storage: { ...work(PRIMES), ...settings({ keys: 'vim' }) },
    async act(page) {
      await page.locator('.monaco-editor .view-line').nth(4).click();
      await page.keyboard.type('Vjj');
      await page.getByText('VISUAL').waitFor();
    },
  },
  {
    name: 'playground-phone',
    phone: true,
    storage: work(PRIMES),
    act: (page) => answer(page, 'Eratosthenes'),
  },
  {
    name: 'playground-phone-code',
    phone: true,
    dark: true,
    storage: work(PRIMES),
    async act(page) {
      await page.getByRole('textbox', { name: /^Code editor/ }).tap();
    },
  },
  {
    name: 'playground-phone-error',
    phone: true,
    storage: work(BOATS),
    async act(page) {
      await run(page);
      await page.getByRole('log').getByRole('note').waitFor();
    },
  },
];

/** @param {Page} page */
async function run(page) {
  await page.getByRole('button', { name: 'Run', exact: true }).click();
}

/** @param {Page} page @param {string} how */
async function finished(page, how) {
  await page.getByRole('status', { name: 'Program status' }).getByText(how).waitFor();
}

/**
 * Runs a program that asks, and answers it, or only writes the answer down.
 * @param {Page} page @param {string} text @param {string} [key]
 */
async function answer(page, text, key) {
  await run(page);
  const input = page.getByRole('textbox', { name: 'Program input' });
  await input.fill(text);
  if (key) await input.press(key);
}

/** Types at the prompt, and has the word completed. @param {Page} page @param {string} text */
async function complete(page, text) {
  const prompt = page.getByRole('textbox', { name: /^Prompt/ });
  await prompt.focus();
  await page.keyboard.type(text);
  await page.keyboard.press('Tab');
  await page.getByRole('listbox', { name: 'Completions' }).waitFor();
}
