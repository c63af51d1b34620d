/** A whole document in a page of another site, where there are no cookies. */
import type { Page, Request } from '@playwright/test';
import { en } from '../lib/messages/en';
import { ApiClient } from './api-client';
import { DemoPage, SECRET, shareDemo } from './demo-page';
import { FOREIGN, foreignSite } from './embed-page';
import { EXERCISES, ExercisesPage } from './exercises-page';
import { expect, test } from './fixtures';

// As browsers do that keep no cookie of a frame, whatever it says.
test.use({
  launchOptions: async ({ launchOptions }, use) => {
    const args = [...(launchOptions.args ?? []), '--test-third-party-cookie-phaseout'];
    await use({ ...launchOptions, args });
  },
});

let site: Awaited<ReturnType<typeof foreignSite>>;
/** What the foreign site answers now. */
let html = '';

test.beforeAll(async () => {
  site = await foreignSite((path) => (path === '/' ? html : ''));
});
test.afterAll(() => site.close());
test.beforeEach(({ allowProblem }) => allowProblem(FOREIGN));

const RUNS = `# Counting

~~~python run
n = 20
~~~

~~~python run
who = input('Who? ')
print(who, n + 1)
~~~

~~~python run
while True: pass
~~~
`;

/** The document in a frame of the other site, and the calls that the frame makes of the server. */
async function openFrame(page: Page, baseURL: string | undefined, path: string) {
  const calls: Request[] = [];
  page.on('request', (request) => {
    if (new URL(request.url()).pathname.startsWith('/api/')) calls.push(request);
  });
  html = `<iframe src="${baseURL}${path}" title="Demo" width="700" height="640"></iframe>`;
  await page.goto(site.url);
  return { frame: page.frameLocator('iframe'), calls };
}

test('its blocks share a sandbox without a cookie: variables, input, stop, reset', async ({
  page,
  baseURL,
}) => {
  const { made } = await shareDemo(baseURL, { markdown: RUNS, receipt: undefined });
  const { frame, calls } = await openFrame(page, baseURL, `/embed/${made.id}`);
  const demo = new DemoPage(frame);
  await demo.code(1).fill('n = 41');
  await demo.run(1).click();
  await expect(demo.status(1)).toContainText('Finished');
  await demo.run(2).click();
  const field = demo.block(2).getByRole('textbox', { name: /input/i });
  await field.fill('Ada');
  await field.press('Enter');
  await expect(demo.output(2)).toContainText('Ada 42');
  const codes = calls
    .filter((one) => one.url().endsWith('/api/run'))
    .map((one) => one.postDataJSON().code);
  // The first did not have to be run again.
  expect(codes).toEqual(['n = 41', expect.stringContaining('input')]);

  await demo.run(3).click();
  await expect(demo.status(3)).toContainText(/Running/);
  await demo.block(3).getByRole('button', { name: 'Stop' }).click();
  await expect(demo.status(3)).toContainText(/Stopped/);
  await frame.getByRole('button', { name: 'Reset' }).click();
  await expect(demo.code(1)).toHaveValue('n = 20');
  await demo.run(2).click();
  await field.fill('Bo');
  await field.press('Enter');
  await expect(demo.output(2)).toContainText('Bo 21');

  const keys = new Set<string | undefined>();
  for (const call of calls.filter((one) => !one.url().endsWith('/api/languages'))) {
    const headers = await call.allHeaders();
    keys.add(headers['runbay-key']);
    expect(headers.cookie, call.url()).toBeUndefined();
    expect(call.url()).not.toContain(headers['runbay-key']);
    const answer = await call.response();
    expect(await answer?.headerValue('set-cookie'), call.url()).toBeNull();
  }
  expect([...keys]).toEqual([expect.stringMatching(/^[\w-]{43}$/)]);
  expect(await page.context().cookies()).toEqual([]);
});

test('an exercise is checked by its hidden cases, and a guess is compared', async ({
  page,
  baseURL,
}) => {
  const { made } = await shareDemo(baseURL, { markdown: EXERCISES, receipt: undefined });
  const { frame } = await openFrame(page, baseURL, `/embed/${made.id}`);
  const demo = new ExercisesPage(frame);
  await expect(demo.exercise).toContainText('Not tried yet');
  await demo.code.fill('def double(n):\n    return n * FACTOR');
  await demo.check(demo.exercise);
  await expect(demo.exercise.getByText('Passed. All 4 cases are right.')).toBeVisible();
  await demo.choice.getByRole('checkbox').or(demo.choice.getByRole('radio')).nth(1).check();
  await demo.check(demo.choice);
  await expect(demo.choice).toContainText('Done');
  await frame.getByRole('textbox', { name: 'Your guess' }).fill('0\n2\n4');
  await frame.getByRole('button', { name: en.activities.predict.show }).click();
  await expect(frame.getByText(/right/).first()).toBeVisible();
  expect(await page.context().cookies()).toEqual([]);
});

