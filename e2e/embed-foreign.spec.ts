import type { Page } from '@playwright/test';
import { en } from '../lib/messages/en';
import { ApiClient } from './api-client';
import { FOREIGN, foreignSite, HOSTILE, share } from './embed-page';
import { expect, test } from './fixtures';

let author: ApiClient;
let site: Awaited<ReturnType<typeof foreignSite>>;
/** What the foreign site answers now. */
let html = '';

test.beforeAll(async ({ baseURL }) => {
  author = await ApiClient.withSession(baseURL ?? '');
  site = await foreignSite((path) => (path === '/' ? html : '<p>Another page of it</p>'));
});

test.afterAll(() => site.close());

test.beforeEach(({ allowProblem }) => allowProblem(FOREIGN));

const frameHeight = (page: Page, selector: string) =>
  page.locator(selector).evaluate((frame) => frame.getBoundingClientRect().height);

test('a program runs in the page of another site, without cookies and beside the playground', async ({
  page,
  baseURL,
}) => {
  const code = 'name = input("Name? ")\nprint("Hello,", name)';
  const { id } = await share(author, { title: 'Asks', code, receipt: undefined });
  await page.goto('/');
  const names = async () => (await page.context().cookies()).map(({ name }) => name);
  await expect.poll(names).toContain('runbay_session');
  const before = await page.context().cookies();

  const cookies: (string | undefined)[] = [];
  page.on('request', async (request) => {
    const isOfEmbed = request.frame().url().includes('/embed/');
    if (!isOfEmbed || !request.url().includes('/api/')) return;
    cookies.push((await request.allHeaders()).cookie);
  });
  html = `<iframe src="${baseURL}/embed/${id}" title="Asks" width="600" height="300"></iframe>`;
  await page.goto(site.url);
  const embed = page.frameLocator('iframe');
  await embed.getByRole('button', { name: en.embed.run }).click();
  await embed.getByRole('textbox', { name: en.embed.inputLabel }).fill('Ada');
  await page.keyboard.press('Enter');
  const output = embed.getByRole('group', { name: en.embed.output });
  await expect(output).toContainText('Hello, Ada');
  await expect(embed.getByText(/^Finished/).first()).toBeVisible();
  expect(cookies).toEqual([undefined, undefined]);
  expect(await page.context().cookies()).toEqual(before);
});

test('only embeds may be framed by others', async ({ page, baseURL, allowProblem }) => {
  allowProblem(/frame-ancestors|X-Frame-Options|status of 4|Failed to load resource/);
  const { id } = await share(author, { code: 'print(1)', receipt: undefined });
  const refused = [
    ...[
      '/',
      `/s/${id}`,
      `/s/${id}?predict`,
      '/s/bbbbbbbbbbbbbbbb',
      `/s/${id}.txt`,
      `/s/${id}.json`,
    ],
    ...[
      '/frame',
      '/embed',
      `/embed/${id}/more`,
      '/nowhere',
      '/api/health',
      '/api/languages',
      '/embed.js',
    ],
  ];
  const allowed = [
    `/embed/${id}`,
    `/embed/${id}?predict`,
    '/embed/code',
    '/embed/bbbbbbbbbbbbbbbb',
  ];
  const paths = [...refused, ...allowed];
  html = paths.map((path) => `<iframe src="${baseURL}${path}"></iframe>`).join('');
  await page.goto(site.url, { waitUntil: 'load' });
  const shown: string[] = [];
  for (const frame of page.frames().slice(1)) {
    // A frame that was refused has an error page of the browser's, of an origin of its own.
    if (frame.url().startsWith(baseURL ?? '')) shown.push(frame.url().slice(baseURL?.length));
  }
  expect(shown.sort()).toEqual(allowed.sort());
});

