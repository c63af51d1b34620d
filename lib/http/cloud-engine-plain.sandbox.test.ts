/** What the cloud engine does by itself where AgentBay has no words for it: real kernels behind the bare wire. */
import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { engine as localEngine } from '@/lib/agentbay/engines';
import { CloudEngine } from '@/lib/agentbay/engines/cloud/cloud-engine';
import { httpTransport, type Transport } from '@/lib/agentbay/engines/cloud/wire/transport';
import type { EngineSession } from '@/lib/agentbay/engines/engine';
import { printed, run } from '@/lib/agentbay/engines/testing';
import { parseConfig } from '@/lib/config';
import { gatewayHost } from '@/lib/sessions/gateway';
import { type GatewayServer, gatewayServer } from './gateway-server';

vi.hoisted(() => {
  process.env.RUNBAY_LOG = 'silent';
});

const KEY = 'key-of-the-front-machine';
const next = { context: 'continue' } as const;

let back: GatewayServer;
let engine: CloudEngine;
let session: EngineSession;

/** Says that it is AgentBay's SDK, so that the gateway speaks nothing but the wire as it was observed. */
function asSdk(send: Transport): Transport {
  return (call) => {
    const form = new URLSearchParams(call.body);
    if (form.has('SdkStats')) form.set('SdkStats', '{"source":"sdk"}');
    return send({ ...call, body: form.toString() });
  };
}

beforeAll(async () => {
  back = await gatewayServer(gatewayHost, { keys: [KEY] });
  const config = parseConfig({ AGENTBAY_API_KEY: KEY, AGENTBAY_ENDPOINT: back.url });
  if (config.agentBay === undefined) throw new Error('no key');
  engine = new CloudEngine(config, config.agentBay, asSdk(httpTransport()));
}, 60_000);
beforeEach(async () => {
  await session?.dispose();
  session = await engine.createSession();
});
afterAll(async () => {
  await engine.dispose();
  await back.close();
  await localEngine().dispose();
});

async function contentOf(path: string): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of (await session.files.open(path)).content) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function* chunks(...given: (string | Buffer)[]) {
  for (const chunk of given) yield Buffer.from(chunk);
}

test('a fresh run knows no variables and no temporary files, and finds the workspace', async () => {
  await run(
    session,
    'python',
    'x = 1\nimport os\nos.mkdir("d")\nopen("d/a.txt", "w").write("kept")\nopen("/tmp/t", "w")',
  );
  const answer = await run(
    session,
    'python',
    'import os\nprint(open("d/a.txt").read(), "x" in globals(), os.path.exists("/tmp/t"))',
  );
  expect(printed(answer)).toBe('kept False False\n');
  expect((await run(session, 'python', 'x', next)).error?.name).toBe('NameError');
});

test('a file of several pieces arrives, is read, and goes along', async () => {
  const bytes = randomBytes(1_700_000);
  await session.files.write('data.bin', chunks(bytes.subarray(0, 5), bytes.subarray(5)));
  expect((await session.files.list()).files).toEqual([
    { path: 'data.bin', sizeBytes: bytes.length, modifiedAtMs: expect.any(Number) },
  ]);
  expect((await contentOf('data.bin')).equals(bytes)).toBe(true);
  await run(session, 'javascript', '1');
  const look = 'import os\nprint(os.path.getsize("data.bin"))';
  expect(printed(await run(session, 'python', look))).toBe(`${bytes.length}\n`);
  expect((await contentOf('data.bin')).equals(bytes)).toBe(true);
});

test('sources come with the program, and go when they no longer come', async () => {
  const files = [{ path: 'pack/part.py', text: 'def f(x): return x * 2\n' }];
  const use = 'from pack.part import f\nprint(f(21))';
  expect(printed(await run(session, 'python', use, { files }))).toBe('42\n');
  expect(printed(await run(session, 'python', use, { files }))).toBe('42\n');
  const look = 'import os\nprint(os.path.exists("pack/part.py"))';
  expect(printed(await run(session, 'python', look, { files: [] }))).toBe('False\n');
});

test.each([
  [
    'python',
    'name = input("Name? ")\nprint("Hi", name)\ninput()',
    'Ann\n',
    'Name? Hi Ann\n',
    'EOFError',
  ],
  [
    'python',
    'import sys\nfor line in sys.stdin:\n    print(line.strip().upper())',
    'a\nb',
    'A\nB\n',
    undefined,
  ],
  ['python', 'import asyncio\nawait asyncio.sleep(0)\nprint(input())', 'ü\n', 'ü\n', undefined],
  [
    'javascript',
    'const rl = require("readline").createInterface({ input: process.stdin });\nrl.on("line", (l) => console.log("got", l)).on("close", () => console.log("end"))',
    'a\nb\n',
    'got a\ngot b\nend\n',
    undefined,
  ],
  [
    'javascript',
    'console.log(require("fs").readFileSync(0, "utf8").length)',
    'abc\n',
    '4\n',
    undefined,
  ],
  [
    'javascript',
    'import { createInterface } from "node:readline/promises";\nconst rl = createInterface({ input: process.stdin });\nconsole.log("Hi", await rl.question("")); rl.close()',
    'Ann\n',
    'Hi Ann\n',
    undefined,
  ],
] as const)(
  'input that was written before: %s %j',
  async (language, code, stdin, output, error) => {
    const answer = await run(session, language, code, { stdin });
    expect(answer.error?.name).toBe(error);
    expect(printed(answer)).toBe(output);
  },
);

test('a program with input has its result, its errors on their lines, and its variables for the next call', async () => {
  const answer = await run(session, 'python', 'n = int(input())\nn * 2', { stdin: '21\n' });
  expect(answer).toMatchObject({ result: '42', executionCount: 1 });
  expect((await run(session, 'python', 'n', next)).result).toBe('21');
  const failed = await run(session, 'python', 'n = input()\n\n1/0', { stdin: 'x\n' });
  expect(failed.error).toMatchObject({ name: 'ZeroDivisionError', line: 3 });
});

test('TypeScript runs without its types, on its own lines', async () => {
  const answer = await run(
    session,
    'typescript',
    'enum E { A = 6 }\nconst n: number = E.A * 7;\nn',
  );
  expect(answer.result).toBe('42');
  const failed = await run(
    session,
    'typescript',
    'let a: string = "x";\n\nlet b: any = null;\nb.c',
  );
  expect(failed.error).toMatchObject({ name: 'TypeError', line: 4 });
});

test('a program that broke Python for everybody is over with the next fresh run, which says what is lost', async () => {
  await run(
    session,
    'python',
    'import builtins\nopen("a.txt", "w")\nbuiltins.exec = None\nimport zlib\nzlib.decompress = None',
  );
  const answer = await run(session, 'python', 'print("fine")');
  expect(printed(answer)).toBe('fine\n');
  expect(answer.exit.sandboxLost).toBe(true);
});
