import { request } from 'node:http';
import { resolve } from 'node:path';
import type { OEmbed } from '../lib/http/oembed';
import type { SnippetCreated } from '../lib/snippets/contract';
import { ApiClient } from './api-client';
import { expect, test } from './fixtures';
import { endServers, serve } from './own-server';
import { countPixels, decodePng } from './png';

let author: ApiClient;

test.beforeAll(async ({ baseURL }) => {
  author = await ApiClient.withSession(baseURL ?? '');
});
test.afterEach(endServers);

async function share(body: object, client = author): Promise<SnippetCreated> {
  const response = await client.post('/api/snippets', {
    language: 'python',
    timeoutS: 10,
    receipt: 'run',
    ...body,
  });
  const answer = await response.json();
  expect(response.status, JSON.stringify(answer)).toBe(201);
  return answer;
}

const withSecret = ({ id, secret }: SnippetCreated, method: string, body?: object) =>
  author.request(`/api/snippets/${id}`, {
    method,
    ...(body ? { body: JSON.stringify(body) } : {}),
    headers: { Authorization: `Bearer ${secret}`, 'Content-Type': 'application/json' },
  });

async function pictureOf(path: string, client = author) {
  const response = await client.request(path);
  expect(response.status).toBe(200);
  const pixels = decodePng(Buffer.from(await response.arrayBuffer()));
  expect([pixels.width, pixels.height]).toEqual([1200, 630]);
  return { pixels, headers: response.headers };
}

const isBright = ([r, g, b]: number[]) => (r ?? 0) + (g ?? 0) + (b ?? 0) > 450;
/** Below the labels of the two parts. */
const CODE: [number, number, number, number] = [60, 216, 560, 600];
const OUTPUT: [number, number, number, number] = [640, 216, 1140, 600];

/** What the head of a page says, by the browser's own reading of it. */
async function headOf(html: string, page: import('@playwright/test').Page) {
  return page.evaluate((text) => {
    const { head } = new DOMParser().parseFromString(text, 'text/html');
    const metas = Array.from(head.querySelectorAll('meta'), (meta) => [
      meta.getAttribute('property') ?? meta.name,
      meta.content,
    ]);
    const links = Array.from(
      head.querySelectorAll('link[rel=canonical], link[rel=alternate]'),
      (link) => [link.getAttribute('type') ?? link.getAttribute('rel'), link.getAttribute('href')],
    );
    return {
      title: head.querySelector('title')?.textContent ?? '',
      meta: Object.fromEntries(metas) as Record<string, string>,
      links: Object.fromEntries(links) as Record<string, string>,
    };
  }, html);
}

test('the picture shows the code and the output, and is asked for again only when it has changed', async () => {
  const made = await share({ title: 'Squares', code: 'for n in range(5):\n    print(n * n)' });
  const { pixels, headers } = await pictureOf(`/s/${made.id}.png`);
  expect(countPixels(pixels, CODE, isBright)).toBeGreaterThan(500);
  expect(countPixels(pixels, OUTPUT, isBright)).toBeGreaterThan(200);
  expect(Object.fromEntries(headers)).toMatchObject({
    'content-type': 'image/png',
    'cache-control': 'private, no-cache',
    'cross-origin-resource-policy': 'cross-origin',
    'x-robots-tag': 'noindex',
    'x-content-type-options': 'nosniff',
  });

  const etag = headers.get('etag') ?? '';
  const again = (path = `/s/${made.id}.png`) =>
    author.request(path, { headers: { 'If-None-Match': etag } });
  expect((await again()).status).toBe(304);
  expect((await again(`/s/${made.id}.png?output=hidden`)).status).toBe(200);
  await withSecret(made, 'PATCH', { title: 'Five squares', visibility: 'listed' });
  const changed = await again();
  expect(changed.status).toBe(200);
  expect(changed.headers.has('x-robots-tag')).toBe(false);
});

test('a picture without the output gives nothing of it away', async () => {
  const one = await share({ title: 'Guess', code: 'print(sum(range(5)))' });
  const other = await share({
    title: 'Guess',
    code: 'print(sum(range(5)))',
    stdin: 'x',
    receipt: 'run',
  });
  const bytes = async (id: string, query: string) => {
    const response = await author.request(`/s/${id}.png${query}`);
    return Buffer.from(await response.arrayBuffer());
  };
  const hidden = await bytes(one.id, '?output=hidden');
  expect(hidden.equals(await bytes(other.id, '?output=hidden'))).toBe(true);
  expect(hidden.equals(await bytes(one.id, ''))).toBe(false);
});