test('the page around hears the height, and gives it with the script', async ({
  page,
  baseURL,
}) => {
  const code = Array.from({ length: 20 }, (_, n) => `print(${n})`).join('\n');
  const { id } = await share(author, { code });
  const frame = `<iframe src="${baseURL}/embed/${id}" width="600" height="100"></iframe>`;
  const hear = `<script>addEventListener('message', ({ data, origin }) => { window.heard = { data, origin } })</script>`;
  html = hear + frame;
  await page.goto(site.url);
  const heard = () => page.evaluate(() => Reflect.get(window, 'heard')?.data);
  await expect.poll(heard).toMatchObject({ type: 'runbay:resize', id });
  const { heightPx } = await heard();
  expect(heightPx).toBeGreaterThan(700);
  expect(await frameHeight(page, 'iframe')).toBeLessThan(110);
  // Low as it is, what to do and the output are there.
  await expect(page.frameLocator('iframe').getByRole('button', { name: 'Run' })).toBeInViewport();

  html = frame;
  await page.goto(site.url, { waitUntil: 'load' });
  // The script may come when the frame has said its height already.
  await expect(page.frameLocator('iframe').getByRole('button', { name: 'Run' })).toBeVisible();
  await page.addScriptTag({ url: `${baseURL}/embed.js` });
  await expect.poll(() => frameHeight(page, 'iframe')).toBeGreaterThanOrEqual(heightPx);
  const embed = page.frameLocator('iframe');
  const overflow = () =>
    embed
      .getByRole('group', { name: en.embed.program })
      .evaluate((code) => code.scrollHeight - code.clientHeight);
  await expect.poll(overflow).toBe(0);
  await embed.getByRole('button', { name: en.embed.edit }).click();
  await embed.getByRole('textbox').fill('print(1)');
  await embed.getByRole('button', { name: en.embed.run }).click();
  await expect.poll(() => frameHeight(page, 'iframe')).toBeLessThan(250);
});

const BLOCKS = `
  <pre data-runbay="python" data-title="From the page">print("from the page")</pre>
  <pre><code class="hljs language-js" data-runbay><span>console.log</span>(1 + 1)</code></pre>
  <pre data-runbay="cobol">DISPLAY 'HELLO'.</pre>
  <pre id="plain">not for running</pre>`;