test('is whole without a script, in its own colours, and sets no cookie', async ({
  browser,
  baseURL,
}) => {
  const { made } = await shareDemo(baseURL);
  const address = `${baseURL}/embed/${made.id}?theme=dark`;
  const answer = await fetch(address);
  expect(answer.headers.getSetCookie()).toEqual([]);
  expect(answer.headers.get('x-frame-options')).toBeNull();
  expect(answer.headers.get('content-security-policy')).not.toContain('frame-ancestors');
  const text = await answer.text();
  for (const hidden of [SECRET, 'predicted output']) expect(text).not.toContain(hidden);
  expect((await fetch(`${baseURL}/embed/${made.id}/document`)).status).toBe(404);
  const etag = answer.headers.get('etag') ?? '';
  expect((await fetch(address, { headers: { 'If-None-Match': etag } })).status).toBe(304);

  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  const { frame } = await openFrame(page, baseURL, `/embed/${made.id}?theme=dark`);
  const demo = new DemoPage(frame);
  await expect(frame.getByRole('heading', { level: 1 })).toHaveText('Boats in the harbour');
  await expect(demo.block(1)).toContainText('boats: 3');
  await expect(demo.block(4)).toContainText('3');
  await expect(frame.getByText('Write a function.')).toBeVisible();
  await expect(frame.getByText('def double(n): ...')).toBeVisible();
  await expect(frame.getByRole('button', { name: 'Run' })).toHaveCount(0);
  await expect(frame.getByRole('main')).toHaveCSS('background-color', 'rgb(22, 27, 30)');
  const link = frame.getByRole('link', { name: en.embed.open });
  await expect(link).toHaveAttribute('href', `/d/${made.id}`);
  await expect(link).toHaveAttribute('target', '_blank');
  await context.close();
});

test('shows one block alone, and runs what that needs first', async ({ page, baseURL }) => {
  const { made } = await shareDemo(baseURL, { receipt: undefined });
  const { frame } = await openFrame(page, baseURL, `/embed/${made.id}?block=b2`);
  const demo = new DemoPage(frame);
  await expect(demo.code(3)).toHaveValue(/name\.upper/);
  await expect(frame.getByRole('group', { name: /^Block/ })).toHaveCount(1);
  await expect(frame.getByRole('heading', { level: 1 })).toHaveText('Boats in the harbour');
  await demo.run(3).click();
  // What stands above it is seen while it asks.
  const field = demo.block(2).getByRole('textbox', { name: /input/i });
  await field.fill('Ada');
  await field.press('Enter');
  await expect(demo.output(3)).toContainText('ADA');
  await expect(frame.getByRole('group', { name: /^Block/ })).toHaveCount(1);
  await expect(frame.getByRole('link', { name: en.embed.open })).toHaveAttribute(
    'href',
    `/d/${made.id}#b2`,
  );

  const activity = await openFrame(page, baseURL, `/embed/${made.id}?block=double&readonly`);
  await expect(activity.frame.getByRole('region', { name: 'Exercise' })).toBeVisible();
  await expect(activity.frame.getByText('Write a function.')).toBeVisible();
  await expect(activity.frame.getByRole('group', { name: /^Block/ })).toHaveCount(0);
  const all = await openFrame(page, baseURL, `/embed/${made.id}?block=nothing`);
  await expect(all.frame.getByRole('group', { name: /^Block/ })).toHaveCount(5);
});

test('is as high and as dark as the page around it wants, at any width', async ({
  page,
  baseURL,
}) => {
  const { made } = await shareDemo(baseURL, { receipt: undefined });
  html = `<iframe src="${baseURL}/embed/${made.id}" width="320" height="200"></iframe>
    <script src="${baseURL}/embed.js"></script>`;
  await page.goto(site.url);
  const main = page.frameLocator('iframe').getByRole('main');
  const excess = () =>
    main.evaluate(({ ownerDocument: { documentElement: root } }) => ({
      width: root.scrollWidth - root.clientWidth,
      height: root.scrollHeight - root.clientHeight,
    }));
  await expect.poll(excess).toEqual({ width: 0, height: 0 });
  await expect(main).toHaveCSS('background-color', 'rgb(245, 247, 247)');
  await page.evaluate(() =>
    document
      .querySelector('iframe')
      ?.contentWindow?.postMessage({ type: 'runbay:theme', theme: 'dark' }, '*'),
  );
  await expect(main).toHaveCSS('background-color', 'rgb(22, 27, 30)');
  await page.evaluate(() => document.querySelector('iframe')?.setAttribute('width', '800'));
  await expect.poll(excess).toEqual({ width: 0, height: 0 });
});

