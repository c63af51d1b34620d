import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { en } from '../lib/messages/en';
import { zh } from '../lib/messages/zh';
import { ApiClient } from './api-client';
import { expect, test } from './fixtures';
import { PlaygroundPage } from './playground-page';
import { SnippetAuthor } from './snippet-author';

const words = en.compare;
const HOSTILE = `<img src=x onerror="document.title='taken'"><script>document.title='taken'</script>`;

let author: SnippetAuthor;

test.beforeAll(async ({ baseURL }) => {
  author = await SnippetAuthor.at(baseURL);
});

/** The part of the page with the output, and what is in it. */
class OutputPart {
  readonly region: Locator;
  readonly run: Locator;
  readonly again: Locator;
  readonly stop: Locator;
  readonly verdict: Locator;
  readonly log: Locator;

  constructor(page: Page, { compare, console: consoleWords } = en) {
    this.region = page.locator('.snippet-part', {
      has: page.getByRole('button', {
        name: new RegExp(`^(${compare.run}|${compare.runAgain}|${compare.stop})$`),
      }),
    });
    this.run = this.region.getByRole('button', { name: compare.run, exact: true });
    this.again = this.region.getByRole('button', { name: compare.runAgain });
    this.stop = this.region.getByRole('button', { name: compare.stop, exact: true });
    this.verdict = this.region.locator('.run-verdict');
    this.log = this.region.getByRole('log', { name: consoleWords.output });
  }

  /** What differs of one part of what a run gave. */
  difference(title: string): Locator {
    const heading = this.region.page().getByRole('heading', { level: 3, name: title, exact: true });
    return this.region.locator('.run-differences > div', { has: heading });
  }

  view(name: keyof Omit<typeof words.views, 'label'>): Locator {
    return this.region.getByRole('button', { name: words.views[name], exact: true });
  }
}

async function seriousProblems(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}

test('a program run again gives what was recorded, and the page says so', async ({ page }) => {
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  const { id } = await author.share({
    code: 'import helper\nprint("Hello", helper.NAME)\nhelper.NAME',
    files: [{ path: 'helper.py', text: 'NAME = "Ada"\n' }],
  });
  await page.goto(`/s/${id}`);
  const output = new OutputPart(page);
  await output.run.click();
  await expect(output.verdict).toContainText(/^Same output as recorded on .+ with Python 3/);
  await expect(output.log).toContainText('Hello Ada');
  await expect(output.again).toBeFocused();
  await output.view('recorded').click();
  await expect(output.region).toContainText('Run by this server on');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(output.log).toBeVisible();
  await expect(output.verdict).toContainText('Same output');
  expect(requests.filter((url) => /monaco|editor\.worker/.test(url))).toEqual([]);
});

test('what differs is shown line by line, and what changes with each run is told from it', async ({
  page,
}) => {
  const { id } = await author.share({
    code: 'import datetime, random\nprint("first")\nprint(object())\nprint(random.random())\nprint(datetime.datetime.now().isoformat(timespec="microseconds"), "o\'clock")',
  });
  await page.goto(`/s/${id}`);
  const output = new OutputPart(page);
  await output.run.focus();
  await page.keyboard.press('Enter');
  await expect(output.verdict).toContainText('Line 3 differs');
  await expect(output.verdict).toContainText(words.causes.chance);
  const lines = output.region.getByRole('group', { name: words.parts.output, exact: true });
  await expect(lines.getByRole('deletion')).toHaveCount(3);
  await expect(lines.getByRole('insertion')).toHaveCount(3);
  await expect(lines.locator('[data-kind="removed"]')).toHaveText(/Only in “Recorded”:0\.\d+/);
  await expect(lines.locator('[data-kind="alike"]').first()).toHaveText(/<object object at 0x/);
  await expect(lines.locator('[data-kind="same"]')).toHaveText(['first']);
  expect(await seriousProblems(page)).toEqual([]);
  await output.view('now').focus();
  await page.keyboard.press('Enter');
  await expect(output.log).toContainText("o'clock");
  await output.view('recorded').click();
  await expect(output.region.locator('.recorded')).toContainText("o'clock");
  await page.locator('.run-how > summary').click();
  await expect(page.getByText(words.how.usage)).toBeVisible();
  expect(await seriousProblems(page)).toEqual([]);
});

