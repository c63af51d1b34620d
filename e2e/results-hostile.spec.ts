import { expect, showing, test, VEGA_LITE } from './results-page';

/** Chromium's own lines about what it has refused. */
const REFUSED =
  /Content Security Policy|sandboxed|Connection-Allowlist|ERR_NETWORK_ACCESS|Blocked |Unsafe attempt|Refused to|frame-ancestors|X-Frame-Options|ERR_BLOCKED/;

test('the frame’s document has no rights of its own, and only our page may frame it', async ({
  request,
}) => {
  const response = await request.get('/frame');
  const headers = response.headers();
  expect(headers['content-security-policy']).toBe(
    "sandbox allow-scripts; default-src 'none'; script-src 'unsafe-inline'; " +
      "style-src 'unsafe-inline'; img-src data: blob:; font-src data:; connect-src 'none'; " +
      "form-action 'none'; base-uri 'none'; frame-ancestors 'self'",
  );
  expect(headers).toMatchObject({
    'content-type': 'text/html; charset=utf-8',
    'x-frame-options': 'SAMEORIGIN',
    'cross-origin-resource-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    'connection-allowlist': '()',
  });
  expect(headers['set-cookie']).toBeUndefined();
  expect((await request.post('/frame')).status()).toBe(405);
});

test('HTML reaches neither the page, nor cookies, nor the network, and opens nothing', async ({
  page,
  context,
  playground,
  outside,
  allowProblem,
}) => {
  allowProblem(REFUSED);
  // Playwright tells of requests also where the browser refuses them; `outside` knows which came.
  allowProblem(new RegExp(`^request to another host: ${outside.url}/`));
  const html = `
<link rel="dns-prefetch" href="${outside.url}"><link rel="preconnect" href="${outside.url}">
<link rel="prefetch" href="${outside.url}/prefetch"><link rel="stylesheet" href="${outside.url}/css">
<style>@import url(${outside.url}/import); body { background: url(${outside.url}/background) }
@font-face { font-family: f; src: url(${outside.url}/font) }</style>
<img src="${outside.url}/img"><img src="/icon.svg"><video src="${outside.url}/video"></video>
<object data="${outside.url}/object"></object><embed src="${outside.url}/embed">
<iframe src="${outside.url}/iframe"></iframe><iframe src="/"></iframe>
<iframe srcdoc="<script>parent.postMessage('x', '*')</script>"></iframe>
<script src="${outside.url}/script"></script><base href="${outside.url}/">
<form id="form" action="${outside.url}/form" method="post" target="_top"><input name="a"></form>
<a id="top" href="${outside.url}/top" target="_top">top</a>
<a id="blank" href="${outside.url}/blank" target="_blank">blank</a>
<a id="download" href="data:text/plain,x" download="x.txt">download</a>
<pre id="report"></pre>
<script>
(async () => {
  const lines = [];
  const attempt = async (name, action) => {
    let outcome;
    try { outcome = 'got ' + await action(); } catch (error) { outcome = error.name; }
    lines.push(name + ': ' + outcome);
  };
  const dom = (make) => new Promise((resolve, reject) => make(() => resolve('in'), () => reject(new TypeError())));
  await attempt('parent', () => parent.document.title);
  await attempt('top', () => top.document.cookie);
  await attempt('storage of the page', () => parent.localStorage.length);
  await attempt('cookie', () => document.cookie);
  await attempt('storage', () => localStorage.length);
  await attempt('database', () => dom((ok, no) => { const r = indexedDB.open('x'); r.onsuccess = ok; r.onerror = no; }));
  await attempt('fetch', () => fetch('${outside.url}/fetch').then((r) => r.status));
  await attempt('own fetch', () => fetch(location.origin + '/api/session').then((r) => r.status));
  await attempt('xhr', () => dom((ok, no) => { const r = new XMLHttpRequest(); r.open('GET', '${outside.url}/xhr'); r.onload = ok; r.onerror = no; r.send(); }));
  await attempt('socket', () => dom((ok, no) => { const s = new WebSocket('${outside.url}'.replace('http', 'ws')); s.onopen = ok; s.onerror = no; }));
  await attempt('events', () => dom((ok, no) => { const s = new EventSource('${outside.url}/events'); s.onopen = ok; s.onerror = no; }));
  await attempt('beacon', () => { navigator.sendBeacon('${outside.url}/beacon', 'x'); return 'sent'; });
  await attempt('module', () => import('${outside.url}/module').then(() => 'in'));
  await attempt('worker', () => dom((ok, no) => { const w = new Worker(URL.createObjectURL(new Blob(['postMessage(1)']))); w.onmessage = ok; w.onerror = no; }));
  await attempt('eval', () => eval('1 + 1'));
  await attempt('rtc', () => typeof RTCPeerConnection);
  await attempt('window', () => String(window.open('${outside.url}/window')));
  await attempt('navigation', () => { top.location.href = '${outside.url}/navigation'; return 'gone'; });
  await attempt('alert', () => String(window.confirm('x')));
  document.getElementById('form').submit();
  for (const id of ['top', 'blank', 'download']) document.getElementById(id).click();
  parent.postMessage({ type: 'height', height: 1e9 }, '*');
  parent.postMessage({ type: 'show', html: 'x' }, '*');
  document.getElementById('report').textContent = lines.join('\\n') + '\\nend';
})();
</script>`;
  let downloads = 0;
  page.on('download', () => {
    downloads += 1;
  });
  let dialogs = 0;
  page.on('dialog', (dialog) => {
    dialogs += 1;
    void dialog.dismiss();
  });
  await playground.open({ code: showing({ 'text/html': html }) });
  await page.evaluate(() => {
    // biome-ignore lint/suspicious/noDocumentCookie: a cookie that a script could read, unlike ours
    document.cookie = 'secret=1';
  });
  const address = page.url();
  await playground.runToEnd();
  const report = page.frameLocator('iframe[title="HTML result"]').locator('#report');
  await expect(report).toContainText('end');
  expect((await report.textContent())?.trim().split('\n')).toEqual([
    'parent: SecurityError',
    'top: SecurityError',
    'storage of the page: SecurityError',
    'cookie: SecurityError',
    'storage: SecurityError',
    'database: SecurityError',
    'fetch: TypeError',
    'own fetch: TypeError',
    'xhr: TypeError',
    'socket: TypeError',
    'events: TypeError',
    'beacon: got sent',
    'module: TypeError',
    expect.stringMatching(/^worker: (TypeError|SecurityError)$/),
    'eval: EvalError',
    'rtc: got undefined',
    'window: got null',
    'navigation: SecurityError',
    'alert: got false',
    'end',
  ]);
  await page.waitForTimeout(500);
  expect(page.url()).toBe(address);
  expect(context.pages()).toHaveLength(1);
  expect([downloads, dialogs]).toEqual([0, 0]);
  expect((await page.locator('iframe').boundingBox())?.height).toBeLessThanOrEqual(2000);
});