test("a program's plot is part of its picture, and each revision has its own", async () => {
  const draw = (colour: string) =>
    `from IPython.display import display\ndisplay({"image/svg+xml": "<svg xmlns='http://www.w3.org/2000/svg' width='400' height='300'><rect width='400' height='300' fill='${colour}'/></svg>"}, raw=True)`;
  const made = await share({ code: draw('#ff00ff') });
  const isMagenta = ([r, g, b]: number[]) => r === 255 && g === 0 && b === 255;
  const first = await pictureOf(`/s/${made.id}.png`);
  expect(countPixels(first.pixels, [600, 200, 1150, 600], isMagenta)).toBeGreaterThan(20_000);

  await withSecret(made, 'PUT', { language: 'python', code: draw('#00ff00'), receipt: 'run' });
  const second = await pictureOf(`/s/${made.id}.png`);
  expect(countPixels(second.pixels, [600, 200, 1150, 600], isMagenta)).toBe(0);
  const fixed = await pictureOf(`/s/${made.id}.png?revision=1`);
  expect(countPixels(fixed.pixels, [600, 200, 1150, 600], isMagenta)).toBeGreaterThan(20_000);
});

test('hostile programs have pictures too', async () => {
  const programs = [
    { title: `"/><script>alert(1)</script>`, code: 'print("</text></svg><script>")' },
    { title: '\u202e\u2066 bidi', code: 'print("\\u202eabc\\0\\x1b[31m\\ud83d\\n\\u2028")' },
    { title: '你好 مرحبا 😀', code: `x = "${'あ'.repeat(2000)}"\nprint(x * 50)` },
    { title: 'Much', code: `x = 1\n${'# a line of many\n'.repeat(12_000)}print("y" * 900_000)` },
    {
      title: 'Images',
      code: 'from IPython.display import display\ndisplay({"image/png": "iVBORw0KGgo="}, raw=True)\ndisplay({"image/svg+xml": "<svg><image href=\'http://example.com/x.png\'/><foreignObject/>"}, raw=True)',
    },
  ];
  for (const program of programs) {
    const { id } = await share(program);
    await pictureOf(`/s/${id}.png`);
  }
});

test('what is not there has no picture, and what was deleted has none any more', async () => {
  const made = await share({ code: 'print(1)' });
  const { headers } = await pictureOf(`/s/${made.id}.png`);
  expect((await author.request(`/s/${made.id}.png?revision=7`)).status).toBe(404);
  expect((await author.request('/s/bcdfghjkmnpqrstv.png')).status).toBe(404);
  await withSecret(made, 'DELETE');
  const gone = await author.request(`/s/${made.id}.png`, {
    headers: { 'If-None-Match': headers.get('etag') ?? '' },
  });
  expect(gone.status).toBe(410);
  expect(gone.headers.get('content-type')).toBe('application/problem+json');
});

test('a page says what it is to search engines and chats', async ({ page, baseURL }) => {
  const made = await share({
    title: 'Squares',
    code: '# Squares of small numbers\nfor n in range(4):\n    print(n * n)',
  });
  const html = async (query = '') => (await author.request(`/s/${made.id}${query}`)).text();
  const url = `${baseURL}/s/${made.id}`;
  const { title, meta, links } = await headOf(await html(), page);
  expect(title).toBe('Squares · Runbay');
  expect(meta).toMatchObject({
    description: 'Squares of small numbers · Output: 0 1 4 9',
    robots: 'noindex, nofollow',
    'og:type': 'article',
    'og:title': 'Squares',
    'og:url': url,
    'og:site_name': 'Runbay',
    'og:image': `${url}.png?v=1`,
    'og:image:width': '1200',
    'og:image:height': '630',
    'og:image:alt': 'The first lines of “Squares”, a Python program, and its output.',
    'twitter:card': 'summary_large_image',
    'twitter:image': `${url}.png?v=1`,
  });
  expect(Date.parse(meta['article:published_time'] ?? '')).toBeGreaterThan(Date.now() - 600_000);
  const oEmbed = `${baseURL}/api/oembed?url=${encodeURIComponent(url)}&format=json`;
  expect(links).toEqual({
    canonical: url,
    'text/plain': `${url}.txt`,
    'text/markdown': `${url}.md`,
    'application/json': `${url}.json`,
    'application/json+oembed': oEmbed,
  });
  expect((await (await fetch(oEmbed)).json()).html).toContain(`/embed/${made.id}`);
  await pictureOf(new URL(meta['og:image'] ?? '').pathname);

  const guess = await headOf(await html('?predict'), page);
  expect(guess.meta.description).toBe('Squares of small numbers');
  expect(guess.meta['og:image']).toContain('output=hidden');

  await withSecret(made, 'PATCH', { visibility: 'listed' });
  const listed = await headOf(await html(), page);
  expect(listed.meta.robots).not.toContain('noindex');
  // The other forms say the same as the page.
  expect((await author.request(`/s/${made.id}.txt`)).headers.get('x-robots-tag')).toBe('noindex');

  await withSecret(made, 'DELETE');
  const gone = await html();
  expect((await headOf(gone, page)).meta.robots).toBe('noindex, nofollow');
  expect(gone).not.toContain('Squares');
});

