/**
 * The recorded conversation, field by field against what was observed of AgentBay's wire (docs/agentbay.md).
 * The tables below are written down from there, not from the gateway.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Exchange } from './testing/recorder';

const read = (name: string): Exchange[] =>
  JSON.parse(readFileSync(`${import.meta.dirname}/testing/${name}`, 'utf8'));

const CONVERSATION = read('conversation.json');

/** What each action sends, where, and the shape of its good answer's `Data`. */
const OBSERVED: Record<
  string,
  { form: string[]; optional?: string[]; query?: string[]; data: unknown }
> = {
  CreateMcpSession: {
    form: ['Authorization', 'ImageId', 'SdkStats'],
    optional: ['Labels'],
    data: { Success: true, SessionId: expect.any(String), ResourceUrl: expect.any(String) },
  },
  CallMcpTool: {
    form: ['Authorization', 'SessionId', 'Name', 'Args', 'AutoGenSession', 'Server'],
    data: { content: [{ type: 'text', text: expect.any(String) }], isError: expect.any(Boolean) },
  },
  GetSession: {
    form: ['Authorization', 'SessionId'],
    data: {
      SessionId: expect.any(String),
      Success: true,
      Status: expect.any(String),
      ResourceUrl: expect.any(String),
    },
  },
  GetSessionDetail: {
    form: ['Authorization'],
    query: ['SessionId'],
    data: { Status: expect.any(String) },
  },
  ListSession: {
    form: ['Authorization'],
    optional: ['Labels', 'MaxResults', 'NextToken', 'Status'],
    data: expect.any(Array),
  },
  DeleteSessionAsync: { form: ['Authorization', 'SessionId'], data: undefined },
};

const ENVELOPE = ['Code', 'HttpStatusCode', 'Message', 'RequestId', 'Success'];

const MIME_TYPES = [
  'text/plain',
  'text/html',
  'text/markdown',
  'image/png',
  'image/jpeg',
  'image/svg+xml',
  'text/latex',
  'application/json',
  'application/vnd.vegalite.v5+json',
];

const of = (action: string) => CONVERSATION.filter((exchange) => exchange.action === action);
const good = (action: string) => of(action).filter(({ answer }) => answer.Success);

describe.each(Object.entries(OBSERVED))(
  '%s',
  (action, { form, optional = [], query = [], data }) => {
    test('is asked as the SDK asks it', () => {
      for (const exchange of of(action)) {
        expect(Object.keys(exchange.form)).toEqual(expect.arrayContaining(form));
        expect([...form, ...optional]).toEqual(expect.arrayContaining(Object.keys(exchange.form)));
        expect(Object.keys(exchange.query)).toEqual(query);
        expect(exchange.form.Authorization).toBe('Bearer <key>');
      }
    });

    test('is answered with the observed fields and no others', () => {
      expect(good(action).length).toBeGreaterThan(0);
      const more = action === 'ListSession' ? ['MaxResults', 'NextToken', 'TotalCount'] : [];
      for (const { status, answer } of good(action)) {
        const { Data, ...rest } = answer;
        expect(status).toBe(200);
        expect(Object.keys(rest).sort()).toEqual([...ENVELOPE, ...more].sort());
        expect(rest).toMatchObject({
          RequestId: '<request id>',
          Success: true,
          HttpStatusCode: 200,
          Message: '',
        });
        expect(Data).toEqual(data);
      }
    });
  },
);

describe('run_code', () => {
  const texts = good('CallMcpTool').map(({ answer }) => {
    const { content, isError } = answer.Data as { content: [{ text: string }]; isError: boolean };
    return { text: content[0].text, isError };
  });
  const outputs = texts.filter(({ isError }) => !isError).map(({ text }) => JSON.parse(text));

  test('says in its text what the SDK reads, and nothing else', () => {
    expect(outputs).toHaveLength(4);
    for (const output of outputs) {
      expect(output).toEqual({
        stdout: expect.any(Array),
        stderr: expect.any(Array),
        result: expect.any(Array),
        executionError: expect.any(String),
        executionTime: expect.any(Number),
        executionCount: expect.any(Number),
      });
      for (const item of output.result) {
        expect(typeof item).toBe('string');
        for (const [type, value] of Object.entries(JSON.parse(item))) {
          if (type === 'isMainResult') expect(value).toBe(true);
          else expect(MIME_TYPES).toContain(type);
        }
      }
    }
  });

  test('has every kind of result', () => {
    const types = outputs.flatMap(({ result }) =>
      (result as string[]).flatMap((item) => Object.keys(JSON.parse(item))),
    );
    expect(types).toEqual(expect.arrayContaining(MIME_TYPES));
  });

  test('has an error where the program failed, and only there', () => {
    expect(outputs.map(({ executionError }) => executionError.split('\n')[0])).toEqual([
      '',
      '',
      '',
      'ValueError: no (line 2)',
    ]);
  });

  test('marks a plain sentence as an error', () => {
    const [said, ...others] = texts.filter(({ isError }) => isError);
    expect(said?.text).toMatch(/^Unsupported language: .*ruby.*\. Supported languages are /);
    expect(others).toEqual([]);
  });
});

test('a session that does not exist is HTTP 400 with its code, whatever is asked of it', () => {
  const gone = CONVERSATION.filter(({ answer }) => answer.Code === 'InvalidMcpSession.NotFound');
  expect(gone.map(({ action }) => action).sort()).toEqual(
    ['CallMcpTool', 'DeleteSessionAsync', 'GetSession'].sort(),
  );
  for (const { status, answer } of gone) {
    expect({ status, told: answer.HttpStatusCode, Success: answer.Success }).toEqual({
      ...{ status: 400, told: 400, Success: false },
    });
  }
});

test('every refusal has a code and a message, which the SDK shows as [Code] Message', () => {
  const refusals = [...CONVERSATION, ...read('conversation-wrong-key.json')].filter(
    ({ answer }) => !answer.Success,
  );
  expect(refusals.length).toBeGreaterThan(6);
  for (const { action, answer } of refusals) {
    const { Data, ...rest } = answer;
    expect(rest).toEqual({
      RequestId: '<request id>',
      Success: false,
      Code: expect.stringMatching(/^[A-Z]\w+(\.\w+)?$/),
      Message: expect.stringMatching(/\.$/),
      HttpStatusCode: expect.any(Number),
    });
    // Without Data the SDK does not look any further at a tool's answer.
    expect(Data !== undefined).toBe(action === 'CallMcpTool');
  }
});

test('after the delete the session is FINISH, which ends the polling of the SDK', () => {
  const at = CONVERSATION.findIndex(({ action }) => action === 'DeleteSessionAsync');
  const next = CONVERSATION.slice(at).find(({ action }) => action === 'GetSessionDetail');
  expect(next?.answer.Data).toEqual({ Status: 'FINISH' });
});

test('a list goes on where its token says, and ends with an empty one', () => {
  const [first, second] = good('ListSession').map(({ answer }) => answer);
  expect(first).toMatchObject({
    Data: [{ SessionId: '<session 1>', SessionStatus: 'RUNNING' }],
    MaxResults: 1,
    NextToken: '<token>',
    TotalCount: 2,
  });
  expect(second).toMatchObject({
    Data: [{ SessionId: '<session 2>', SessionStatus: 'RUNNING' }],
    NextToken: '',
    TotalCount: 2,
  });
});
