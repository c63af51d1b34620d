import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { strToU8, zipSync } from 'fflate';
import { expect, test } from './fixtures';
import { ProgramsPage } from './programs-page';

let programs: ProgramsPage;

test.beforeEach(async ({ page }) => {
  programs = new ProgramsPage(page);
});

test('source files are dropped on the page and become the program; the old one is a draft', async () => {
  await programs.open({ code: 'mine = 1\n' });
  await programs.dropAsProgram([
    { name: 'tool.py', content: 'def two(): return 2\n' },
    { name: 'main.py', content: 'from tool import two\nprint("it is", two())\n' },
    { name: 'noise.bin', content: Buffer.from([0, 1, 2, 3]) },
  ]);
  await expect(programs.notice).toContainText('“tool.py” is open.');
  await expect(programs.notice).toContainText('so in the session: noise.bin.');
  await programs.runToEnd();
  await expect(programs.output).toContainText('it is 2');
  await programs.notice.getByRole('button', { name: programs.words.opened.bringBack }).click();
  await expect(programs.code).toContainText('mine = 1');
  await expect(programs.tab('tool.py')).toHaveCount(0);
});

test('the language is that of the file', async () => {
  await programs.open();
  await programs.dropAsProgram([
    { name: 'app.mts', content: 'const a: number = 41;\nconsole.log(a + 1);\n' },
  ]);
  await expect(programs.language).toHaveValue('typescript');
  await programs.runToEnd();
  await expect(programs.output).toContainText('42');
});

test('a zip is opened, without names that lead elsewhere', async () => {
  const packed = zipSync({
    'game-main/main.py': strToU8('print(open("level.txt").read())\n'),
    'game-main/level.txt': strToU8('level one'),
    'game-main/../../evil.py': strToU8('evil'),
  });
  await programs.open();
  await programs.dropAsProgram([{ name: 'game.zip', content: Buffer.from(packed) }]);
  await expect(programs.notice).toContainText('Left out');
  await expect(programs.notice).toContainText('evil.py');
  await programs.runToEnd();
  await expect(programs.output).toContainText('level one');
});

test('a notebook is opened without its outputs, chosen from the device', async ({ page }) => {
  const notebook = {
    nbformat: 4,
    metadata: { language_info: { name: 'python' } },
    cells: [
      { cell_type: 'markdown', source: ['# Sums'] },
      { cell_type: 'code', source: ['%time\n', 'x = 20'], outputs: [{ output_type: 'stream' }] },
      { cell_type: 'code', source: 'print(x + 1)', outputs: [] },
    ],
  };
  await programs.open();
  await programs.openList();
  const choice = page.waitForEvent('filechooser');
  await programs.dialog.getByRole('button', { name: programs.words.make.file }).click();
  await (await choice).setFiles({
    name: 'sums.ipynb',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(notebook)),
  });
  await expect(programs.notice).toContainText('1 output of the notebook was left out.');
  await expect(programs.notice).toContainText('1 line is a command of the notebook');
  await programs.expectAccessible();
  await programs.runToEnd();
  await expect(programs.output).toContainText('21');
});

test('what is no program is told in a sentence, and nothing changes', async () => {
  const bomb = zipSync({ 'main.py': strToU8('\n'.repeat(40 * 1024 * 1024)) });
  const given: [string, string | Buffer, string][] = [
    ['photo.py', Buffer.from([0x89, 0x50, 0, 0, 1]), 'photo.py is no text, so it is no program.'],
    ['broken.zip', 'PK\u0003\u0004', programs.words.refusals.zip_damaged],
    ['bomb.zip', Buffer.from(bomb), 'This zip unfolds to more than 32 MiB.'],
    ['broken.ipynb', '{', programs.words.refusals.notebook_damaged],
    ['empty.py', '', programs.words.refusals.empty],
  ];
  await programs.open({ code: 'mine = 1\n' });
  for (const [name, content, said] of given) {
    await programs.dropAsProgram([{ name, content }]);
    await expect(programs.notice).toContainText(said);
  }
  await expect(programs.code).toContainText('mine = 1');
});

test.describe('from an address of the web', () => {
  let server: Server;
  let base: string;
  const asked: { url: string; cookie: string | undefined; referer: string | undefined }[] = [];

  test.beforeAll(async () => {
    server = createServer((request, response) => {
      const { url = '/', headers } = request;
      asked.push({ url, cookie: headers.cookie, referer: headers.referer });
      if (!url.startsWith('/closed')) response.setHeader('Access-Control-Allow-Origin', '*');
      if (url.startsWith('/gone')) response.statusCode = 404;
      if (url.startsWith('/page')) response.setHeader('Content-Type', 'text/html');
      if (url.startsWith('/large')) response.end('x'.repeat(5 * 1024 * 1024));
      else response.end(url.startsWith('/page') ? '<!doctype html><p>Hi' : 'print("from afar")\n');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });

  test.afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  test('a link names the host and asks before anything is fetched', async ({
    page,
    allowProblem,
  }) => {
    allowProblem(/request to another host/);
    await programs.open({ code: 'mine = 1\n' });
    await page.goto(`/#url=${encodeURIComponent(`${base}/far.py`)}`);
    const dialog = page.getByRole('dialog', { name: programs.words.address.titleByLink });
    await expect(dialog).toContainText(`It comes from ${new URL(base).host}.`);
    await programs.expectAccessible();
    expect(asked).toEqual([]);
    expect(new URL(page.url()).hash).toBe('');
    await dialog.getByRole('button', { name: programs.words.address.cancel }).click();
    await expect(dialog).toHaveCount(0);
    expect(asked).toEqual([]);

    await page.goto(`/#url=${encodeURIComponent(`${base}/far.py`)}`);
    await dialog.getByRole('button', { name: /^Load it from/ }).click();
    await expect(programs.notice).toContainText('“far.py” is open.');
    expect(asked).toEqual([{ url: '/far.py', cookie: undefined, referer: undefined }]);
    await programs.runToEnd();
    await expect(programs.output).toContainText('from afar');
  });

  test('what cannot be had is told in a sentence', async ({ page, allowProblem }) => {
    allowProblem(/request to another host|CORS policy|Failed to load resource/);
    await programs.open();
    await page.keyboard.press('ControlOrMeta+o');
    await programs.dialog.getByRole('button', { name: programs.words.make.address }).click();
    const dialog = page.getByRole('dialog', { name: programs.words.address.title });
    const field = dialog.getByRole('textbox', { name: programs.words.address.label });
    const { refusals } = programs.words;
    const given = [
      ['no address', refusals.address],
      ['http://example.org/a.py', refusals.address_scheme],
      ['javascript:alert(1)', refusals.address_scheme],
      [`${base}/closed.py`, 'does not let other pages read the file (CORS)'],
      [`${base}/gone.py`, 'answers with 404'],
      [`${base}/page.py`, 'answers with a web page, not with code'],
      [`${base}/large.py`, 'At most 4 MiB'],
    ];
    for (const [address = '', said = ''] of given) {
      await field.fill(address);
      await page.keyboard.press('Enter');
      await expect(dialog.getByRole('alert')).toContainText(said);
    }
  });

  test('the frame that fetches can do nothing else', async ({ page }) => {
    const answer = await page.request.get('/fetch');
    const policy = answer.headers()['content-security-policy'] ?? '';
    expect(policy).toContain('sandbox allow-scripts;');
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('allow-same-origin');
    const own = (await page.request.get('/')).headers()['content-security-policy'];
    expect(own).toContain("connect-src 'self';");
  });
});