test('hostile fields stay text in the head of the page and in oEmbed', async ({
  page,
  baseURL,
}) => {
  const title = `</title><script>document.title='taken'</script>"'><img src=x onerror=alert(1)>`;
  const code = `#"/></head><script>document.title='taken'</script>\\u202e\nprint("</script><script>1</script>\\x1b[31m\\u202e\\0")`;
  const { id } = await share({ title, code });
  const html = await (await author.request(`/s/${id}`)).text();
  const { meta } = await headOf(html, page);
  expect(meta['og:title']).toBe(title);
  expect(meta['og:image:alt']).toContain(title);
  expect(meta.description).toContain('</head><script>');
  expect(meta.description).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  await page.goto(`/s/${id}`);
  await expect(page).toHaveTitle(`${title} · Runbay`);

  const url = encodeURIComponent(`${baseURL}/s/${id}`);
  const answer: OEmbed = await (await author.request(`/api/oembed?url=${url}`)).json();
  expect(answer.title).toBe(title);
  const elements = await page.evaluate((text) => {
    const { body } = new DOMParser().parseFromString(text, 'text/html');
    return Array.from(body.querySelectorAll('*'), ({ localName }) => localName);
  }, answer.html);
  expect(elements).toEqual(['iframe', 'p', 'a']);
});

test('oEmbed answers other sites, and says what it cannot do', async ({ baseURL }) => {
  const made = await share({ title: 'Squares', code: 'print(1)' });
  const ask = (query: Record<string, string>) =>
    fetch(`${baseURL}/api/oembed?${new URLSearchParams(query)}`, {
      headers: { Origin: 'https://blog.example' },
    });
  const url = `${baseURL}/s/${made.id}`;
  const answer = await ask({ url, maxwidth: '400' });
  expect(answer.headers.get('access-control-allow-origin')).toBe('*');
  expect(answer.headers.get('content-type')).toMatch(/^application\/json/);
  expect(await answer.json()).toMatchObject({ type: 'rich', title: 'Squares', width: 400 });

  for (const [query, status] of [
    [{ url: `https://other.example/s/${made.id}` }, 404],
    [{ url: `${baseURL}/s/bcdfghjkmnpqrstv` }, 404],
    [{ url, format: 'xml' }, 501],
    [{ url, maxwidth: 'wide' }, 400],
    [{}, 400],
  ] as [Record<string, string>, number][]) {
    const problem = await ask(query);
    expect(problem.status, JSON.stringify(query)).toBe(status);
    expect(problem.headers.get('access-control-allow-origin')).toBe('*');
  }
  await withSecret(made, 'DELETE');
  expect((await ask({ url })).status).toBe(410);
});

test('the start page has a picture, which is there', async ({ page, baseURL }) => {
  const { meta } = await headOf(await (await author.request('/')).text(), page);
  expect(meta).toMatchObject({
    'og:image': `${baseURL}/card.png`,
    'og:title': expect.stringContaining('Runbay'),
    'twitter:card': 'summary_large_image',
  });
  const { headers } = await pictureOf('/card.png');
  expect(headers.get('cross-origin-resource-policy')).toBe('cross-origin');
  const robots = await (await author.request('/robots.txt')).text();
  expect(robots).toMatch(/^Disallow: \/api\/$/m);
  expect(robots).toMatch(/^Allow: \/api\/oembed$/m);
});

/** `fetch` lets nobody choose this header. */
const asHost = (url: string, host: string) =>
  new Promise<string>((done, failed) => {
    request(url, { headers: { Host: host } }, async (answer) => {
      let text = '';
      for await (const chunk of answer) text += chunk;
      done(text);
    })
      .on('error', failed)
      .end();
  });

test('with PUBLIC_URL no request can name another address; nothing is asked of other machines', async ({
  page,
}) => {
  const server = await serve({
    PUBLIC_URL: 'https://run.example.org/',
    NODE_OPTIONS: `--require ${resolve('e2e/watch-network.cjs')}`,
  });
  const client = await ApiClient.withSession(server.url);
  const made = await share({ title: '你好 😀 🇩🇪', code: 'print("Ω 😀 한국어")' }, client);
  const html = await asHost(`${server.url}/s/${made.id}`, 'evil.internal');
  expect(html).not.toContain('evil.internal');
  const { meta, links } = await headOf(html, page);
  expect(links.canonical).toBe(`https://run.example.org/s/${made.id}`);
  expect(meta['og:image']).toBe(`https://run.example.org/s/${made.id}.png?v=1`);
  expect(await asHost(`${server.url}/s/${made.id}.md`, 'evil.internal')).toContain(
    `<https://run.example.org/s/${made.id}>`,
  );
  await pictureOf(`/s/${made.id}.png`, client);
  expect(server.said.stderr).not.toContain('OUTSIDE');
});

test('without it a host that is no host stands nowhere', async ({ baseURL }) => {
  const { id } = await share({ code: 'print(1)' });
  const html = await asHost(`${baseURL}/s/${id}`, `evil.example"><script>`);
  expect(html).not.toContain('evil.example');
});
