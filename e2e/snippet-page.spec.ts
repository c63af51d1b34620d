import { AxeBuilder } from '@axe-core/playwright';
import { en } from '../lib/messages/en';
import { zh } from '../lib/messages/zh';
import type { SnippetCreated } from '../lib/snippets/contract';
import { ApiClient } from './api-client';
import { expect, test } from './fixtures';
import { endServers, serve } from './own-server';
import { PlaygroundPage } from './playground-page';

const PROGRAM = `import sys
name = input("Name? ")
print("\\x1b[31mred\\x1b[0m", name)
sys.stderr.write("careful\\n")
display({"image/svg+xml": "<svg xmlns='http://www.w3.org/2000/svg' width='40' height='40'><circle cx='20' cy='20' r='9'/></svg>", "text/plain": "a circle"}, raw=True)
1 / 0`;

const HOSTILE = `<img src=x onerror="document.title='taken'"><script>document.title='taken'</script>`;

let author: ApiClient;

test.beforeAll(async ({ baseURL }) => {
  author = await ApiClient.withSession(baseURL ?? '');
});

test.afterEach(endServers);

async function share(body: object): Promise<SnippetCreated> {
  const response = await author.post('/api/snippets', {
    language: 'python',
    timeoutS: 10,
    receipt: 'run',
    ...body,
  });
  const answer = await response.json();
  expect(response.status, JSON.stringify(answer)).toBe(201);
  return answer;
}

const remove = ({ id, secret }: SnippetCreated) =>
  author.request(`/api/snippets/${id}`, {
    method: 'DELETE',
    headers: { Authorization: `Bearer ${secret}` },
  });

test('without a script the page says everything: program, files, input, output and its end', async ({
  browser,
  baseURL,
}) => {
  const { id } = await share({
    title: 'Dividing by zero',
    code: `from IPython.display import display\n${PROGRAM}`,
    stdin: 'Ada',
    files: [{ path: 'data/notes.txt', text: 'a note' }],
  });
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: baseURL ?? '' });
  const page = await context.newPage();
  const response = await page.goto(`/s/${id}`);
  expect(response?.status()).toBe(200);
  expect(response?.headers()['cache-control']).toBe('private, no-cache');
  await expect(page).toHaveTitle('Dividing by zero · Runbay');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Dividing by zero');
  const program = page.getByRole('region', { name: en.share.page.program, exact: true });
  await expect(program).toContainText('1 / 0');
  await expect(program.locator('[data-code="keyword"]').first()).toHaveText(/from|import/);
  await expect(page.getByRole('region', { name: en.share.page.files })).toContainText('a note');
  await expect(page.getByRole('region', { name: en.share.page.input })).toContainText('Ada');
  const output = page.getByRole('region', { name: en.share.page.output });
  await expect(output).toContainText('Name? Ada');
  await expect(output.getByText('red', { exact: true })).toHaveCSS('color', 'rgb(179, 38, 30)');
  await expect(output.locator('[data-tone="stderr"]').first()).toContainText('careful');
  await expect(output.getByRole('img', { name: 'a circle' })).toBeVisible();
  await expect(output.locator('[data-tone="error-name"]').first()).toContainText(
    'ZeroDivisionError: division by zero',
  );
  await expect(output).toContainText('exit 1');
  await expect(output).toContainText(/Run by this server on .+ UTC with Python 3/);
  await expect(page.locator('meta[name="robots"]')).toHaveAttribute('content', /noindex/);
  await expect(page.locator('meta[property="og:title"]')).toHaveAttribute(
    'content',
    'Dividing by zero',
  );
  const link = page.getByRole('link', { name: en.share.page.open });
  await expect(link).toHaveAttribute('href', `/#open=${id}`);
  await context.close();
});