for (const [name, html] of [
  ['by a refresh', (url: string) => `<meta http-equiv="refresh" content="0;url=${url}/refresh">`],
  ['by a script', (url: string) => `<script>location = '${url}/location'</script>`],
  ['to our own pages', () => '<script>location = location.origin + "/"</script>'],
  ['to our own interface', () => '<script>location = location.origin + "/api/health"</script>'],
  ['to a data: address', () => '<script>location = "data:text/html,x"</script>'],
  ['by a link', (url: string) => `<a href="${url}/a" id=a>a</a><script>a.click()</script>`],
] as const) {
  test(`HTML that leaves its frame ${name} is shown as text`, async ({
    playground,
    outside,
    allowProblem,
  }) => {
    allowProblem(REFUSED);
    allowProblem(new RegExp(`^request to another host: ${outside.url}/`));
    await playground.open({ code: showing({ 'text/html': html(outside.url) }) });
    await playground.runToEnd();
    await expect(
      playground.output.getByText('This HTML tried to leave its frame, so its text is shown.'),
    ).toBeVisible();
    await expect(playground.output.locator('iframe')).toHaveCount(0);
  });
}

test('HTML that never ends its work can be put away', async ({ page, playground }) => {
  await playground.open({
    code: showing({
      'text/html': '<p>busy</p><script>setTimeout(() => { for (;;); }, 200)</script>',
    }),
  });
  await playground.runToEnd();
  await page.waitForTimeout(800);
  await playground.output.getByRole('button', { name: 'Text' }).click({ timeout: 5000 });
  await expect(playground.output.locator('iframe')).toHaveCount(0);
  await expect(playground.output.getByText('<p>busy</p>')).toBeVisible();
});

