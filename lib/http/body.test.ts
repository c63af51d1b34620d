import { describe, expect, test } from 'vitest';
import { readObject } from './body';

const FIELDS = ['code', 'language'] as const;
const LIMIT = 1024;

function post(body: BodyInit | null, type: string | null = 'application/json'): Request {
  const request = new Request('http://localhost/', {
    method: 'POST',
    body,
    duplex: 'half',
  } as RequestInit);
  request.headers.delete('content-type');
  if (type !== null) request.headers.set('content-type', type);
  return request;
}

const read = (request: Request) => readObject(request, LIMIT, FIELDS);
const bytes = (...values: number[]) => new Uint8Array(values);

describe('reading a JSON body', () => {
  test('gives the object', async () => {
    await expect(read(post('{"code":"print(1)"}'))).resolves.toEqual({ code: 'print(1)' });
  });

  test.each(['application/json; charset=utf-8', 'Application/JSON', ' application/json ;x=y'])(
    'accepts the content type %s',
    async (type) => {
      await expect(read(post('{}', type))).resolves.toEqual({});
    },
  );

  test.each([null, 'text/plain', 'application/jsonp', 'application/x-www-form-urlencoded', ''])(
    'refuses the content type %s',
    async (type) => {
      await expect(read(post('{}', type))).rejects.toMatchObject({
        code: 'unsupported_media_type',
      });
    },
  );

  test('refuses a field that is nested too deep to be written again, by its name', async () => {
    const nested = (levels: number) => `{"code":${'['.repeat(levels)}${']'.repeat(levels)}}`;
    const reading = (body: string) => readObject(post(body), 100_000, FIELDS);
    await expect(reading(nested(99))).resolves.toHaveProperty('code');
    for (const levels of [100, 40_000]) {
      await expect(reading(nested(levels))).rejects.toMatchObject({
        code: 'bad_request',
        message: 'code: expected JSON in at most 100 levels, got more.',
        field: 'code',
      });
    }
  });

  test('refuses what is declared too large without reading it', async () => {
    const request = post('{}');
    request.headers.set('content-length', '1025');
    await expect(read(request)).rejects.toMatchObject({ code: 'too_large' });
    expect(request.bodyUsed).toBe(false);
  });

  test('stops reading where the limit is passed, and cancels the rest', async () => {
    let sent = 0;
    let isCancelled = false;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 100;
        controller.enqueue(new Uint8Array(100).fill(0x20));
      },
      cancel() {
        isCancelled = true;
      },
    });
    await expect(read(post(endless))).rejects.toMatchObject({ code: 'too_large' });
    expect(isCancelled).toBe(true);
    expect(sent).toBeLessThan(2 * LIMIT);
  });

  test.each([
    ['an empty body', '', 'it is empty'],
    ['half an object', '{"code":', 'not valid JSON'],
    ['no JSON', 'code=1', 'not valid JSON'],
    ['a list', '[]', 'expected a JSON object, got []'],
    ['null', 'null', 'expected a JSON object, got null'],
    ['a string', '"x"', 'expected a JSON object, got "x"'],
  ])('refuses %s', async (_, body, words) => {
    await expect(read(post(body))).rejects.toMatchObject({
      code: 'bad_request',
      message: expect.stringContaining(words),
    });
  });

  test('a client that goes away amid its body has made a bad request, and we have not failed', async () => {
    const broken = new ReadableStream({
      start(controller) {
        controller.enqueue(Buffer.from('{"code":'));
        controller.error(new Error('aborted'));
      },
    });
    await expect(read(post(broken))).rejects.toMatchObject({ code: 'bad_request' });
  });

  test('refuses a request without a body', async () => {
    await expect(read(post(null))).rejects.toThrow('it is empty');
  });

  test('refuses bytes that are no UTF-8', async () => {
    const body = bytes(0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d);
    await expect(read(post(body))).rejects.toThrow('The body is not valid UTF-8.');
  });

  test('reads a character that lies on the border of two chunks', async () => {
    const encoded = new TextEncoder().encode('{"code":"\u{1F600}"}');
    const pieces = [encoded.slice(0, 11), encoded.slice(11)];
    const body = new ReadableStream({
      pull(controller) {
        const piece = pieces.shift();
        if (piece === undefined) controller.close();
        else controller.enqueue(piece);
      },
    });
    await expect(read(post(body))).resolves.toEqual({ code: '\u{1F600}' });
  });

  test.each(['lang', '__proto__', 'constructor', 'toString', ''])(
    'refuses the unknown field %j and names the known ones',
    async (field) => {
      await expect(read(post(`{${JSON.stringify(field)}: {"a": 1}}`))).rejects.toMatchObject({
        code: 'bad_request',
        field,
        message: `Unknown field ${JSON.stringify(field)}. Known: code, language.`,
      });
    },
  );

  test('refuses half of a surrogate pair in any field, and names it', async () => {
    await expect(read(post('{"language":"\\ud800"}'))).rejects.toMatchObject({
      code: 'bad_request',
      field: 'language',
    });
  });
});