test('who has the page already is told so; what was removed says so at once, in both languages', async ({
  page,
  browser,
  baseURL,
  allowProblem,
}) => {
  allowProblem(/status of 4/);
  const made = await share({ code: 'print(1)', receipt: undefined });
  const path = `/s/${made.id}`;
  const first = await author.request(path);
  const etag = first.headers.get('etag') ?? '';
  expect(first.status).toBe(200);
  const again = await author.request(path, { headers: { 'If-None-Match': etag } });
  expect(again.status).toBe(304);
  expect(again.headers.get('content-security-policy')).toBeNull();
  const other = await author.request(path, {
    headers: { 'If-None-Match': etag, 'Accept-Language': 'zh' },
  });
  expect(other.status).toBe(200);

  await page.goto(path);
  await page.reload();
  await expect(page.getByRole('button', { name: en.share.page.copyLink })).toBeVisible();
  expect((await remove(made)).status).toBe(204);
  const gone = await author.request(path, { headers: { 'If-None-Match': etag } });
  expect(gone.status).toBe(410);
  expect(gone.headers.get('cache-control')).toBe('no-store');
  await page.reload();
  await expect(page.getByRole('heading', { name: en.share.gone.title })).toBeVisible();

  const context = await browser.newContext({ locale: 'zh-CN', baseURL: baseURL ?? '' });
  const chinese = await context.newPage();
  await chinese.goto(path);
  await expect(chinese.getByRole('heading', { name: zh.share.gone.title })).toBeVisible();
  const missing = await chinese.goto('/s/bbbbbbbbbbbbbbbb');
  expect(missing?.status()).toBe(404);
  await expect(chinese.getByRole('heading', { name: zh.share.missing.title })).toBeVisible();
  await context.close();
});

