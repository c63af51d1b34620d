import { beforeEach, describe, expect, it } from 'vitest';
import type { RunEvent } from '../agentbay/contract';
import type { RunbayApi, RunRequest } from '../client/api';
import { ENGLISH } from '../messages/testing';
import { DONE, START } from '../store/playground-double';
import { createPlaygroundStore } from '../store/playground-store';
import { createDemoStore, type DemoStore, isDemoBusy, newPageSandbox } from './demo-store';
import { readDocument } from './document';

const MARKDOWN = `
~~~py setup
secret = 1
~~~
~~~py run
one
~~~
~~~csv file=a.csv
1,2
~~~
~~~py run timeout=3
two
~~~
~~~text input
Ada
~~~
~~~py run fresh
three
~~~
~~~js run
script
~~~
`;

/** A server whose contexts count what they have run. `say` decides what a program does. */
class ServerDouble {
  requests: RunRequest[] = [];
  counts: Record<string, number> = {};
  state: 'ready' | 'none' = 'ready';
  calls: string[] = [];
  say: (code: string) => RunEvent[] = () => [];
  /** Where set, a run waits for it before its end. */
  gate: Promise<void> | undefined;

  api = {
    session: async () => {
      this.calls.push('session');
      return { engine: 'local', state: this.state, idleTimeoutS: 600 };
    },
    resetSession: async (sandbox) => {
      this.calls.push(`reset ${sandbox}`);
      this.counts = {};
    },
    languages: () => Promise.reject(new Error('not asked for')),
    run: (request, signal) => this.run(request, signal),
    stop: async () => {
      this.calls.push('stop');
      this.stopped();
    },
    sendInput: async () => {},
  } as Partial<RunbayApi> as RunbayApi;

  isDown = false;
  stopped = () => {};

  async *run(request: RunRequest, _signal: AbortSignal): AsyncGenerator<RunEvent> {
    this.requests.push(request);
    if (this.isDown) throw new Error('offline');
    yield { ...START, language: request.language } as RunEvent;
    const events = this.say(request.code);
    yield* events;
    if (this.gate) {
      const stop = new Promise<'stop'>((resolve) => {
        this.stopped = () => resolve('stop');
      });
      if ((await Promise.race([this.gate, stop])) === 'stop') {
        yield { ...DONE, success: false, exit: { reason: 'stopped' }, executionCount: 9 };
        return;
      }
    }
    const { language, context } = request;
    const count = context === 'fresh' ? 1 : (this.counts[language] ?? 0) + 1;
    this.counts[language] = count;
    const success = !events.some(({ type }) => type === 'error');
    yield { ...DONE, success, executionCount: count };
  }

  /** What was run, in order, with a mark where its context was a new one. */
  get order() {
    return this.requests.map(({ code, context }) => (context === 'fresh' ? `${code}*` : code));
  }
}

let server: ServerDouble;
let store: DemoStore;
let nowMs: number;

function open(markdown: string): DemoStore {
  const parts = readDocument(markdown).parts.filter((part) => part.kind === 'code');
  return createDemoStore(parts, {
    api: server.api,
    sandbox: 'page:0123456789abcdef',
    now: () => nowMs,
    loadCreateStore: async () => (api) =>
      createPlaygroundStore({
        api,
        storage: undefined,
        kept: undefined,
        now: () => nowMs,
        onNextFrame: (callback) => callback(),
        texts: () => ENGLISH,
      }),
  });
}

beforeEach(() => {
  nowMs = 0;
  server = new ServerDouble();
  store = open(MARKDOWN);
});

const block = (id: string) => store.getState().blocks[id];
const phases = () =>
  Object.fromEntries(Object.entries(store.getState().blocks).map(([id, { phase }]) => [id, phase]));

