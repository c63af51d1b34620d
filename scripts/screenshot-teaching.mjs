// What each picture of docs/teaching.md shows. Demos and rooms are made through the API of the server at hand.
// @ts-check
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {import('./screenshot-states.mjs').State} State */

const DEMO = `# Loops

A computer is **never** bored: it does the same thing again and again, and each time a bit differently.

## Counting to three

Watch what \`n\` is each time.

\`\`\`python run
total = 0
for n in range(1, 4):
    total = total + n
    print("n is", n, "and the total", total)
print("Done:", total)
\`\`\`

\`\`\`text note
Let them **guess the last line** first. Then mark line 3: what would happen without it?

Who is done early: count backwards.
\`\`\`

## Your turn

Write a function that doubles a number.

\`\`\`python exercise=double
def double(n):
    return n + 2
\`\`\`

\`\`\`text cases=double
double(2) => 4
double(3) => 6
label: below zero
double(-1) => -2
\`\`\`

\`\`\`python solution=double held
def double(n):
    return n * 2
\`\`\`
`;

/** The projector of many classrooms. */
const PROJECTOR = { width: 1024, height: 768 };

/** @type {State[]} */
export const TEACHING = [
  {
    name: 'teach-write',
    storage: {},
    async act(page) {
      const { id, secret } = await demo(page);
      await page.goto(`/d/${id}/edit#edit=${secret}`);
      await page.getByText('Watch what').last().waitFor();
      await page.waitForTimeout(1500);
    },
  },
  {
    name: 'teach-exercise',
    storage: {},
    async act(page) {
      const { url } = await demo(page);
      await page.goto(url);
      await page.getByRole('button', { name: 'Check', exact: true }).click();
      await page.getByText('below zero').first().waitFor();
      await page.getByText('below zero').first().scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'teach-wall',
    storage: {},
    async act(page) {
      const room = await openRoom(page);
      const names = ['Ada', 'Boris', 'Chen', 'Dina', 'Emil', 'Fatma', 'Goran', 'Hana', 'Ivo'];
      for (const [at, nickname] of names.entries()) {
        const student = await joinAs(page, room, nickname);
        const fails = at % 3 === 1;
        const error = { name: 'NameError', message: "name 'totl' is not defined", line: 3 };
        await student.report({
          items: [
            {
              item: 'b1',
              state: fails ? 'error' : 'ok',
              isRunning: false,
              tries: 1 + at,
              ...(fails ? { error } : {}),
            },
            ...(at % 3 === 0
              ? [{ item: 'activity:double', state: 'passed', isRunning: false, tries: 2 }]
              : []),
          ],
          code: [{ item: 'b1', text: 'total = 0\nfor n in range(1, 4):\n    totl = total + n\n' }],
          hand: nickname === 'Hana',
        });
      }
      await page.goto(room.wallUrl);
      await page.getByRole('button', { name: /Boris/ }).click();
      const line = page.getByRole('button', { name: /^Line 3: / });
      await line.click();
      await page.getByLabel('Note on line 3').fill('Read this name letter by letter.');
      await page.keyboard.press('Enter');
      await page.getByRole('status').filter({ hasText: 'The note on line 3 is there.' }).waitFor();
    },
  },
  {
    name: 'teach-follow',
    storage: {},
    async act(page) {
      const room = await openRoom(page);
      const { send } = teacher(page, room);
      await page.goto(room.url);
      await page.getByRole('textbox').fill('Ada');
      await page.keyboard.press('Enter');
      await page.getByText('Counting to three').waitFor();
      await send({
        to: 'everybody',
        kind: 'follow',
        key: 'now',
        data: {
          block: 'b1',
          language: 'python',
          code: 'total = 0\nfor n in range(1, 4):\n    total = total + n\n    print("n is", n)\nprint("Done:", total)',
          phase: 'done',
          output: 'n is 1\nn is 2\nn is 3\nDone: 6\n',
          marked: { first: 3, last: 3 },
        },
      });
      await page.getByText('Live from the teacher').waitFor();
    },
  },
  {
    name: 'teach-present',
    storage: {},
    async act(page) {
      await page.setViewportSize(PROJECTOR);
      const { id } = await demo(page);
      await page.goto(`/present/d/${id}#2`);
      await page.getByText('2 / 3').waitFor();
      await page.keyboard.press('r');
      await page.getByText('Done: 6').waitFor();
      for (const key of ['j', 'j', 'j', 'J']) await page.keyboard.press(key);
    },
  },
  {
    name: 'teach-speaker',
    storage: {},
    async act(page) {
      await page.setViewportSize({ width: 1000, height: 640 });
      const { id, secret } = await demo(page);
      await page.evaluate(
        ([name, key]) => {
          const share = { id: name, title: '', language: 'markdown', secret: key, sharedAtMs: 1 };
          localStorage.setItem('runbay.shares', JSON.stringify({ version: 1, shares: [share] }));
        },
        [id, secret],
      );
      const stage = await page.context().newPage();
      await stage.goto(`/present/d/${id}#2`);
      await stage.getByText('2 / 3').waitFor();
      await page.goto(`/present/d/${id}?notes`);
      await page.getByText('guess the last line').waitFor();
      await page.getByLabel('Minutes planned').fill('45');
      await page.getByRole('button', { name: 'Start', exact: true }).click();
    },
  },
  {
    name: 'teach-lan',
    storage: {},
    async act(page) {
      await page.setViewportSize(PROJECTOR);
      const data = mkdtempSync(join(tmpdir(), 'runbay-screenshots-lan-'));
      const server = spawn(process.execPath, ['scripts/serve.mjs', '--lan'], {
        env: { ...process.env, PORT: '3000', RUNBAY_LOG: 'error', DATA_DIR: data },
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      const ended = once(server, 'exit');
      try {
        for await (const said of server.stdout) if (String(said).includes('ready')) break;
        await page.goto('http://127.0.0.1:3000/lan');
      } finally {
        server.kill('SIGTERM');
        await ended;
        rmSync(data, { recursive: true, force: true });
      }
    },
  },
];

/** @param {Page} page @param {string} path @param {unknown} body @param {string} [key] @returns {Promise<any>} */
async function post(page, path, body, key) {
  const { origin } = new URL(page.url());
  const response = await page.request.post(origin + path, {
    data: body,
    headers: { origin, ...(key === undefined ? {} : { authorization: `Bearer ${key}` }) },
  });
  const text = await response.text();
  if (!response.ok()) throw new Error(text);
  return text === '' ? undefined : JSON.parse(text);
}

/** @param {Page} page @returns {Promise<{id: string, url: string, editUrl: string, secret: string}>} */
function demo(page) {
  return post(page, '/api/snippets', { markdown: DEMO, title: 'Loops' });
}

/** @param {Page} page @returns {Promise<{code: string, secret: string, url: string, wallUrl: string}>} */
async function openRoom(page) {
  const { id } = await demo(page);
  return post(page, '/api/rooms', { demo: `d/${id}` });
}

/** @param {Page} page @param {{code: string, secret: string}} room */
function teacher(page, { code, secret }) {
  return {
    /** @param {unknown} message */
    send: (message) => post(page, `/api/rooms/${code}/messages`, message, secret),
  };
}

/** @param {Page} page @param {{code: string}} room @param {string} nickname */
async function joinAs(page, { code }, nickname) {
  const { token } = await post(page, `/api/rooms/${code}/people`, { nickname });
  return {
    /** @param {unknown} report */
    report: (report) => post(page, `/api/rooms/${code}/report`, report, token),
  };
}
