/** Two machines: one has the pages, and AgentBay's protocol is how it has programs run on the other. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { SdkLikeClient } from '../lib/agentbay/gateway/testing/sdk-like-client';
import { type TlsFront, tlsFront } from '../lib/agentbay/gateway/testing/tls-front';
import { endServers, serve } from './own-server';
import { PlaygroundPage } from './playground-page';

const KEY = 'key-of-the-front-machine';
const BACK = { RUNBAY_GATEWAY_KEYS: KEY, RUNBAY_GATEWAY_CONCURRENT_RUNS: '1' };

let folder: string;
let door: TlsFront;

test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'runbay-two-machines-'));
});

test.afterEach(async () => {
  await endServers();
  await door.close();
  rmSync(folder, { recursive: true, force: true });
});

async function twoMachines() {
  const back = await serve(BACK);
  door = await tlsFront(back.url);
  const authority = join(folder, 'ca.pem');
  writeFileSync(authority, door.cert);
  const front = await serve({
    AGENTBAY_API_KEY: KEY,
    AGENTBAY_ENDPOINT: door.endpoint,
    AGENTBAY_CA_FILE: authority,
  });
  return { front, back };
}

test('the machine behind dies in the middle of a run: the page says so, and goes on with the next one', async ({
  browser,
}) => {
  test.slow();
  const { front, back } = await twoMachines();
  const context = await browser.newContext({ baseURL: front.url });
  const playground = new PlaygroundPage(await context.newPage());
  await playground.open({ code: 'print("from behind")\nx = 6 * 7\nx', timeoutS: 60 });
  await playground.run.click();
  await expect(playground.output).toContainText('from behind');
  await playground.prompt.fill('x + 1');
  await playground.prompt.press('Enter');
  await expect(playground.output).toContainText('43');

  await playground.type('import time\nprint("begun")\ntime.sleep(40)');
  await playground.run.click();
  await expect(playground.status).toContainText('Running');
  // That machine runs one program of this key at a time, so a refusal says that the page's has begun.
  const other = new SdkLikeClient({ endpoint: back.url, apiKey: KEY });
  const session = await other.create();
  const probe = async () => (await other.runCode(session, '1', 'python')).errorMessage;
  await expect.poll(probe).toMatch(/^\[Throttling\.User\]/);
  back.child.kill('SIGKILL');

  const failed = 'AgentBay closed the connection before its answer to CallMcpTool was complete';
  await expect(playground.console).toContainText(failed);
  await expect(playground.stop).toBeDisabled();

  await playground.run.click();
  // The door still stands, so it closes the connection until the front machine asks no more.
  const absent = /No engine can run this now|closed the connection before its answer to Create/;
  await expect(playground.console).toContainText(absent);

  door.target = (await serve(BACK)).url;
  await playground.type('print("from the next one")');
  // The front machine asks again some seconds after it has found nobody.
  await expect(async () => {
    await playground.run.click();
    await expect(playground.output).toContainText('from the next one', { timeout: 2000 });
  }).toPass({ timeout: 30_000 });
  await context.close();
});