test('nothing of a program is markup', async ({ page, baseURL, allowProblem }) => {
  // The program's own, in its frame.
  allowProblem(/SecurityError|Unsafe attempt|Blocked a frame/);
  const { id } = await share({
    title: HOSTILE,
    code: `# ${HOSTILE}\nfrom IPython.display import display, HTML, Markdown, SVG\nprint(${JSON.stringify(HOSTILE)})\ndisplay(Markdown(${JSON.stringify(HOSTILE)}), HTML("<script>parent.document.title='taken';top.location='/'</script>frame"), SVG("<svg xmlns='http://www.w3.org/2000/svg'><script>document.title='taken'</script><rect width='9' height='9'/></svg>"))\nraise ValueError(${JSON.stringify(HOSTILE)})`,
    files: [{ path: '<script>x.txt', text: HOSTILE }],
    stdin: HOSTILE,
  });
  for (const query of ['', '?revision=1', `?x=${encodeURIComponent(HOSTILE)}`]) {
    await page.goto(`/s/${id}${query}#${encodeURIComponent(HOSTILE)}`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(HOSTILE);
    expect(await page.locator('main script, main img[src="x"], [onerror]').count()).toBe(0);
    expect(await page.title()).toContain('<img src=x');
  }
  await expect(page.locator('iframe')).toHaveAttribute('sandbox', 'allow-scripts');
  const text = await fetch(`${baseURL}/s/${id}.txt`);
  expect(text.headers.get('content-type')).toBe('text/plain; charset=utf-8');
  expect(text.headers.get('x-content-type-options')).toBe('nosniff');
  expect(text.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
  const markdown = await (await fetch(`${baseURL}/s/${id}.md`)).text();
  expect(markdown.split('\n')[0]).toBe(
    `# ${HOSTILE.replace(/[<>=()."/]/g, (sign) => ('="/'.includes(sign) ? sign : `\\${sign}`))}`,
  );
});

test('a program can be had as text, Markdown, JSON, a notebook and its own file', async ({
  baseURL,
}) => {
  const { id } = await share({ title: 'My Program!', code: 'print("hello")' });
  const get = async (form: string) => {
    const response = await fetch(`${baseURL}/s/${id}.${form}`);
    return { status: response.status, headers: response.headers, body: await response.text() };
  };
  expect((await get('txt')).body).toBe('print("hello")');
  expect(JSON.parse((await get('json')).body)).toMatchObject({ id, title: 'My Program!' });
  expect((await get('md')).body).toContain('```python\nprint("hello")\n```');
  expect((await get('md')).body).toContain('```\nhello\n```');
  const file = await get('py');
  expect(file.headers.get('content-disposition')).toBe('attachment; filename="my-program.py"');
  expect(JSON.parse((await get('ipynb')).body)).toMatchObject({ nbformat: 4 });
  expect((await get('js')).status).toBe(404);
  const etag = file.headers.get('etag') ?? '';
  const again = await fetch(`${baseURL}/s/${id}.py`, { headers: { 'If-None-Match': etag } });
  expect(again.status).toBe(304);
});

test('an older revision stays, and says that there is a newer one', async ({ page }) => {
  const made = await share({ code: 'print("first")' });
  const answer = await author.request(`/api/snippets/${made.id}`, {
    method: 'PUT',
    headers: { Authorization: `Bearer ${made.secret}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ language: 'python', timeoutS: 10, code: 'print("second")' }),
  });
  expect(answer.status).toBe(201);
  await page.goto(`/s/${made.id}?revision=1`);
  await expect(page.getByRole('main')).toContainText('print("first")');
  await page.getByRole('link', { name: en.share.page.newest }).click();
  await expect(page.getByRole('main')).toContainText('print("second")');
  await expect(page.getByRole('link', { name: 'Revision 1' })).toBeVisible();
});

test('lines are named by the address and by their numbers', async ({ page }) => {
  const { id } = await share({ code: 'a = 1\nb = 2\nc = 3\nd = 4', receipt: undefined });
  await page.goto(`/s/${id}#L2-L3`);
  await expect(page.locator('[data-marked]')).toHaveText(['b = 2\n', 'c = 3\n']);
  await page.locator('[data-line="1"]').click();
  await page.locator('[data-line="3"]').click({ modifiers: ['Shift'] });
  await expect(page).toHaveURL(/#L1-L3$/);
  await expect(page.locator('[data-marked]')).toHaveCount(3);
});

test('it opens in the playground, where one’s own program is kept', async ({ page }) => {
  const { id } = await share({ title: 'Theirs', code: 'print("theirs")', stdin: 'x' });
  const playground = new PlaygroundPage(page);
  await playground.open({ code: 'print("my own work")' });
  await page.goto(`/s/${id}`);
  await page.getByRole('link', { name: en.share.page.open }).click();
  await expect(page.getByText('“Theirs” is open.')).toBeVisible();
  await expect(page).toHaveURL(/\/$/);
  await playground.runToEnd();
  await expect(playground.output).toContainText('theirs');
  await page.getByRole('button', { name: en.share.opened.bringBack }).click();
  await playground.runToEnd();
  await expect(playground.output).toContainText('my own work');
});

test('who tries one link after the other has to wait', async () => {
  const { url } = await serve();
  const statuses: number[] = [];
  for (let number = 0; number < 62 && statuses.at(-1) !== 429; number += 1) {
    statuses.push((await fetch(`${url}/s/${'b'.repeat(14)}${10 + number}`)).status);
  }
  expect(statuses[0]).toBe(404);
  expect(statuses.at(-1)).toBe(429);
  const answer = await fetch(`${url}/s/bbbbbbbbbbbbbbbb`);
  expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(await answer.text()).toContain(en.share.busy.title);
});

test('the page is accessible', async ({ page }) => {
  const { id } = await share({ title: 'A', code: PROGRAM, stdin: 'Ada' });
  await page.goto(`/s/${id}`);
  await expect(page.getByRole('button', { name: en.share.page.copyLink })).toBeVisible();
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  expect(violations.map(({ id: name, nodes }) => `${name}: ${nodes[0]?.html}`)).toEqual([]);
});
