/** Two servers: a front machine whose engine is the cloud, and the gateway of a back machine that runs its programs. */
import type { Page } from '@playwright/test';
import { shareDemo } from './demo-page';
import { expect, test } from './fixtures';
import { endServers, serve } from './own-server';
import { PlaygroundPage } from './playground-page';

const KEY = 'akm-e2e-7f3a90c1d2e4';

let back: Awaited<ReturnType<typeof serve>>;
let front: Awaited<ReturnType<typeof serve>>;

test.beforeAll(async () => {
  back = await serve({ RUNBAY_GATEWAY_KEYS: KEY });
  front = await serve({
    ...{ AGENTBAY_API_KEY: KEY, AGENTBAY_ENDPOINT: back.url, RUNBAY_LOG: 'debug' },
    RUNBAY_SECRET: 'a-secret-of-the-e2e-tests',
  });
});
test.afterAll(endServers);

/** Everything that the front machine sends to this page. */
function received(page: Page): { bodies: Promise<string>[] } {
  const bodies: Promise<string>[] = [];
  page.on('response', (response) => {
    const headers = JSON.stringify(response.headers());
    bodies.push(
      response.body().then(
        (body) => `${headers}\n${body}`,
        () => headers,
      ),
    );
  });
  return { bodies };
}

test('the page runs programs at AgentBay, says what is different, and nobody sees the key', async ({
  page,
  allowProblem,
}) => {
  allowProblem(new RegExp(`request to another host: ${front.url}`));
  const { bodies } = received(page);
  const playground = new PlaygroundPage(page);
  await test.step('output comes at the end', async () => {
    await page.goto(front.url);
    await expect(playground.console).toContainText('when it has ended');
    await expect(page.getByText('AgentBay cloud')).toBeVisible();
    await playground.run.click();
    await expect(playground.output).toContainText('Your turn: change something.');
    await expect(playground.status).toContainText('Finished');
  });
  await test.step('a cell goes on with its variables', async () => {
    await playground.prompt.fill('6 * 7');
    await playground.prompt.press('Enter');
    await expect(playground.output).toContainText('42');
    await expect(page.getByRole('button', { name: 'Complete' })).toHaveCount(0);
  });
  await test.step('input is asked for before the program runs', async () => {
    await playground.prompt.fill('print("Hi", input())');
    await playground.prompt.press('Enter');
    await expect(playground.output).toContainText('input first, then press End input');
    await playground.input.fill('Ada');
    await playground.input.press('Enter');
    await page.getByRole('button', { name: 'End input' }).click();
    await expect(playground.input).toBeHidden();
    await expect(playground.output).toContainText('Hi Ada');
  });
  await test.step('what runs says that its output comes at the end, and can be stopped', async () => {
    await playground.prompt.fill('while True: pass');
    await playground.prompt.press('Shift+Enter');
    await playground.prompt.press('Enter');
    await expect(playground.status).toContainText('output comes at the end');
    await playground.stop.click();
    await expect(playground.status).toContainText('Stopped');
  });
  // The browser does not always keep the text of a stream, so one is asked for besides.
  const stream = await page.request.post(`${front.url}/api/run`, {
    headers: { Accept: 'text/event-stream', Origin: front.url },
    data: { language: 'python', code: 'import os; print(dict(os.environ))\n1/0' },
  });
  const all = [...(await Promise.all(bodies)), await stream.text()].join('\n');
  const log = front.said.stdout + front.said.stderr;
  // Not by `toContain`, which would print all of it.
  expect({
    hasRun: all.includes('event: done'),
    pageHasKey: all.includes(KEY),
    // AgentBay's names for sessions stay here too.
    pageHasSession: /session-[0-9a-f]{32}/.test(all),
    hasLogged: log.includes('"action":"CallMcpTool"'),
    logHasKey: log.includes(KEY),
  }).toEqual({
    ...{ hasRun: true, pageHasKey: false, pageHasSession: false },
    ...{ hasLogged: true, logHasKey: false },
  });
  await test.step('a demo offers nothing that cannot be recorded', async () => {
    const { made } = await shareDemo(front.url, { markdown: '# D\n\n~~~python run\n1\n~~~\n' });
    await page.goto(front.url + made.url);
    const block = page.getByRole('group', { name: /^Block 1:/ });
    await expect(block.getByRole('button', { name: 'Run', exact: true })).toBeVisible();
    await expect(block.getByRole('button', { name: 'Step through' })).toHaveCount(0);
  });
});

test('the API runs on the cloud, tells what it can, and counts its calls', async ({ request }) => {
  const languages = await (await request.get(`${front.url}/api/languages`)).json();
  expect(languages).toMatchObject({
    engine: 'cloud',
    capabilities: { liveOutput: false, liveInput: false, checks: false },
  });
  const run = await request.post(`${front.url}/api/run`, {
    data: { language: 'python', code: 'print("out")\n1/0', timeoutS: 5 },
  });
  expect(await run.json()).toMatchObject({
    ...{ engine: 'cloud', success: false, logs: { stdout: ['out\n'] } },
    error: { name: 'ZeroDivisionError', line: 2 },
    exit: { reason: 'exited', code: 1 },
  });
  const ready = await (await request.get(`${front.url}/api/ready`)).json();
  expect(ready).toMatchObject({ status: 'ready', engine: 'cloud', mode: 'remote' });
  const called = ready.calls.map(({ action }: { action: string }) => action);
  expect(called).toEqual(expect.arrayContaining(['CreateMcpSession', 'CallMcpTool']));
});

test('a back machine that dies in the middle of a run is told in words, and so is its absence', async ({
  page,
  allowProblem,
}) => {
  allowProblem(new RegExp(`request to another host: ${front.url}`));
  allowProblem(/the server responded with a status of 50[23]/);
  const playground = new PlaygroundPage(page);
  await page.goto(front.url);
  await playground.run.click();
  await expect(playground.status).toContainText('Finished');
  await playground.prompt.fill('import time; time.sleep(8)');
  await playground.prompt.press('Enter');
  await expect(playground.status).toContainText('output comes at the end');
  back.child.kill('SIGKILL');
  await expect(playground.output).toContainText(
    'AgentBay closed the connection before its answer to CallMcpTool was complete',
  );
  await expect(playground.status).toContainText('Broken off');
  await playground.run.click();
  await expect(playground.output).toContainText(
    /AgentBay (cannot be reached|has not answered lately)/,
  );
  // What was found out a moment before counts for five seconds.
  const ready = async () => (await page.request.get(`${front.url}/api/ready`)).status();
  await expect.poll(ready).toBe(503);
});