test('in a frame without an origin it can be read, and says why it does not run', async ({
  page,
  baseURL,
}) => {
  const { made } = await shareDemo(baseURL);
  html = `<iframe sandbox="allow-scripts" src="${baseURL}/embed/${made.id}" width="600" height="600"></iframe>`;
  await page.goto(site.url);
  const frame = page.frameLocator('iframe');
  await expect(frame.getByText(en.embed.closedIn)).toBeVisible();
  await expect(new DemoPage(frame).block(1)).toContainText('boats: 3');
  await expect(frame.getByRole('button', { name: 'Run' })).toHaveCount(0);
});

test('a key opens its own sandboxes, and nobody else does', async ({ baseURL }) => {
  const sandbox = 'page:abcdefghijklmnop';
  const clientOf = (key?: string) => new ApiClient(baseURL ?? '', undefined, key);
  const [mine, other, nobody] = [clientOf('m'.repeat(43)), clientOf('o'.repeat(43)), clientOf()];
  const run = async (client: ApiClient, code: string) =>
    (await client.run({ code, context: 'continue', sandbox })).result;
  await run(mine, 'mine = 1');
  const look = "'mine' in globals()";
  expect(await run(mine, look)).toBe('True');
  for (const client of [other, nobody]) expect(await run(client, look)).toBe('False');
  const stateOf = async (client: ApiClient, query: string) => {
    const answer = await client.request(`/api/session${query}`);
    return [(await answer.json()).state, answer.headers.getSetCookie().length];
  };
  expect(await stateOf(mine, `?sandbox=${sandbox}`)).toEqual(['ready', 0]);
  // A key has no sandbox besides those of its pages.
  expect(await stateOf(mine, '')).toEqual(['none', 0]);

  const body = { code: '1', language: 'python', sandbox };
  const foreign = { 'Sec-Fetch-Site': 'cross-site', Origin: 'https://evil.example' };
  expect((await mine.post('/api/run', body, foreign)).status).toBe(403);
  expect((await clientOf('short').post('/api/run', body)).status).toBe(400);

  const asking = await mine.stream({ code: 'print(input())', sandbox });
  const { runId } = await asking.until('start');
  await asking.until('input');
  for (const client of [other, nobody]) {
    const path = `/api/runs/${runId}`;
    expect((await client.post(`${path}/input`, { text: 'theirs\n' })).status).toBe(404);
    expect((await client.request(path, { method: 'DELETE' })).status).toBe(404);
  }
  expect((await mine.post(`/api/runs/${runId}/input`, { text: 'mine\n' })).status).toBe(204);
  await asking.until('done');
  expect(asking.text('stdout')).toBe('mine\n');
  const end = await mine.request(`/api/session?sandbox=${sandbox}`, { method: 'DELETE' });
  expect(end.status).toBe(204);
  expect(await stateOf(mine, `?sandbox=${sandbox}`)).toEqual(['none', 0]);
});

test('a browser that keeps no cookies has the same on the page itself', async ({
  page,
  baseURL,
}) => {
  const { made } = await shareDemo(baseURL, { markdown: RUNS, receipt: undefined });
  // As it is where the cookie that comes with it is not kept.
  await page.route('**/api/session?*', (route) =>
    route.fulfill({ json: { engine: 'local', state: 'none', idleTimeoutS: 600 } }),
  );
  const codes: string[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('/api/run')) codes.push(request.postDataJSON().code);
  });
  const demo = new DemoPage(page);
  await page.goto(made.url);
  await demo.code(1).fill('n = 41');
  await demo.run(1).click();
  await expect(demo.status(1)).toContainText('Finished');
  await demo.code(2).fill('print(n + 1)');
  await demo.run(2).click();
  await expect(demo.output(2)).toContainText('42');
  expect(codes).toEqual(['n = 41', 'print(n + 1)']);
  expect(await page.context().cookies()).toEqual([]);
});
