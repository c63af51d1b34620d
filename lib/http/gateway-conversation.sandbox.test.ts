/**
 * Every action once more, written down. `conversation.json` is that record: this test finds each change of
 * it, and `conversation.test.ts` compares it with what was observed of AgentBay.
 */
import { afterAll, expect, test, vi } from 'vitest';
import { engine } from '@/lib/agentbay/engines';
import { Recorder } from '@/lib/agentbay/gateway/testing/recorder';
import { SdkLikeClient } from '@/lib/agentbay/gateway/testing/sdk-like-client';
import { gatewayHost } from '@/lib/sessions/gateway';
import { gatewayServer } from './gateway-server';

vi.hoisted(() => {
  process.env.RUNBAY_LOG = 'silent';
});

const KEY = 'key-of-the-first-client';
const FOLDER = '../agentbay/gateway/testing';

afterAll(() => engine().dispose());

test('the conversation of every action is as it was recorded', async () => {
  const server = await gatewayServer(gatewayHost, { keys: [KEY], sessionsPerKey: 2 });
  const recorder = new Recorder(new SdkLikeClient({ endpoint: server.url, apiKey: KEY }));
  const create = (fields: Record<string, string> = {}) =>
    recorder.send('CreateMcpSession', {
      ImageId: 'code_latest',
      SdkStats: '{"source":"sdk","sdk_language":"typescript","sdk_version":"0.15.1"}',
      ...fields,
    });
  const created = await create({ Labels: '{"project":"demo"}' });
  const { SessionId } = created.Data as { SessionId: string };
  const other = (await create()).Data as { SessionId: string };
  await create();
  await create({ ImageId: 'linux_latest' });

  const call = (Name: string, args: object) =>
    recorder.send('CallMcpTool', {
      ...{ SessionId, Name, Args: JSON.stringify(args), AutoGenSession: 'false', Server: '' },
    });
  const run = (code: string, language = 'python') =>
    call('run_code', { code, language, timeout_s: 60 });
  await run('import sys\nprint("out")\nprint("err", file=sys.stderr)\nx = 42\nx');
  await run('console.log(6 * 7)', 'javascript');
  await run(
    'from IPython.display import display, HTML, Markdown, SVG, Latex, JSON, Image\ndisplay(HTML("<b>h</b>"), Markdown("*m*"), SVG("<svg/>"), Latex("$l$"), JSON([1]))\nclass All:\n    def __repr__(self): return "all"\n    def _repr_png_(self): return b"\\x89PNG"\n    def _repr_jpeg_(self): return b"\\xff\\xd8"\n    def _repr_mimebundle_(self, include=None, exclude=None):\n        return {"application/vnd.vegalite.v5+json": {"mark": "bar"}}\nAll()',
  );
  await run('print("before")\nraise ValueError("no")');
  await run('puts 1', 'ruby');
  await call('shell', { command: 'ls' });

  await recorder.send('GetSession', { SessionId });
  await recorder.send('GetSessionDetail', {}, { SessionId });
  const page = await recorder.send('ListSession', { Labels: '{}', MaxResults: '1' });
  const { NextToken = '' } = page;
  await recorder.send('ListSession', { Labels: '{}', MaxResults: '1', NextToken });
  await recorder.send('ListSession', { Labels: '{"project":"demo"}', MaxResults: '10' });
  await recorder.send('ListSession', { Labels: '[]' });

  await recorder.send('DeleteSessionAsync', { SessionId });
  const detail = () =>
    new SdkLikeClient({ endpoint: server.url, apiKey: KEY }).send(
      'GetSessionDetail',
      {},
      { query: { SessionId } },
    );
  await expect.poll(async () => (await detail()).body.Data).toEqual({ Status: 'FINISH' });
  await recorder.send('GetSessionDetail', {}, { SessionId });
  await recorder.send('GetSession', { SessionId });
  await run('1');
  await recorder.send('DeleteSessionAsync', { SessionId: 'session-of-nobody' });
  await recorder.send('DeleteSessionAsync', { SessionId: other.SessionId });
  await recorder.send('ListMcpTools', { ImageId: 'code_latest' });
  await server.close();

  const record = `${JSON.stringify(recorder.exchanges, null, 2)}\n`;
  expect(record).not.toContain(KEY);
  await expect(record).toMatchFileSnapshot(`${FOLDER}/conversation.json`);
});

test('a wrong key is answered as it was recorded', async () => {
  const server = await gatewayServer(gatewayHost, { keys: [KEY] });
  const stranger = new SdkLikeClient({ endpoint: server.url, apiKey: 'key-of-nobody-at-all' });
  const recorder = new Recorder(stranger);
  await recorder.send('CreateMcpSession', { ImageId: 'code_latest' });
  await server.close();
  const record = `${JSON.stringify(recorder.exchanges, null, 2)}\n`;
  await expect(record).toMatchFileSnapshot(`${FOLDER}/conversation-wrong-key.json`);
});
