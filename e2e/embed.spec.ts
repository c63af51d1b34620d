import { AxeBuilder } from '@axe-core/playwright';
import { en } from '../lib/messages/en';
import { zh } from '../lib/messages/zh';
import { ApiClient } from './api-client';
import { HOSTILE, remove, share } from './embed-page';
import { expect, test } from './fixtures';
import { endServers, serve } from './own-server';

const SUM =
  'total = 0\nfor n in range(1, 4):\n    total += n\n    print("so far", total)\nprint("the end")';
const ASKS = 'name = input("Name? ")\nprint("Hello,", name)\nimport time\ntime.sleep(30)';

let author: ApiClient;

test.beforeAll(async ({ baseURL }) => {
  author = await ApiClient.withSession(baseURL ?? '');
});

test.afterEach(endServers);

test('without a script it says everything, and offers what needs none', async ({
  browser,
  baseURL,
}) => {
  const { id } = await share(author, {
    title: 'Dividing by zero',
    code: 'import sys\nprint("Hello", input())\nsys.stderr.write("careful\\n")\n1 / 0',
    stdin: 'Ada',
    files: [{ path: 'data/notes.txt', text: 'a note' }],
  });
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: baseURL ?? '' });
  const page = await context.newPage();
  await page.goto(`/embed/${id}`);
  await expect(page).toHaveTitle('Dividing by zero · Runbay');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Dividing by zero');
  const code = page.getByRole('group', { name: en.embed.program });
  await expect(code.locator('[data-code="keyword"]').first()).toHaveText('import');
  await expect(code).toContainText('1 / 0');
  await expect(page.getByText('data/notes.txt')).toBeVisible();
  const output = page.getByRole('group', { name: en.embed.output });
  await expect(output).toContainText('Hello Ada');
  await expect(output.locator('[data-tone="stderr"]').first()).toContainText('careful');
  await expect(output).toContainText('ZeroDivisionError: division by zero');
  await expect(page.getByText(/Failed · exit 1/)).toBeVisible();
  await expect(page.getByText(en.embed.recorded)).toBeVisible();
  await expect(page.getByRole('link', { name: en.embed.open })).toHaveAttribute('href', `/s/${id}`);
  await expect(page.getByRole('button')).toHaveCount(0);
  await page.getByText(en.embed.input).click();
  await expect(page.locator('details pre')).toHaveText('Ada');
  await expect(page.locator('details pre')).toBeVisible();
  await context.close();
});

