import { describe, expect, it } from 'vitest';
import type { Problem, RunEvent } from '../agentbay/contract';
import { CHINESE, ENGLISH } from '../messages/testing';
import { createApi } from './api';
import { localProblem, OFFLINE, ProblemError, problemOf } from './problem';
import { adviceFor, sentencesOfProblem, wordsOfProblem } from './problem-words';

const problem: Problem = {
  type: 'about:blank',
  title: 'Too many requests',
  status: 429,
  detail: 'Wait.',
  code: 'busy',
  requestId: 'r1',
  retryAfterS: 3,
};

/** A server that gives one answer, and what it was asked. */
const serverOf = (answer: () => Response | Promise<Response>) => {
  const asked: { url: string; init: RequestInit | undefined }[] = [];
  const api = createApi(async (url, init) => {
    asked.push({ url: String(url), init });
    return answer();
  });
  return { api, asked };
};

const stream = (...messages: [event: string, data: unknown][]) =>
  new Response(
    messages.map(([event, data]) => `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`).join(''),
    { headers: { 'Content-Type': 'text/event-stream' } },
  );

const request = { code: '1', language: 'python', timeoutS: 10, context: 'fresh' } as const;

const eventsOf = async (events: AsyncIterable<RunEvent>) => {
  const all: RunEvent[] = [];
  for await (const event of events) all.push(event);
  return all;
};

describe('the server as the page sees it', () => {
  it('runs a program and gives its events', async () => {
    const { api, asked } = serverOf(() =>
      stream(
        ['stdout', { type: 'stdout', text: 'hi' }],
        ['queued', { type: 'queued', position: 1 }],
      ),
    );
    expect(await eventsOf(api.run(request, new AbortController().signal))).toEqual([
      { type: 'stdout', text: 'hi' },
      { type: 'queued', position: 1 },
    ]);
    expect(asked[0]?.url).toBe('/api/run');
    expect(asked[0]?.init?.headers).toEqual({
      'Content-Type': 'application/json',
      Accept: 'text/event-stream',
    });
    expect(JSON.parse(String(asked[0]?.init?.body))).toEqual(request);
  });

  it('skips events that it does not know, and fails at an end that it cannot read', async () => {
    const newer = serverOf(() =>
      stream(['hologram', { type: 'hologram' }], ['stdout', { type: 'stdout' }]),
    );
    expect(await eventsOf(newer.api.run(request, new AbortController().signal))).toEqual([]);
    const broken = serverOf(() => stream(['done', { type: 'done' }]));
    await expect(eventsOf(broken.api.run(request, new AbortController().signal))).rejects.toThrow();
  });

  it('turns a problem in the stream or in place of it into an error', async () => {
    for (const answer of [
      () => stream(['problem', problem]),
      () => Response.json(problem, { status: 429 }),
    ]) {
      const { api } = serverOf(answer);
      const error = await eventsOf(api.run(request, new AbortController().signal)).catch((e) => e);
      expect(error).toBeInstanceOf(ProblemError);
      expect(problemOf(error)).toEqual(problem);
    }
  });

  it('says that it cannot be reached, and that an answer made no sense', async () => {
    const gone = serverOf(() => Promise.reject(new TypeError('Failed to fetch')));
    await expect(gone.api.session()).rejects.toMatchObject({ problem: OFFLINE });
    const proxy = serverOf(() => new Response('<h1>Bad gateway</h1>', { status: 502 }));
    await expect(proxy.api.session()).rejects.toMatchObject({ problem: { status: 502 } });
    const wrong = serverOf(() => Response.json({ engine: 'other' }));
    expect(problemOf(await wrong.api.session().catch((e) => e)).code).toBe('unreadable_answer');
  });

  it('sends input, its end, and a stop to the run they belong to', async () => {
    const { api, asked } = serverOf(() => new Response(null, { status: 204 }));
    await api.sendInput('a/b', 'Ada\n', false);
    await api.sendInput('a/b', '', true);
    await api.stop('a/b');
    expect(asked.map(({ url, init }) => [init?.method, url, init?.body])).toEqual([
      ['POST', '/api/runs/a%2Fb/input', '{"text":"Ada\\n"}'],
      ['POST', '/api/runs/a%2Fb/input', '{"text":"","end":true}'],
      ['DELETE', '/api/runs/a%2Fb', undefined],
    ]);
  });
});

describe('a problem in words', () => {
  it('tells how long to wait, and that nothing is lost', () => {
    expect(adviceFor(problem, ENGLISH)).toBe('Wait 3 seconds, then run again.');
    expect(adviceFor({ ...problem, retryAfterS: 1 }, ENGLISH)).toContain('1 second,');
    expect(adviceFor(OFFLINE, ENGLISH)).toContain('Your program is kept.');
    expect(adviceFor({ ...problem, code: 'internal' }, ENGLISH)).toContain('reference');
    expect(adviceFor(problem, CHINESE)).toBe('请等待 3 秒，然后重新运行。');
    expect(sentencesOfProblem(problem, ENGLISH)).toBe(
      `${problem.title}. ${problem.detail} Wait 3 seconds, then try again.`,
    );
    expect(sentencesOfProblem(problem, CHINESE)).toMatch(/^请求过多。.*请等待 3 秒，然后重试。$/);
    for (const code of ['gone', 'unauthorized', 'store_full', 'store_unavailable']) {
      const { [code]: advice } = ENGLISH.messages.errors.sharing as Record<string, string>;
      expect(sentencesOfProblem({ ...problem, code }, ENGLISH)).toContain(advice);
    }
  });

  it('is what the server says, where its code is not known in the language', () => {
    const { title, detail } = problem;
    expect(wordsOfProblem(problem, ENGLISH)).toEqual({ title, detail });
    expect(wordsOfProblem(problem, CHINESE).title).toBe('请求过多');
    const strange = { ...problem, code: 'toString' };
    expect(wordsOfProblem(strange, CHINESE)).toEqual({ title, detail });
    const tooLarge = { ...problem, code: 'too_large' };
    expect(wordsOfProblem(tooLarge, CHINESE)).toEqual({ title: '内容过大', detail });
  });

  it('names the status of an answer that gives no reason', () => {
    expect(wordsOfProblem(localProblem('http_error', 502), ENGLISH).detail).toContain('502');
  });
});