test('only a memory address is another: that counts as the same', async ({ page }) => {
  const { id } = await author.share({ code: 'print(object())' });
  await page.goto(`/s/${id}`);
  const output = new OutputPart(page);
  await output.run.click();
  await expect(output.verdict).toHaveText(
    `Same output, apart from what changes with each run: ${words.varying.address}`,
  );
});

test('errors, pictures and tables are compared too', async ({ page }) => {
  const { id } = await author.share({
    code: [
      'import random, sys',
      'from IPython.display import display',
      "def draw(r): display({\"image/svg+xml\": f\"<svg xmlns='http://www.w3.org/2000/svg' width='60' height='60'><circle cx='30' cy='30' r='{r}'/></svg>\", \"text/plain\": \"a circle\"}, raw=True)",
      'draw(20)',
      'draw(5 + 20 * random.random())',
      'sys.stderr.write(f"warning {random.random()}\\n")',
      'raise ValueError(random.random())',
    ].join('\n'),
  });
  await page.goto(`/s/${id}`);
  const output = new OutputPart(page);
  await output.run.click();
  await expect(output.verdict).toContainText('Result 2 differs');
  const result = output.difference('Result 2');
  await expect(result.getByRole('img', { name: 'a circle' })).toHaveCount(2);
  await expect(output.difference(words.parts.errors)).toContainText('warning');
  const error = output.difference(words.parts.error);
  await expect(error.getByRole('insertion')).toContainText('ValueError');
  await expect(output.difference('Result 1')).toHaveCount(0);
});

test('a program asks, the reader answers in place, and another answer is said to be the cause', async ({
  page,
}) => {
  const code = 'name = input("Name? ")\nprint("Hello", name)';
  const { runId } = await author.client.run({ code, stdin: 'Ada\n', timeoutS: 10 });
  const { id } = await author.share({ code, runId, receipt: undefined, stdin: 'Ada' });
  await page.goto(`/s/${id}`);
  const prepared = new OutputPart(page);
  await prepared.run.click();
  await expect(prepared.log).toContainText('Hello Ada');
  await expect(prepared.verdict).toContainText('Same output');

  const typed = await author.client.stream({ code, timeoutS: 10 });
  const { runId: typedRun } = await typed.until('start');
  await typed.until('input');
  await author.client.post(`/api/runs/${typedRun}/input`, { text: 'Ada\n' });
  await typed.until('done');
  const asked = await author.share({ code, runId: typedRun, receipt: undefined });
  await page.goto(`/s/${asked.id}`);
  const output = new OutputPart(page);
  await output.run.click();
  const field = page.getByRole('textbox', { name: en.console.input.label });
  await expect(field).toBeFocused();
  await page.keyboard.type('Grace');
  await page.keyboard.press('Enter');
  await expect(output.verdict).toContainText('2 lines differ, from line 1 on');
  await expect(output.verdict).toContainText(words.causes.input);
  await expect(output.region.getByRole('insertion').last()).toHaveText('Hello Grace');
});

test('a run is stopped, and is not compared', async ({ page }) => {
  const { id } = await author.share({ code: 'while True: pass', receipt: undefined, timeoutS: 30 });
  await page.goto(`/s/${id}`);
  const output = new OutputPart(page);
  await expect(output.region).toContainText(en.share.page.noReceipt);
  await output.run.click();
  await expect(output.region.getByRole('status', { name: en.console.status.label })).toContainText(
    en.console.status.running,
  );
  await output.stop.click();
  await expect(output.again).toBeFocused();
  await expect(output.verdict).toHaveText(words.verdict.stopped);
});

