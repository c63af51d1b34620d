/** The recorded conversation of every action, read as this client reads its answers. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readEnvelope } from './envelope';
import { kindOf } from './failure';
import { readRunOutput } from './run-output';
import { readToolData } from './tool-answer';

interface Exchange {
  action: string;
  form: Record<string, string>;
  status: number;
  answer: { Code: string; RequestId: string };
}

const FOLDER = 'lib/agentbay/gateway/testing';
const exchanges = ['conversation.json', 'conversation-wrong-key.json'].flatMap(
  (name) => JSON.parse(readFileSync(`${FOLDER}/${name}`, 'utf8')) as Exchange[],
);

function outcomeOf({ action, status, answer }: Exchange): string {
  try {
    const { data, requestId } = readEnvelope(action, {
      status,
      headers: {},
      body: JSON.stringify(answer),
    });
    expect(requestId).toBe('<request id>');
    if (action !== 'CallMcpTool') return 'done';
    const { text, isError } = readToolData(data, requestId);
    const { failure } = readRunOutput(text, isError);
    return failure === '' ? 'ran' : `failed: ${failure.split('\n')[0]}`;
  } catch (error) {
    expect(String(error)).toContain('request id <request id>');
    return kindOf(error) ?? String(error);
  }
}

test('every answer is a clear result or a clear failure', () => {
  const outcomes = exchanges.map((one) => `${one.action} ${one.answer.Code}: ${outcomeOf(one)}`);
  expect(new Set(outcomes)).toMatchInlineSnapshot(`
    Set {
      "CreateMcpSession ok: done",
      "CreateMcpSession QuotaExceeded.Session: throttled",
      "CreateMcpSession InvalidImage.NotFound: refused",
      "CallMcpTool ok: ran",
      "CallMcpTool ok: failed: ValueError: no (line 2)",
      "CallMcpTool ok: failed: Unsupported language: "ruby". Supported languages are <names>.",
      "CallMcpTool InvalidMcpTool.NotFound: refused",
      "GetSession ok: done",
      "GetSessionDetail ok: done",
      "ListSession ok: done",
      "ListSession InvalidParameter.Labels: refused",
      "DeleteSessionAsync ok: done",
      "GetSession InvalidMcpSession.NotFound: session_gone",
      "CallMcpTool InvalidMcpSession.NotFound: session_gone",
      "DeleteSessionAsync InvalidMcpSession.NotFound: session_gone",
      "ListMcpTools InvalidAction.NotFound: refused",
      "CreateMcpSession InvalidApiKey: unauthorized",
    }
  `);
});

test('all six actions are in it, and each program’s parts are read', () => {
  const actions = new Set(exchanges.map(({ action }) => action));
  for (const action of [
    'CreateMcpSession',
    'CallMcpTool',
    'GetSession',
    'GetSessionDetail',
    'ListSession',
    'DeleteSessionAsync',
  ]) {
    expect(actions).toContain(action);
  }
  const first = exchanges.find(({ action, form }) => action === 'CallMcpTool' && form.Args);
  const { data } = readEnvelope('CallMcpTool', {
    ...{ status: 200, headers: {} },
    body: JSON.stringify(first?.answer),
  });
  expect(readRunOutput(readToolData(data, undefined).text, false)).toMatchObject({
    stdout: ['out\n'],
    stderr: ['err\n'],
    results: [{ text: '42', isMainResult: true }],
    failure: '',
  });
});