describe('a page that runs', () => {
  it('runs a block in the page’s sandbox after what it needs, each once', async () => {
    await store.getState().run('b2');
    expect(server.order).toEqual(['secret = 1*', 'one', 'two']);
    expect(server.requests[2]).toMatchObject({
      language: 'python',
      sandbox: 'page:0123456789abcdef',
      timeoutS: 3,
      files: [{ path: 'a.csv', text: '1,2\n' }],
    });
    expect(server.requests[0]).not.toHaveProperty('files');
    await store.getState().run('b2');
    await store.getState().run('b1');
    expect(server.order.slice(3)).toEqual(['two', 'one']);
    // It has not been changed by us since; programs may have.
    expect(server.requests[3]).not.toHaveProperty('files');
    expect(phases()).toEqual({ s1: 'done', b1: 'done', b2: 'done', b3: 'idle', b4: 'idle' });
  });

  it('begins anew where a block is fresh, and where another stretch of the page had its turn', async () => {
    await store.getState().run('b2');
    await store.getState().run('b3');
    await store.getState().run('b1');
    expect(server.order.slice(3)).toEqual(['three*', 'secret = 1*', 'one']);
  });

  it('runs what was changed above before it runs what stands below', async () => {
    await store.getState().run('b2');
    store.getState().setCode('b1', 'other');
    await store.getState().run('b2');
    expect(server.order.slice(3)).toEqual(['other', 'two']);
  });

  it('runs all in order, each language in a new context', async () => {
    await store.getState().run('b1');
    await store.getState().runAll();
    expect(server.order.slice(2)).toEqual(['secret = 1*', 'one', 'two', 'three*', 'script*']);
    expect(isDemoBusy(store.getState())).toBe(false);
  });

  it('ends "run all" at a block that failed, and marks those that were not run', async () => {
    const marks = () =>
      Object.entries(store.getState().blocks).flatMap(([id, { isLeftOut }]) =>
        isLeftOut ? [id] : [],
      );
    server.say = (code) =>
      code === 'two' ? [{ type: 'error', name: 'E', value: '', traceback: '' }] : [];
    await store.getState().runAll();
    expect(server.order).toEqual(['secret = 1*', 'one', 'two']);
    expect(phases()).toMatchObject({ b1: 'done', b2: 'failed', b3: 'idle', b4: 'idle' });
    expect(marks()).toEqual(['b3', 'b4']);
    expect(store.getState().endedAt).toBe('b2');
    await store.getState().run('b3');
    expect(marks()).toEqual(['b4']);
    expect(store.getState().endedAt).toBeUndefined();

    server.say = (code) =>
      code === 'secret = 1' ? [{ type: 'error', name: 'E', value: '', traceback: '' }] : [];
    await store.getState().runAll();
    // Nobody sees the setup.
    expect(store.getState().endedAt).toBe('b1');
    server.say = () => [];
    await store.getState().runAll();
    expect(marks()).toEqual([]);
    expect(store.getState().endedAt).toBeUndefined();
  });

  it('tells what went wrong, and goes on below it', async () => {
    server.say = (code) =>
      code === 'one'
        ? [{ type: 'error', name: 'NameError', value: 'no one', traceback: '', line: 1 }]
        : [];
    await store.getState().run('b2');
    expect(block('b1')).toMatchObject({
      phase: 'failed',
      error: { name: 'NameError', message: 'no one', line: 1 },
    });
    expect(block('b2')).toMatchObject({ phase: 'done' });
    server.say = () => [];
    await store.getState().run('b1');
    expect(block('b1')).toMatchObject({ phase: 'done', error: undefined });
  });

  it('waits for a line of input, and says so', async () => {
    let seen = '';
    store.subscribe(({ blocks }) => {
      seen += ` ${blocks.b1?.phase}`;
    });
    server.say = (code) => (code === 'one' ? [{ type: 'input', prompt: '' }] : []);
    await store.getState().run('b1');
    expect(seen).toContain('running asking');
  });

  it('is stopped with all that waits', async () => {
    server.gate = new Promise(() => {});
    const ended = store.getState().run('b2');
    const other = store.getState().run('b4');
    await expect
      .poll(() => phases())
      .toMatchObject({ s1: 'running', b2: 'waiting', b4: 'waiting' });
    store.getState().stop();
    await Promise.all([ended, other]);
    expect(phases()).toEqual({ s1: 'stopped', b1: 'idle', b2: 'idle', b3: 'idle', b4: 'idle' });
    expect(server.requests).toHaveLength(1);
    server.gate = undefined;
    await store.getState().run('b1');
    expect(server.order).toEqual(['secret = 1*', 'secret = 1*', 'one']);
  });

  it('runs again what it needs where the sandbox has been thrown away meanwhile', async () => {
    await store.getState().run('b1');
    nowMs += 50_000;
    server.state = 'none';
    await store.getState().run('b2');
    expect(server.order.slice(2)).toEqual(['secret = 1*', 'one', 'two']);
    // It was gone before anybody could know.
    server.counts = {};
    await store.getState().run('b2');
    expect(server.order.slice(5)).toEqual(['two', 'secret = 1*', 'one', 'two']);
    expect(server.requests.at(-1)).toHaveProperty('files');
  });

  it('runs nothing more where the server does not', async () => {
    server.isDown = true;
    await store.getState().runAll();
    expect(block('s1')).toMatchObject({ phase: 'failed' });
    expect(phases()).toMatchObject({ b1: 'idle', b4: 'idle' });
    server.isDown = false;
    await store.getState().run('b1');
    expect(phases()).toMatchObject({ s1: 'done', b1: 'done' });
  });

  it('is as its author wrote it after a reset, in a new sandbox', async () => {
    store.getState().setCode('b1', 'other');
    await store.getState().run('b1');
    store.getState().reset('b1');
    expect(block('b1')).toMatchObject({ code: 'one', phase: 'idle' });
    expect(Object.keys(store.getState().outputs)).toEqual(['s1']);
    store.getState().setCode('b2', 'mine');
    store.getState().reset();
    await expect.poll(() => server.calls.at(-1)).toBe('reset page:0123456789abcdef');
    expect(block('b2')?.code).toBe('two');
    expect(store.getState().outputs).toEqual({});
    await store.getState().run('b1');
    expect(server.order.slice(2)).toEqual(['secret = 1*', 'one']);
  });

  it('keeps the output of a block to be guessed back until it is revealed', () => {
    store = open('~~~py run predict\n1\n~~~');
    expect(block('b1')?.isWithheld).toBe(true);
    store.getState().reveal('b1');
    expect(block('b1')?.isWithheld).toBe(false);
  });

  it('has a sandbox of a name that the server takes', () => {
    expect(newPageSandbox()).toMatch(/^page:[\w-]{24}$/);
    expect(newPageSandbox()).not.toBe(newPageSandbox());
  });
});