test('what cannot be run is told in words: without a connection, and when it was removed', async ({
  page,
  context,
  allowProblem,
}) => {
  allowProblem(/ERR_INTERNET_DISCONNECTED|status of 410/);
  const made = await author.share({ code: 'print("here")' });
  await page.goto(`/s/${made.id}`);
  const output = new OutputPart(page);
  await output.run.click();
  await expect(output.verdict).toContainText('Same output');
  await context.setOffline(true);
  await output.again.click();
  await expect(output.log).toContainText(en.errors.problems.offline.title);
  await expect(output.verdict).toHaveText(words.verdict.broken);
  await context.setOffline(false);
  await output.again.click();
  await expect(output.verdict).toContainText('Same output');

  await author.remove(made);
  const other = await author.share({ code: 'print("here")' });
  await page.goto(`/s/${other.id}`);
  await author.remove(other);
  await output.run.click();
  await expect(output.verdict).toHaveText(words.verdict.broken);
  await expect(output.log).toContainText(/No longer there|removed/i);
});

test('it runs beside the visitor’s own session, which it neither sees nor changes', async ({
  page,
  baseURL,
}) => {
  const { id } = await author.share({
    code: 'import os\nprint(sorted(os.listdir()))\nopen("left.txt", "w").write("x")',
  });
  const playground = new PlaygroundPage(page);
  await playground.open({ code: 'open("mine.txt", "w").write("mine")\nprint("my own")' });
  await playground.runToEnd();
  const work = await page.evaluate(() => JSON.stringify({ ...localStorage }));
  await page.goto(`/s/${id}`);
  const output = new OutputPart(page);
  await output.run.click();
  await expect(output.verdict).toContainText('Same output');
  await expect(output.log).not.toContainText('mine.txt');
  expect(await page.evaluate(() => JSON.stringify({ ...localStorage }))).toBe(work);
  const cookie = (await page.context().cookies()).find(({ name }) => name === 'runbay_session');
  const client = new ApiClient(baseURL ?? '', `runbay_session=${cookie?.value}`);
  const { files } = await (await client.request('/api/files')).json();
  expect(files.map(({ path }: { path: string }) => path)).toEqual(['mine.txt']);
});

test('nothing of a run, a recording or their differences is markup', async ({ page }) => {
  const { id } = await author.share({
    title: HOSTILE,
    code: `import random\nprint(${JSON.stringify(HOSTILE)}, random.random())\n${JSON.stringify(HOSTILE)}`,
  });
  await page.goto(`/s/${id}`);
  const output = new OutputPart(page);
  await output.run.click();
  await expect(output.region.getByRole('deletion')).toContainText('<script>');
  await output.view('now').click();
  await expect(output.log).toContainText('<img src=x');
  expect(await page.locator('main script, main img[src="x"], [onerror]').count()).toBe(0);
  expect(await page.title()).toContain('<img src=x');
});

test('the place of an error is shown in the program', async ({ page }) => {
  const { id } = await author.share({ code: 'print("a")\n\n1 / 0', receipt: undefined });
  await page.goto(`/s/${id}`);
  const output = new OutputPart(page);
  await output.run.click();
  await output.log
    .getByRole('link', { name: /line 3/ })
    .first()
    .click();
  await expect(page).toHaveURL(/#L3$/);
  await expect(page.locator('[data-marked]')).toHaveText(['1 / 0\n']);
});

test('in Chinese too', async ({ browser, baseURL }) => {
  const { id } = await author.share({ code: 'import random\nprint("一")\nprint(random.random())' });
  const context = await browser.newContext({ locale: 'zh-CN', baseURL: baseURL ?? '' });
  const page = await context.newPage();
  await page.goto(`/s/${id}`);
  await page.getByRole('button', { name: zh.compare.run, exact: true }).click();
  await expect(page.locator('.run-verdict')).toContainText('有 1 行不同，从第 2 行开始');
  await expect(page.locator('.run-verdict')).toContainText(zh.compare.causes.chance);
  await context.close();
});