test("a page's own code blocks run, and nothing of them is kept", async ({ page, baseURL }) => {
  const sent: string[] = [];
  page.on('request', (request) => {
    if (request.method() !== 'GET') sent.push(new URL(request.url()).pathname);
  });
  const tag = `<script async src="${baseURL}/embed.js"></script>`;
  html = BLOCKS + tag + tag;
  await page.goto(site.url);
  const globals = await page.evaluate(() =>
    Object.keys(window).filter((name) => /runbay/i.test(name)),
  );
  expect(globals).toEqual([]);
  await expect(page.locator('iframe:visible')).toHaveCount(2);
  await expect(page.locator('iframe').first()).toHaveAttribute('title', 'From the page');
  await expect(page.locator('pre:visible')).toHaveText(["DISPLAY 'HELLO'.", 'not for running']);
  expect(sent).toEqual([]);
  const [first, second] = [page.frameLocator('iframe').nth(0), page.frameLocator('iframe').nth(1)];
  await expect(first.getByRole('heading')).toHaveText('From the page');
  await expect(first.locator('[data-code="string"]')).toHaveText('"from the page"');
  await expect(second.getByRole('heading')).toHaveText('JavaScript');
  await second.getByRole('button', { name: en.embed.run }).click();
  const output = second.getByRole('group', { name: en.embed.output });
  await expect(output).toHaveText('2');
  expect(sent).toEqual(['/api/run']);
  const link = second.getByRole('link', { name: en.embed.open });
  await expect(link).toHaveAttribute('href', /^\/#v1\./);

  // What a script of the page brings later is found too.
  await page.evaluate(() => {
    const late = document.createElement('pre');
    late.dataset.runbay = 'ts';
    late.dataset.readonly = '';
    late.textContent = 'const late: number = 1;';
    document.querySelector('main')?.append(late);
  });
  await expect(page.locator('iframe:visible')).toHaveCount(3);
  const late = page.frameLocator('iframe').nth(2);
  await expect(late.locator('[data-code="keyword"]').first()).toHaveText('const');
  await expect(late.getByRole('button', { name: en.embed.run })).toBeVisible();
  await expect(late.getByRole('button', { name: en.embed.edit })).toHaveCount(0);
});

test('frames look as the page does, and change with it', async ({ page, baseURL }) => {
  html = `<style>body { background: #fff; color: #222 } .night { background: #111; color: #ddd }</style>
    <pre data-runbay="python">print(1)</pre><script src="${baseURL}/embed.js" data-theme="page"></script>`;
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto(site.url);
  const main = page.frameLocator('iframe').getByRole('main');
  await expect(main).toHaveCSS('background-color', 'rgb(245, 247, 247)');
  await page.evaluate(() => document.body.classList.add('night'));
  await expect(main).toHaveCSS('background-color', 'rgb(22, 27, 30)');
});

test('where the server is away the blocks stay as they were', async ({
  page,
  baseURL,
  allowProblem,
}) => {
  allowProblem(/Failed to load resource/);
  html = `${BLOCKS}<script src="${baseURL}/embed.js"></script>`;
  await page.clock.install();
  await page.route('**/embed/code', (route) => route.abort());
  await page.goto(site.url);
  await expect(page.locator('iframe')).toHaveCount(2);
  await expect(page.locator('pre:visible')).toHaveCount(4);
  await page.clock.runFor(9000);
  await expect(page.locator('iframe')).toHaveCount(0);
  await expect(page.locator('pre:visible')).toHaveCount(4);

  await page.route('**/embed.js', (route) => route.abort());
  await page.goto(site.url);
  await expect(page.locator('pre:visible')).toHaveCount(4);
});

test('hostile code of a page is text, and forged words are not heard', async ({
  page,
  baseURL,
}) => {
  html = `<script src="${baseURL}/embed.js"></script>
    <pre id="own" data-runbay="python"></pre>
    <iframe id="other" src="${site.url}/other"></iframe>
    <script>
      own.textContent = ${JSON.stringify(`print(1) # ${HOSTILE}`).replaceAll('<', '\\u003c')};
      own.dataset.title = ${JSON.stringify(HOSTILE).replaceAll('<', '\\u003c')};
    </script>`;
  await page.goto(site.url);
  const frame = page.locator('iframe[src$="/embed/code"]');
  const embed = page.frameLocator('iframe[src$="/embed/code"]');
  await expect(embed.getByRole('heading')).toHaveText(HOSTILE);
  await expect(embed.locator('#lines')).toContainText(HOSTILE);
  await expect(embed.locator('main script, main img, [onerror]')).toHaveCount(0);
  await expect(frame).toBeVisible();
  const height = await frameHeight(page, 'iframe[src$="/embed/code"]');

  // Another window than the one around it, and another origin than the server's.
  const forged = page.frames().find((one) => one.url() === `${site.url}/other`);
  await forged?.evaluate(() => {
    const say = { type: 'runbay:resize', heightPx: 3000 };
    parent.postMessage(say, '*');
    for (let n = 0; n < parent.length; n += 1) {
      parent[n]?.postMessage({ type: 'runbay:theme', theme: 'dark' }, '*');
      parent[n]?.postMessage({ type: 'runbay:code', code: 'forged', language: 'python' }, '*');
    }
  });
  await page.evaluate(() => postMessage({ type: 'runbay:resize', heightPx: 3000 }, '*'));
  // A second program is not taken, and neither is what is none.
  await frame.evaluate((element: HTMLIFrameElement) => {
    for (const data of [
      { type: 'runbay:code', code: 'again', language: 'python' },
      null,
      'text',
      7,
    ])
      element.contentWindow?.postMessage(data, '*');
  });
  await embed.getByRole('button', { name: en.embed.run }).click();
  await expect(embed.getByRole('group', { name: en.embed.output })).toHaveText('1');
  await expect(embed.locator('#lines')).toContainText(HOSTILE);
  await expect(embed.locator('html')).toHaveAttribute('data-theme', 'auto');
  expect(await frameHeight(page, '#other')).toBeLessThan(height + 200);
});

test('in a frame without an origin the program can be read, and says why it does not run', async ({
  page,
  baseURL,
  allowProblem,
}) => {
  allowProblem(/Blocked script execution/);
  const { id } = await share(author, { code: 'print("seen")' });
  const frame = `<iframe sandbox="allow-scripts" src="${baseURL}/embed/${id}" width="600" height="300"></iframe>`;
  html = `${frame}<iframe id="bare" sandbox srcdoc='${frame}' width="640" height="340"></iframe>`;
  await page.goto(site.url);
  // A page in a sandbox may frame it too.
  const bare = page.frameLocator('#bare').frameLocator('iframe');
  await expect(bare.getByRole('group', { name: en.embed.output })).toHaveText('seen');
  const embed = page.frameLocator('iframe').first();
  await expect(embed.getByText(en.embed.closedIn)).toBeVisible();
  await expect(embed.getByRole('group', { name: en.embed.output })).toHaveText('seen');
  await expect(embed.getByRole('button', { name: en.embed.run })).toBeHidden();
});

test('a page that isolates itself shows it too', async ({ page, baseURL }) => {
  const { id } = await share(author, { code: 'print("seen")' });
  const isolated = await foreignSite(
    () => `<iframe src="${baseURL}/embed/${id}" width="600" height="300"></iframe>`,
    {
      'Cross-Origin-Embedder-Policy': 'require-corp',
      'Cross-Origin-Opener-Policy': 'same-origin',
    },
  );
  await page.goto(isolated.url);
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
  const embed = page.frameLocator('iframe');
  await embed.getByRole('button', { name: en.embed.run }).click();
  await expect(embed.getByText(/^Finished/).first()).toBeVisible();
  isolated.close();
});