test('SVG, Markdown, LaTeX and charts load nothing, run nothing and lead nowhere', async ({
  page,
  context,
  playground,
  outside,
}) => {
  const { url } = outside;
  const script = `fetch('${url}/ran'); window.ran = true`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="50" height="50" onload="${script}">
<script>${script}</script><image href="${url}/image" width="9" height="9"/><use xlink:href="${url}/use#x"/>
<style>@import url(${url}/css); rect { fill: url(${url}/fill) }</style><rect width="40" height="40"/>
<foreignObject width="9" height="9"><iframe xmlns="http://www.w3.org/1999/xhtml" src="${url}/frame"></iframe></foreignObject></svg>`;
  const markdown = [
    '# Harmless',
    `<script>${script}</script><img src=x onerror="${script}"><iframe src="${url}/i"></iframe>`,
    `![picture](${url}/picture) ![inline](data:text/html,x) ![svg](data:image/svg+xml;base64,PHN2Zy8+)`,
    `[js](javascript:${encodeURIComponent(script)}) [data](data:text/html,x) [JS](JaVaScRiPt:alert(1)) [file](/api/session)`,
    `<javascript:alert(1)> [ref][x]\n\n[x]: javascript:alert(1)`,
  ].join('\n\n');
  const latex = [
    `$\\href{javascript:alert(1)}{h} \\url{${url}} \\includegraphics{${url}/graphics}$`,
    `$\\htmlStyle{background:url(${url}/style)}{s} \\htmlData{a=b}{d} \\class{x}{c}$`,
  ];
  const bomb = '$\\def\\a#1{#1#1#1#1#1#1#1#1}\\a{\\a{\\a{\\a{\\a{x}}}}}$';
  const chart = {
    ...VEGA_LITE,
    title: 'Hostile',
    usermeta: {
      embedOptions: { loader: { http: {} }, sourceHeader: `<script>${script}</script>` },
    },
    params: [{ name: 'p', value: 1, bind: { input: 'text', element: '#editor' } }],
    encoding: { ...VEGA_LITE.encoding, href: { value: 'javascript:window.ran=true' } },
  };
  const vega = {
    $schema: 'https://vega.github.io/schema/vega/v5.json',
    title: 'Hostile too',
    width: 100,
    height: 50,
    config: { events: { selector: true, window: true, bind: 'any', globalCursor: true } },
    signals: [
      { name: 'keys', value: 0, on: [{ events: 'body:keydown', update: 'keys + 1' }] },
      { name: 'more', value: 0, on: [{ events: 'window:keydown', update: 'more + 1' }] },
      { name: 'code', update: "toString.constructor('window.ran = true')()" },
    ],
    marks: [
      {
        type: 'image',
        encode: {
          enter: { url: { value: `${url}/mark` }, width: { value: 9 }, height: { value: 9 } },
        },
      },
      {
        type: 'text',
        encode: {
          enter: {
            text: { signal: "'keys ' + keys + ' ' + more" },
            x: { value: 5 },
            y: { value: 20 },
          },
          update: { text: { signal: "'keys ' + keys + ' ' + more" } },
        },
      },
    ],
  };
  await page.setViewportSize({ width: 1440, height: 1800 });
  await playground.open({
    code:
      showing({ 'image/svg+xml': svg, 'text/plain': 'drawing' }) +
      showing({ 'text/markdown': markdown }) +
      latex.map((source) => showing({ 'text/latex': source })).join('') +
      showing({ 'text/latex': bomb }) +
      showing({ 'application/vnd.vegalite.v5+json': chart }) +
      showing({ 'application/vnd.vega.v5+json': vega, 'text/plain': 'vega text' }),
  });
  await playground.runToEnd();
  const { output } = playground;
  await expect(output.getByRole('img', { name: 'drawing' })).toBeVisible();
  await expect(output.getByRole('heading', { name: 'Harmless' })).toBeVisible();
  await expect(output.getByText('[image: picture]')).toBeVisible();
  for (const name of ['js', 'data', 'JS', 'file', 'ref']) {
    await expect(output.getByRole('link', { name, exact: true })).toHaveCount(0);
  }
  await expect(output.locator('[href^="javascript" i], [style*="url("]')).toHaveCount(0);
  await expect(
    output.getByText(/^This LaTeX could not be typeset: Too many expansions/),
  ).toBeVisible();

  const bars = output.getByRole('figure', { name: 'Hostile', exact: true });
  await bars.locator('.mark-rect path').first().click();
  await expect(bars.locator('[href], a')).toHaveCount(0);
  await expect(page.locator('#editor .vega-bindings, #editor input[name="p"]')).toHaveCount(0);
  await page.keyboard.press('a');
  await page.waitForTimeout(500);
  await expect(output.getByText(/keys [1-9]/)).toHaveCount(0);

  expect(await page.evaluate(() => 'ran' in window)).toBe(false);
  expect(context.pages()).toHaveLength(1);
  await expect(output.locator('script')).toHaveCount(0);
});

test('a picture whose bytes are none is not shown as one', async ({ playground }) => {
  await playground.open({
    code:
      showing({ 'image/png': 'PHN2Zz48L3N2Zz4=', 'text/plain': 'not a png' }) +
      showing({ 'image/jpeg': 'iVBORw0KGgoAAAAN', 'text/plain': 'not a jpeg' }),
  });
  await playground.runToEnd();
  await expect(playground.output.getByText('not a png')).toBeVisible();
  await expect(playground.output.getByText('not a jpeg')).toBeVisible();
  await expect(playground.output.getByRole('img')).toHaveCount(0);
});