test('runs when asked, in a sandbox of nobody: changed, taken back, copied', async ({ page }) => {
  const { id } = await share(author, { title: 'A sum', code: SUM });
  await page.goto('/');
  const names = async () => (await page.context().cookies()).map(({ name }) => name);
  await expect.poll(names).toContain('runbay_session');
  const requests: Record<string, string>[] = [];
  page.on('request', async (request) => {
    const isOfEmbed = request.frame().url().includes('/embed/');
    if (isOfEmbed && request.url().includes('/api/')) requests.push(await request.allHeaders());
  });
  await page.goto(`/embed/${id}`);
  const output = page.getByRole('group', { name: en.embed.output });
  await expect(output).toContainText('so far 6');
  await expect(page.getByRole('button', { name: en.embed.reset })).toBeHidden();
  expect(requests).toEqual([]);

  await page.getByRole('button', { name: en.embed.edit }).click();
  const field = page.getByRole('textbox');
  await expect(field).toBeFocused();
  await field.press('Control+End');
  await field.press('Enter');
  await field.pressSequentially('if True:');
  await field.press('Enter');
  await field.pressSequentially('print("added")');
  await expect(page.locator('#lines')).toContainText('    print("added")');
  await expect(page.locator('#lines > code').last().locator('[data-code="string"]')).toHaveText(
    '"added"',
  );
  await expect(page.getByRole('link', { name: en.embed.open })).toHaveAttribute('href', /^\/#v1\./);
  await field.press('Control+Enter');
  await expect(output).toContainText('the end\nadded', { useInnerText: true });
  await expect(page.getByText(/^Finished · exit 0/)).toBeVisible();
  await expect(page.getByText(en.embed.recorded)).toBeHidden();
  expect(requests).toHaveLength(1);
  expect(requests[0]).not.toHaveProperty('cookie');

  // The Tab key indents until Escape has let it go.
  await field.focus();
  await field.press('Escape');
  await field.press('Tab');
  await expect(field).not.toBeFocused();

  await page.getByRole('button', { name: en.embed.reset }).click();
  await expect(page.getByText(en.embed.recorded)).toBeVisible();
  await expect(page.getByRole('textbox')).toHaveCount(0);
  await expect(page.locator('#lines')).not.toContainText('added');
  await expect(output).not.toContainText('added');
  await expect(page.getByRole('link', { name: en.embed.open })).toHaveAttribute('href', `/s/${id}`);

  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.getByRole('button', { name: en.embed.copy }).click();
  await expect(page.getByText(en.embed.copied)).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(SUM);
});

test('asks in place, and stops', async ({ page }) => {
  const { id } = await share(author, { code: ASKS, receipt: undefined });
  await page.goto(`/embed/${id}`);
  await expect(page.getByText(en.embed.output, { exact: true })).toHaveCount(0);
  await page.getByRole('button', { name: en.embed.run }).click();
  const field = page.getByRole('textbox', { name: en.embed.inputLabel });
  await expect(field).toBeFocused();
  await field.fill('Ada');
  await field.press('Enter');
  const output = page.getByRole('group', { name: en.embed.output });
  await expect(output).toContainText('Name? Ada\nHello, Ada', { useInnerText: true });
  await expect(field).toBeHidden();
  await expect(page.getByText(/^Running… · \d+ s of 10 s/)).toBeVisible();
  await page.getByRole('button', { name: en.embed.stop }).click();
  await expect(page.getByText(/^Stopped by you/).first()).toBeVisible();
  await expect(page.getByRole('button', { name: en.embed.run })).toBeVisible();

  await page.getByRole('button', { name: en.embed.run }).click();
  await page.getByRole('button', { name: en.embed.endInput }).click();
  await expect(output).toContainText('EOFError');
});

test('prepared input is given line by line, pictures and tables are seen, HTML is not', async ({
  page,
}) => {
  const { id } = await share(author, {
    stdin: 'Ada\n36',
    code: `from IPython.display import display, HTML, SVG
import pandas
print(input("Name? "), input("Age? "))
display(SVG("<svg xmlns='http://www.w3.org/2000/svg' width='40' height='40'><circle cx='20' cy='20' r='9'/></svg>"))
display(pandas.DataFrame({"n": range(30), "word": ["a"] * 30}))
display(HTML("<b>bold</b>"))`,
  });
  await page.goto(`/embed/${id}`);
  const output = page.getByRole('group', { name: en.embed.output });
  for (const round of ['recorded', 'run']) {
    await test.step(round, async () => {
      await expect(output).toContainText('Name? Ada\nAge? 36\nAda 36', { useInnerText: true });
      await expect(output.getByRole('img')).toHaveJSProperty('naturalWidth', 40);
      await expect(output.getByRole('columnheader', { name: 'word' })).toBeVisible();
      await expect(output.getByText('First 20 of 30 rows')).toBeVisible();
      await expect(output.getByText(/HTML result: /)).toBeVisible();
    });
    if (round === 'recorded') await page.getByRole('button', { name: en.embed.run }).click();
    await expect(page.getByText(/^Finished/).first()).toBeVisible();
  }
  await expect(page.locator('iframe')).toHaveCount(0);
});

test('each option does what it says', async ({ page }) => {
  // The line feed at its end is no line of its own.
  const made = await share(author, { title: 'A sum', code: `${SUM}\n` });
  const { id } = made;
  const output = page.getByRole('group', { name: en.embed.output });

  await page.goto(`/embed/${id}?lines=2-3`);
  const code = page.locator('#lines > code');
  await expect(code).toHaveText(['for n in range(1, 4):', '    total += n']);
  await expect(code.first()).toHaveAttribute('data-line', '2');
  await expect(page.getByText('Lines 2–3 of 5')).toBeVisible();
  await page.getByRole('button', { name: en.embed.edit }).click();
  await page.getByRole('textbox').fill('for n in [5]:\n    total += n');
  await page.getByRole('button', { name: en.embed.run }).click();
  await expect(output).toContainText('so far 5\nthe end', { useInnerText: true });

  await page.goto(`/embed/${id}?readonly&output=hidden`);
  await expect(page.getByRole('button', { name: en.embed.edit })).toHaveCount(0);
  await expect(output).toBeHidden();
  await page.getByText(en.embed.showRecorded).click();
  await expect(output).toContainText('so far 6');
  await page.getByRole('button', { name: en.embed.run }).click();
  await expect(page.getByText(en.embed.showRecorded)).toBeHidden();
  await expect(output).toContainText('the end');

  const main = page.getByRole('main');
  await page.goto(`/embed/${id}?theme=dark`);
  await expect(main).toHaveCSS('background-color', 'rgb(22, 27, 30)');
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto(`/embed/${id}?theme=light`);
  await expect(main).toHaveCSS('background-color', 'rgb(245, 247, 247)');
  await page.goto(`/embed/${id}`);
  await expect(main).toHaveCSS('background-color', 'rgb(22, 27, 30)');

  const revised = await author.request(`/api/snippets/${id}`, {
    method: 'PUT',
    headers: { Authorization: `Bearer ${made.secret}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ language: 'python', timeoutS: 10, code: 'print("newer")' }),
  });
  expect(revised.status, await revised.text()).toBe(201);
  await page.goto(`/embed/${id}`);
  await expect(code).toHaveText(['print("newer")']);
  await page.goto(`/embed/${id}?revision=1&theme=pink&lines=x&unknown=1`);
  await expect(code).toHaveCount(5);
  const link = page.getByRole('link', { name: en.embed.open });
  await expect(link).toHaveAttribute('href', `/s/${id}?revision=1`);
});

test('what has to be guessed is not in the document', async ({ page, browser, baseURL }) => {
  const { id } = await share(author, { code: 'print("so", "far", 1 + 5)' });
  const path = `/embed/${id}?predict`;
  expect(await (await fetch(baseURL + path)).text()).not.toContain('so far 6');
  await page.goto(path);
  const run = page.getByRole('button', { name: en.embed.run });
  await expect(page.getByRole('link', { name: en.embed.open })).toHaveAttribute(
    'href',
    `/s/${id}?predict`,
  );
  const field = page.getByRole('textbox', { name: en.embed.guess.title });
  const compare = page.getByRole('button', { name: en.embed.guess.compare });
  await compare.click();
  await expect(page.getByText(en.embed.guess.empty)).toBeVisible();
  await expect(run).toBeHidden();
  await field.fill('so far 7');
  await compare.click();
  const output = page.getByRole('group', { name: en.embed.output });
  await expect(output).toContainText('so far 6');
  await expect(page.getByText('0 of 1 line is right')).toBeVisible();
  await expect(page.getByText('so far 7')).toBeVisible();
  await run.click();
  await expect(page.getByText(/^Finished/).first()).toBeVisible();

  await page.goto(path);
  await field.fill('so far 6 ');
  await compare.click();
  await expect(page.getByText(en.embed.guess.right)).toBeVisible();

  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: baseURL ?? '' });
  const bare = await context.newPage();
  await bare.goto(path);
  await bare.getByRole('textbox').fill(HOSTILE);
  await bare.getByRole('button', { name: en.embed.guess.compare }).click();
  await expect(bare.getByText('0 of 1 line is right')).toBeVisible();
  await expect(bare.getByText(HOSTILE)).toBeVisible();
  await expect(bare.getByRole('group', { name: en.embed.output })).toContainText('so far 6');
  await context.close();
});

test('who has it is told so; what is gone or never was says so with its status', async ({
  page,
  browser,
  baseURL,
  allowProblem,
}) => {
  allowProblem(/status of 4/);
  const made = await share(author, { code: 'print(1)' });
  const path = `/embed/${made.id}`;
  const first = await author.request(path);
  const etag = first.headers.get('etag') ?? '';
  expect(first.headers.get('cache-control')).toBe('private, no-cache');
  const again = await author.request(path, { headers: { 'If-None-Match': etag } });
  expect(again.status).toBe(304);
  expect(again.headers.get('content-security-policy')).toBeNull();
  await page.goto(path);
  await page.reload();
  await expect(page.getByRole('button', { name: en.embed.run })).toBeVisible();

  expect((await remove(author, made)).status).toBe(204);
  const gone = await author.request(path, { headers: { 'If-None-Match': etag } });
  expect(gone.status).toBe(410);
  expect(gone.headers.get('cache-control')).toBe('no-store');
  await page.reload();
  await expect(page.getByRole('heading', { name: en.share.gone.title })).toBeVisible();

  const context = await browser.newContext({ locale: 'zh-CN', baseURL: baseURL ?? '' });
  const chinese = await context.newPage();
  await chinese.goto(path);
  await expect(chinese.getByRole('heading', { name: zh.share.gone.title })).toBeVisible();
  const missing = await chinese.goto('/embed/bbbbbbbbbbbbbbbb');
  expect(missing?.status()).toBe(404);
  await expect(chinese.getByRole('heading', { name: zh.share.missing.title })).toBeVisible();
  const never = await chinese.goto(`/embed/bbbbbbbbbbbbbbbb?revision=9`);
  expect(never?.status()).toBe(404);
  await context.close();
});

test('too many embeds that lead nowhere have to wait, those that exist do not', async () => {
  const { url } = await serve();
  const own = await ApiClient.withSession(url);
  const { id } = await share(own, { code: 'print(1)', receipt: undefined });
  const statuses = new Set<number>();
  let last: Response | undefined;
  for (let n = 0; n < 62; n += 1) {
    last = await fetch(`${url}/embed/bbbbbbbbbbbbbbbb`);
    statuses.add(last.status);
  }
  expect([...statuses]).toEqual([404, 429]);
  expect(Number(last?.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(await last?.text()).toContain(en.share.busy.title);
  expect((await fetch(`${url}/embed/${id}`)).status).toBe(200);
});

test('an address may run only so often, whichever embed it is', async ({ page, allowProblem }) => {
  allowProblem(/status of 429|request to another host/);
  const { url } = await serve({ RUNBAY_RUNS_PER_MINUTE: '2' });
  const own = await ApiClient.withSession(url);
  const { id } = await share(own, { code: 'print("ran")', receipt: undefined });
  await page.goto(`${url}/embed/${id}`);
  const run = page.getByRole('button', { name: en.embed.run });
  for (let n = 0; n < 2; n += 1) {
    await run.click();
    await expect(page.getByText(/^Finished/).first()).toBeVisible();
    await page.getByRole('button', { name: en.embed.reset }).click();
  }
  await run.click();
  await expect(page.getByText(/^Wait \d+ seconds?, then run again/)).toBeVisible();
  await expect(page.getByText(en.console.status.notRun).first()).toBeVisible();
});

test('weighs less than 60 KB in all before the reader asks to edit', async ({ page }) => {
  const { id } = await share(author, { title: 'A sum', code: SUM.repeat(8) });
  const sizes: Promise<[string, number]>[] = [];
  page.on('requestfinished', (request) => {
    const size = request
      .sizes()
      .then((all): [string, number] => [
        new URL(request.url()).pathname,
        all.responseBodySize + all.responseHeadersSize,
      ]);
    sizes.push(size);
  });
  await page.goto(`/embed/${id}`);
  await expect(page.getByRole('button', { name: en.embed.run })).toBeVisible();
  await page.waitForLoadState('networkidle');
  const all = await Promise.all(sizes);
  const total = all.reduce((sum, [, size]) => sum + size, 0);
  expect(all.length, JSON.stringify(all)).toBeGreaterThanOrEqual(2);
  expect(total, JSON.stringify(all)).toBeLessThan(60_000);
  test.info().annotations.push({ type: 'bytes', description: JSON.stringify(all) });
});

test('nothing of a program, its title or the address is markup', async ({ page }) => {
  const { id } = await share(author, {
    title: HOSTILE,
    code: `# ${HOSTILE}\nprint(${JSON.stringify(HOSTILE)}, "\\x1b]0;taken\\x07\\x1b]8;;javascript:alert(1)\\x07link")\nraise ValueError(${JSON.stringify(HOSTILE)})`,
    files: [{ path: '<script>x.txt', text: HOSTILE }],
    stdin: HOSTILE,
  });
  const queries = [
    '',
    `?x=${encodeURIComponent(HOSTILE)}&theme=${encodeURIComponent('"><script>')}`,
    `?predict&guess=${encodeURIComponent(HOSTILE)}`,
  ];
  for (const query of queries) {
    await page.goto(`/embed/${id}${query}#${encodeURIComponent(HOSTILE)}`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(HOSTILE);
    await page.getByRole('button', { name: en.embed.run }).click();
    await expect(page.getByText(/^Failed/).first()).toBeVisible();
    const output = page.getByRole('group', { name: en.embed.output });
    await expect(output.locator('[data-tone="error-name"]').first()).toContainText(HOSTILE);
    await expect(page.locator('main script, main img, [onerror], main a:not(#open)')).toHaveCount(
      0,
    );
    expect(await page.title()).toBe(`${HOSTILE} · Runbay`);
  }
});

test('a flood of output keeps the last lines and the page alive', async ({ page }) => {
  const code = 'for n in range(30000):\n    print("line", n)';
  const { id } = await share(author, { code, receipt: undefined });
  await page.goto(`/embed/${id}`);
  await page.getByRole('button', { name: en.embed.run }).click();
  await expect(page.getByText(/^Finished/).first()).toBeVisible();
  const rows = page.locator('.rows > .row');
  await expect(rows).toHaveCount(1000);
  await expect(rows.last()).toHaveText('line 29999');
  await expect(rows.first()).toHaveText('line 29000');
  await expect(page.getByText('29,000 earlier lines are not shown.')).toBeVisible();
  await expect(rows.last()).toBeInViewport();
});

test('axe finds nothing, in each state, theme and language', async ({ page, context }) => {
  const { id } = await share(author, { title: 'A sum', code: `${SUM}\n1 / 0`, stdin: 'x' });
  const { id: asking } = await share(author, { code: ASKS, receipt: undefined });
  const look = async (state: string) => {
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations, state).toEqual([]);
  };
  for (const theme of ['light', 'dark']) {
    await page.goto(`/embed/${id}?theme=${theme}`);
    await look(theme);
    await page.getByRole('button', { name: en.embed.edit }).click();
    await look(`${theme}, edited`);
    await page.goto(`/embed/${id}?theme=${theme}&predict&lines=2-3`);
    await look(`${theme}, to be guessed`);
    await page.goto(`/embed/${id}?theme=${theme}&output=hidden`);
    await page.getByText(en.embed.showRecorded).click();
    await look(`${theme}, hidden output`);
    await page.goto(`/embed/${asking}?theme=${theme}`);
    await page.getByRole('button', { name: en.embed.run }).click();
    await expect(page.getByRole('textbox')).toBeFocused();
    await look(`${theme}, asking`);
  }
  await page.goto('/embed/code');
  await look('without code');
  await context.addCookies([{ name: 'runbay_locale', value: 'zh', url: page.url() }]);
  await page.goto(`/embed/${id}`);
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-Hans');
  await page.getByRole('button', { name: zh.embed.run }).click();
  await expect(page.getByText(zh.console.status.failed).first()).toBeVisible();
  await look('Chinese');
});
