import { request as httpRequest } from 'node:http';
import type { BrowserContext, Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import Markdown from 'react-markdown';
import remarkGfm from 'remark-gfm';
import { en } from '../lib/messages/en';
import type { SnippetCreated } from '../lib/snippets/contract';
import { ApiClient } from './api-client';
import { faultsOf, hostileFragments, hostileProgram, markupOf, PATHS } from './hostile-snippet';
import { test as base, expect } from './results-page';

/** Chromium's own lines about what it has refused in the frame of the program's HTML. */
const REFUSED =
  /Content Security Policy|sandboxed|Connection-Allowlist|ERR_NETWORK_ACCESS|Blocked |Unsafe attempt|Refused to|SecurityError|ERR_BLOCKED|frame-ancestors/;

/** `server`: its address. `id`: of a program of which every field is an attack. */
const test = base.extend<{ server: string; id: string }>({
  server: async ({ baseURL }, use) => use(baseURL ?? ''),

  id: async ({ server, outside }, use) => {
    const author = await ApiClient.withSession(server);
    const response = await author.post('/api/snippets', hostileProgram(outside.url));
    const made: SnippetCreated = await response.json();
    expect(response.status, JSON.stringify(made)).toBe(201);
    const events = made.receipt?.events ?? [];
    expect(events.filter(({ type }) => type === 'result').length).toBe(8);
    expect(events.at(-1)).toMatchObject({ type: 'error' });
    await use(made.id);
  },
});

/** What a page could do unseen. */
function watch(page: Page, context: BrowserContext) {
  const seen: string[] = [];
  page.on('dialog', (dialog) => {
    seen.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('download', () => seen.push('download'));
  context.on('page', () => seen.push('another page'));
  return seen;
}

const isUntouched = (page: Page) =>
  page.evaluate(
    () => !('taken' in window) && !('taken' in {}) && !document.cookie.includes('taken'),
  );

test('every field of a shared program is text on its page, whatever the address asks for', async ({
  page,
  context,
  id,
  outside,
  allowProblem,
}) => {
  test.setTimeout(120_000);
  allowProblem(REFUSED);
  allowProblem(new RegExp(`^request to another host: ${outside.url}/`));
  allowProblem(/status of 404/);
  const markup = encodeURIComponent(markupOf(outside.url));
  const fragments = await hostileFragments(outside.url);
  const queries = [
    ['', 200],
    ['?revision=1', 200],
    ['?predict', 200],
    [`?x=${markup}&${markup}=1&__proto__=1`, 200],
    [`?revision=${markup}`, 404],
    ['?revision=1&revision=<script>', 200],
  ] as const;
  const seen = watch(page, context);
  const visits = queries.map(([query, status], at) => ({
    address: `/s/${id}${query}#${fragments[at]}`,
    status,
  }));
  for (const fragment of fragments.slice(queries.length)) {
    visits.push({ address: `/s/${id}#${fragment}`, status: 200 });
  }
  for (const { address, status } of visits) {
    // Two addresses that differ in their fragment alone are one page.
    await page.goto('about:blank');
    const response = await page.goto(address);
    expect(response?.status(), address).toBe(status);
    const html = (await response?.text()) ?? '';
    expect(await faultsOf(page, html), address).toEqual([]);
    if (status === 200) {
      await expect(page.getByRole('heading', { level: 1 })).toContainText('"><img src=x onerror=');
      await expect(page.getByRole('button', { name: en.share.page.copyLink })).toBeVisible();
    }
    expect(await faultsOf(page), address).toEqual([]);
    expect(await isUntouched(page), address).toBe(true);
    expect(new URL(page.url()).pathname).toBe(`/s/${id}`);
  }
  expect(seen).toEqual([]);
});

test('the playground takes the hostile program and hostile fragments as text', async ({
  page,
  context,
  id,
  outside,
  allowProblem,
}) => {
  test.setTimeout(120_000);
  allowProblem(/status of 4/);
  const seen = watch(page, context);
  for (const fragment of [`open=${id}`, ...(await hostileFragments(outside.url))]) {
    await page.goto('about:blank');
    await page.goto(`/#${fragment}`);
    if (/^(open=|v\d)/.test(fragment)) {
      await expect(page.getByRole('button', { name: en.share.opened.dismiss })).toBeVisible();
    }
    expect(await faultsOf(page), fragment).toEqual([]);
    expect(await isUntouched(page), fragment).toBe(true);
  }
  expect(seen).toEqual([]);
});

test('what chats and search engines are told of it is one text in one attribute', async ({
  page,
  server,
  id,
  outside,
}) => {
  const html = await (await fetch(`${server}/s/${id}`)).text();
  await page.goto('/robots.txt');
  const told = await page.evaluate((text) => {
    const { head } = new DOMParser().parseFromString(text, 'text/html');
    const of = (selector: string) => head.querySelector(selector);
    return {
      kinds: [...new Set([...head.children].map(({ tagName }) => tagName))].sort(),
      names: ['meta[property="og:title"]', 'meta[name="twitter:title"]'].map((selector) =>
        of(selector)?.getAttribute('content'),
      ),
      discovery: of('link[type="application/json+oembed"]')?.getAttribute('title'),
      title: of('title')?.textContent,
      addresses: [
        ...[...head.querySelectorAll('[href], [src]')].map(
          (element) => element.getAttribute('href') ?? element.getAttribute('src'),
        ),
        ...[...head.querySelectorAll('meta[property$=":url"], meta[property="og:image"]')].map(
          (element) => element.getAttribute('content'),
        ),
      ],
    };
  }, html);
  const { title } = await (await fetch(`${server}/api/snippets/${id}`)).json();
  expect(title).toContain('<img src=x');
  expect(told.kinds).toEqual(['LINK', 'META', 'SCRIPT', 'TITLE']);
  expect(told.names).toEqual([title, title]);
  expect(told.discovery).toBe(title);
  expect(told.title).toBe(`${title} · Runbay`);
  for (const address of told.addresses) {
    expect(new URL(address ?? '', server).origin, address ?? '').toBe(server);
  }
  expect(told.addresses.join()).not.toContain(outside.url);
});

test('an embed, its HTML to paste and oEmbed hold the same text and nothing else', async ({
  browser,
  page,
  context,
  server,
  id,
  outside,
  allowProblem,
}) => {
  allowProblem(REFUSED);
  allowProblem(new RegExp(`^request to another host: ${outside.url}/`));
  const seen = watch(page, context);
  const markup = encodeURIComponent(markupOf(outside.url));
  const queries = [
    '',
    `?revision=1&theme=${markup}&lines=${markup}&output=${markup}`,
    `?${markup}=1&readonly=${markup}&lines=1-99999999`,
    `?predict&guess=${markup}`,
  ];
  // The embed's own policy lets nobody parse HTML in it.
  const reader = await browser.newPage({ baseURL: server });
  await reader.goto('/robots.txt');
  for (const query of queries) {
    await page.goto('about:blank');
    const response = await page.goto(`/embed/${id}${query}#${markup}`);
    expect(response?.status(), query).toBe(200);
    expect(await faultsOf(reader, await response?.text()), query).toEqual([]);
    await expect(page.getByText('import json, sys').first()).toBeVisible();
    expect(await faultsOf(page), query).toEqual([]);
    expect(await isUntouched(page), query).toBe(true);
  }
  const wish = encodeURIComponent(`${server}/s/${id}?x=${markup}`);
  const answer = await fetch(`${server}/api/oembed?url=${wish}&format=json`);
  expect(answer.headers.get('content-type')).toMatch(/^application\/json/);
  const card = await answer.json();
  const parts = await reader.evaluate((text) => {
    const { body } = new DOMParser().parseFromString(text, 'text/html');
    return [...body.querySelectorAll('*')].map(
      (element) =>
        `${element.tagName} ${[...element.attributes].map(({ name }) => name).join(' ')}`,
    );
  }, card.html);
  expect(parts.map((part) => part.split(' ')[0])).toEqual(['IFRAME', 'P', 'A']);
  for (const part of parts) expect(part).not.toMatch(/ (on\w+|srcdoc|x)\b/);
  expect(JSON.stringify({ ...card, title: '', html: '' })).not.toContain(outside.url);
  for (const url of [`${outside.url}/s/${id}`, 'javascript:alert(1)', `//${id}`, markup]) {
    const refused = await fetch(`${server}/api/oembed?url=${encodeURIComponent(url)}`);
    expect(refused.status, url).toBe(404);
    expect(refused.headers.get('content-type')).toBe('application/problem+json');
  }
  expect(seen).toEqual([]);
});

test('its picture is a picture, whatever stands in it and in its address', async ({
  server,
  id,
  outside,
}) => {
  const markup = encodeURIComponent(markupOf(outside.url));
  for (const query of ['', '?revision=1', `?output=${markup}&x=${markup}`]) {
    const response = await fetch(`${server}/s/${id}.png${query}`);
    expect(response.status, query).toBe(200);
    expect(Object.fromEntries(response.headers), query).toMatchObject({
      'content-type': 'image/png',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
    });
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(bytes.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
    expect(bytes.toString('latin1')).not.toContain('alert(1)');
  }
});

test('as a zip its files stay within their folder, under names that say what they are', async ({
  server,
  id,
}) => {
  const response = await fetch(`${server}/s/${id}.zip`);
  expect(response.headers.get('content-type')).toBe('application/zip');
  expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename="[\w.-]+"$/);
  const names = Object.keys(unzipSync(new Uint8Array(await response.arrayBuffer())));
  expect(names.length).toBeGreaterThan(PATHS.length);
  for (const name of names) {
    expect(name.split('/')).not.toContain('..');
    expect(name).not.toMatch(/^\/|\\/);
  }
});

test('without a script its page holds the same text and nothing else', async ({
  browser,
  server,
  id,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: server });
  const page = await context.newPage();
  const seen = watch(page, context);
  await page.goto(`/s/${id}`);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('onerror=');
  for (const path of PATHS) {
    await expect(page.getByRole('main')).toContainText(path);
  }
  await expect(page.locator('main img:not([src^="data:image/"])')).toHaveCount(0);
  await expect(page.locator('iframe')).toHaveCount(0);
  expect(new URL(page.url()).pathname).toBe(`/s/${id}`);
  expect(seen).toEqual([]);
  await context.close();
});

test('as a file it is never a page, and its header names are our own', async ({
  page,
  context,
  server,
  id,
  outside,
  allowProblem,
}) => {
  allowProblem(/sandboxed|Content Security Policy/);
  const seen = watch(page, context);
  const types: Record<string, string> = {
    txt: 'text/plain; charset=utf-8',
    md: 'text/markdown; charset=utf-8',
    json: 'application/json; charset=utf-8',
    py: 'text/plain; charset=utf-8',
    ipynb: 'application/x-ipynb+json; charset=utf-8',
    zip: 'application/zip',
  };
  for (const [form, type] of Object.entries(types)) {
    for (const query of ['', '?revision=1', `?x=${encodeURIComponent(markupOf(outside.url))}`]) {
      const response = await fetch(`${server}/s/${id}.${form}${query}`);
      expect(response.status).toBe(200);
      expect(Object.fromEntries(response.headers), form).toMatchObject({
        'content-type': type,
        'x-content-type-options': 'nosniff',
        'content-security-policy': "default-src 'none'; sandbox",
        'x-robots-tag': 'noindex',
      });
      const disposition = response.headers.get('content-disposition');
      if (disposition) expect(disposition).toMatch(/^attachment; filename="[\w.-]+"$/);
      expect(response.headers.getSetCookie()).toEqual([]);
    }
    if (form === 'py' || form === 'ipynb' || form === 'zip') continue;
    await page.goto(`/s/${id}.${form}`).catch((error: Error) => {
      // Chromium downloads what it cannot show.
      if (!/Download is starting/.test(error.message)) throw error;
    });
    expect(await page.locator('script, img, iframe, svg, form').count()).toBe(0);
  }
  expect(seen.filter((line) => line !== 'download')).toEqual([]);
  expect(await (await fetch(`${server}/s/${id}.txt`)).text()).toBe(
    hostileProgram(outside.url).code,
  );
});

test('as Markdown its code stays in its fences, and nothing is a link or a picture', async ({
  server,
  id,
}) => {
  const markdown = await (await fetch(`${server}/s/${id}.md`)).text();
  const html = renderToStaticMarkup(
    createElement(Markdown, { remarkPlugins: [remarkGfm] }, markdown),
  );
  const tags = [...html.matchAll(/<([a-z0-9]+)/g)].map(([, tag]) => tag);
  const countOf = (tag: string) => tags.filter((one) => one === tag).length;
  expect(countOf('h1')).toBe(1);
  // The program, its files, its input and its output.
  expect(countOf('pre')).toBe(1 + PATHS.length + 2);
  expect(new Set(tags)).toEqual(new Set(['h1', 'p', 'a', 'pre', 'code']));
  expect([...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href)).toEqual([
    `${server}/s/${id}`,
  ]);
});

test('a notebook of it holds no markup that a notebook would run', async ({ server, id }) => {
  const notebook = await (await fetch(`${server}/s/${id}.ipynb`)).json();
  const cells: { cell_type: string; source: string[]; outputs?: { data?: object }[] }[] =
    notebook.cells;
  const kinds = cells.flatMap(({ outputs = [] }) =>
    outputs.flatMap(({ data = {} }) => Object.keys(data)),
  );
  expect(kinds.length).toBeGreaterThan(5);
  for (const kind of new Set(kinds)) {
    expect(kind).toMatch(/^(text\/plain|text\/latex|image\/png|image\/jpeg|application\/json)$/);
  }
  // IPython takes {…} and $… in the first line of such a cell for Python.
  for (const { source } of cells) {
    const [first = ''] = source;
    if (first.startsWith('%%')) expect(first).toMatch(/^%%writefile [\w.][\w.-]*\n$/);
  }
  // Run, they write each file under its own name and nothing else.
  const sources = cells.map(({ source }) => source.join(''));
  const writing = sources.filter((source) => source.startsWith('from pathlib'));
  const reader = await ApiClient.withSession(server);
  await reader.run({ code: writing.join('\n') });
  const { files } = await (await reader.request('/api/files')).json();
  const written = files.map(({ path }: { path: string }) => path);
  expect(written).toEqual(expect.arrayContaining(PATHS.filter((path) => /[^\w.]/.test(path))));
  expect(written).not.toContain('taken');
  const about = renderToStaticMarkup(createElement(Markdown, null, cells[0]?.source.join('')));
  expect([...about.matchAll(/<([a-z0-9]+)/g)].map(([, tag]) => tag)).toEqual(['h1', 'p', 'a']);
});

test('no request turns into markup, a header or another host', async ({ server, id, outside }) => {
  const markup = markupOf(outside.url);
  const ask = (path: string, headers: Record<string, string> = {}) =>
    new Promise<{ status: number; head: string; body: string }>((resolve, reject) => {
      const sent = httpRequest(server, { path, headers }, (answer) => {
        let body = '';
        answer.setEncoding('utf8');
        answer.on('data', (text) => (body += text));
        answer.on('end', () =>
          resolve({
            status: answer.statusCode ?? 0,
            head: JSON.stringify(answer.rawHeaders),
            body,
          }),
        );
      });
      sent.once('error', reject);
      sent.end();
    });
  const evil = 'evil.example"><script>alert(1)</script>';
  const paths = [
    `/s/${id}`,
    `/s/${id}.md`,
    `/s/${id}.ipynb`,
    `/s/${id}.json`,
    `/s/${id}.zip`,
    `/api/snippets/${id}`,
  ];
  const heads: Record<string, string>[] = [
    { Host: evil },
    { 'X-Forwarded-Host': evil },
    { 'X-Forwarded-Host': 'evil.example', 'X-Forwarded-Proto': 'javascript' },
    { Cookie: `runbay_locale=${encodeURIComponent(evil)}`, 'Accept-Language': evil },
    { 'X-Runbay-Visit': `{"status":"${evil.replaceAll('"', '')}"}` },
    { 'If-None-Match': evil, Referer: `http://${evil.slice(0, 12)}` },
  ];
  for (const path of paths) {
    for (const head of heads) {
      const { status, head: answered, body } = await ask(path, head);
      expect([200, 400, 421], `${path} ${JSON.stringify(head)}`).toContain(status);
      expect(answered + body).not.toContain('evil.example');
    }
  }
  for (const path of [
    `/s/${encodeURIComponent(markup)}`,
    `/s/${id}%0d%0aSet-Cookie:%20taken=1`,
    `/s/${id}%00`,
    `/s/${id}.${encodeURIComponent('<script>')}`,
    `/s/${id}.txt/${encodeURIComponent('<script>')}`,
    `/s/${id}.txt%0d%0aX-Taken:%201`,
    `/s/..%2f..%2fapi%2fsession`,
    `/s/${id}.md?revision=${encodeURIComponent(markup)}`,
    `/api/snippets/${id}?revision=${encodeURIComponent(markup)}`,
  ]) {
    const { status, head, body } = await ask(path);
    expect(Math.floor(status / 100), path).toBe(4);
    expect(head.toLowerCase()).not.toMatch(/"x-taken"|taken=1/);
    if (head.includes('text/html')) expect(body).not.toMatch(/<script>(taken|alert)|<img src=x/);
  }
});

test('a page that is fetched before it is asked for has its status and its policy, too', async ({
  server,
  id,
}) => {
  for (const path of ['/', `/s/${id}`]) {
    for (const name of [
      'Purpose',
      'Sec-Purpose',
      'Next-Router-Prefetch',
      'X-Middleware-Prefetch',
    ]) {
      const response = await fetch(server + path, { headers: { [name]: 'prefetch' } });
      expect(response.status, `${path} ${name}`).toBe(200);
      expect(response.headers.get('content-security-policy'), `${path} ${name}`).toContain(
        "'strict-dynamic'",
      );
    }
  }
});
