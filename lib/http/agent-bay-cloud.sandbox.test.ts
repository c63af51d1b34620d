/** The published example on the cloud engine, chosen by its settings alone: over TLS to another Runbay's gateway. */
import { randomUUID } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { AgentBay } from '@/lib/agentbay/agent-bay';
import { disposeEngines, engine } from '@/lib/agentbay/engines';
import { localEngine } from '@/lib/agentbay/engines/testing';
import type { GatewayHost } from '@/lib/agentbay/gateway/gateway';
import { type TlsFront, tlsFront } from '@/lib/agentbay/gateway/testing/tls-front';
import { PRINTED, publishedExample } from '@/lib/agentbay/published-example';
import { type GatewayServer, gatewayServer } from './gateway-server';

const KEY = 'key-of-the-front-machine';
const certificate = join(tmpdir(), `runbay-test-${randomUUID()}.pem`);
const local = localEngine();

const host: GatewayHost = {
  createSession: () => local.createSession('python'),
  run: ({ session, owner: _, ...program }) => {
    const given = { context: 'continue', stdin: '', ...program } as const;
    const run = session.start({ runId: randomUUID(), ...given });
    return { events: () => run, stop: () => run.stop(), finished: run.finished };
  },
  onError: (error) => expect.unreachable(String(error)),
};

let back: GatewayServer;
let front: TlsFront;

beforeAll(async () => {
  back = await gatewayServer(host, { keys: [KEY] });
  front = await tlsFront(back.url);
  writeFileSync(certificate, front.cert);
  Object.assign(process.env, {
    ...{ AGENTBAY_API_KEY: KEY, AGENTBAY_ENDPOINT: front.endpoint },
    ...{ AGENTBAY_CA_FILE: certificate, RUNBAY_LOG: 'silent' },
  });
}, 60_000);
afterAll(async () => {
  await disposeEngines();
  await front.close();
  await back.close();
  await local.dispose();
  rmSync(certificate);
});

test('runs with only its import changed', async () => {
  expect(engine().name).toBe('cloud');
  expect(await publishedExample(KEY)).toEqual(PRINTED);
});

test('calls of one session share their context, and after delete there is none', async () => {
  const { session } = await new AgentBay().create();
  await session?.code.runCode('x = 6', 'python');
  expect(await session?.code.runCode('x * 7', 'python')).toMatchObject({
    ...{ success: true, result: '42', executionCount: 2 },
  });
  expect(await session?.delete()).toMatchObject({ success: true });
  expect(await session?.code.runCode('1', 'python')).toMatchObject({
    success: false,
    errorMessage: 'The session has ended; start a new one.',
  });
});

test('a key that is not accepted is told in words, without it', async () => {
  const wrong = 'key-of-a-stranger-0000';
  const { success, errorMessage } = await new AgentBay({ apiKey: wrong }).create();
  expect(success).toBe(false);
  expect(errorMessage).toMatch(/^AgentBay refused CreateMcpSession: \[InvalidApiKey\]/);
  expect(errorMessage).not.toContain(wrong);
});
