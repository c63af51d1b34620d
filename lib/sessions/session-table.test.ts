import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { EngineDouble } from './engine-double';
import { type MemoryLeft, SessionTable } from './session-table';

let engine: EngineDouble;
let table: SessionTable;
const failures: unknown[] = [];

beforeEach(() => {
  vi.useFakeTimers();
  engine = new EngineDouble();
  table = new SessionTable(
    { maxSessions: 2, sessionIdleS: 10 },
    () => engine,
    (error) => failures.push(error),
  );
});

afterEach(() => {
  expect(failures).toEqual([]);
  vi.useRealTimers();
});

function program() {
  return { stop: vi.fn(), finished: Promise.resolve() };
}

/** A use of the session that is over. */
async function visit(id: string) {
  const place = table.enter(id);
  const session = await place.session('python');
  place.leave();
  return session;
}

describe('the session table', () => {
  test('keeps an engine session from one run to the next', async () => {
    expect(await visit('a')).toBe(await visit('a'));
    expect(await visit('b')).not.toBe(await visit('a'));
  });

  test('says none before the first run, busy during it and ready after it', async () => {
    expect(table.state('a')).toBe('none');
    const place = table.enter('a', program());
    await place.session('python');
    expect(table.state('a')).toBe('busy');
    place.leave();
    expect(table.state('a')).toBe('ready');
  });

  test('keeps four sandboxes for the pages of one session, and the longest unused goes', async () => {
    table = new SessionTable(
      { maxSessions: 9, sessionIdleS: 10 },
      () => engine,
      () => {},
    );
    const open = async (page: string, owner = 'a') => {
      const place = table.enter(`${owner} ${page}`, program(), { session: owner });
      await place.session('python');
      return place;
    };
    await visit('a');
    for (const page of ['1', '2', '3', '4']) (await open(page)).leave();
    (await open('1', 'b')).leave();
    (await open('1')).leave();
    const place = await open('5');
    expect(['a', 'a 1', 'a 2', 'a 3', 'a 4', 'a 5', 'b 1'].map((id) => table.state(id))).toEqual([
      ...['ready', 'ready', 'none', 'ready', 'ready', 'busy', 'ready'],
    ]);
    place.leave();
  });

  test('keeps so many sandboxes of one address without cookies that half of all are left, and stops none', async () => {
    table = new SessionTable(
      { maxSessions: 5, sessionIdleS: 10 },
      () => engine,
      () => {},
    );
    const open = async (key: string, address = 'here') => {
      const place = table.enter(`key.${key} page`, program(), { address });
      await place.session('python');
      return place;
    };
    const states = (...keys: string[]) => keys.map((key) => table.state(`key.${key} page`));
    const places = [await open('1'), await open('2'), await open('3')];
    await expect(open('4')).rejects.toMatchObject({ code: 'engine_unavailable', retryAfterS: 5 });
    expect(states('1', '2', '3', '4')).toEqual(['busy', 'busy', 'busy', 'none']);
    // Their own they may go on with, another address has its own.
    (await open('2')).leave();
    (await open('5', 'there')).leave();
    await visit('of a cookie');
    places[2]?.leave();
    places.push(await open('4'));
    expect(states('1', '2', '3', '4', '5')).toEqual(['busy', 'busy', 'none', 'busy', 'ready']);
    for (const place of places) place.leave();
  });

  test('two requests that come together share one engine session', async () => {
    const first = table.enter('a', program());
    const second = table.enter('a', program());
    const sessions = await Promise.all([first.session('python'), second.session('javascript')]);
    expect(sessions[0]).toBe(sessions[1]);
    expect(engine.sessions).toHaveLength(1);
  });

  test('a program stops the one that runs in its session, and no other', () => {
    const [first, second, other] = [program(), program(), program()];
    table.enter('b', other);
    table.enter('a', first);
    table.enter('a', second);
    expect(first.stop).toHaveBeenCalledOnce();
    expect(second.stop).not.toHaveBeenCalled();
    expect(other.stop).not.toHaveBeenCalled();
  });

  test('replaces an engine session that has died', async () => {
    const died = await visit('a');
    Object.assign(died, { alive: false });
    expect(table.state('a')).toBe('none');
    expect(await visit('a')).not.toBe(died);
    expect(engine.sessions[0]?.isDisposed).toBe(true);
  });

  test('a session that nobody used for the idle time is thrown away, a busy one is not', async () => {
    await visit('a');
    const busy = table.enter('b', program());
    await busy.session('python');
    await vi.advanceTimersByTimeAsync(9_900);
    expect(engine.sessions.map(({ isDisposed }) => isDisposed)).toEqual([false, false]);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(engine.sessions.map(({ isDisposed }) => isDisposed)).toEqual([true, false]);
    expect(table.state('a')).toBe('none');
  });

  test('each use begins the idle time anew', async () => {
    await visit('a');
    await vi.advanceTimersByTimeAsync(6_000);
    await visit('a');
    await vi.advanceTimersByTimeAsync(6_000);
    expect(table.state('a')).toBe('ready');
  });

  test('a full table gives up the session that was unused longest', async () => {
    await visit('a');
    await visit('b');
    await visit('a');
    await visit('c');
    expect(['a', 'b', 'c'].map((id) => table.state(id))).toEqual(['ready', 'none', 'ready']);
    expect(engine.sessions[1]?.isDisposed).toBe(true);
  });

  test('a full table of busy sessions refuses, and takes the next when one is free', async () => {
    await table.enter('a', program()).session('python');
    const second = table.enter('b', program());
    await second.session('python');
    const third = table.enter('c', program());
    await expect(third.session('python')).rejects.toMatchObject({
      code: 'engine_unavailable',
      retryAfterS: 5,
    });
    second.leave();
    await third.session('python');
    expect(table.state('b')).toBe('none');
  });

  test('a session that could not be made can be tried again', async () => {
    engine.gate = Promise.reject(new Error('no sandbox'));
    await expect(visit('a')).rejects.toThrow('no sandbox');
    engine.gate = Promise.resolve();
    await visit('a');
  });

  test('discarding stops the program, waits for its end, then ends the session', async () => {
    let finish = () => {};
    const running = { stop: vi.fn(), finished: new Promise<void>((resolve) => (finish = resolve)) };
    await table.enter('a', running).session('python');
    const discarded = table.discard('a');
    expect(running.stop).toHaveBeenCalledOnce();
    expect(table.state('a')).toBe('none');
    expect(engine.sessions[0]?.isDisposed).toBe(false);
    finish();
    await discarded;
    expect(engine.sessions[0]?.isDisposed).toBe(true);
  });

  test('discarding during the creation leaves no session behind', async () => {
    let open = () => {};
    engine.gate = new Promise((resolve) => (open = resolve));
    const created = table.enter('a').session('python');
    const discarded = table.discard('a');
    open();
    await Promise.all([created, discarded]);
    expect(engine.sessions.map(({ isDisposed }) => isDisposed)).toEqual([true]);
  });

  test('where there are too many, those go first whose address has most', async () => {
    table = new SessionTable(
      { maxSessions: 3, sessionIdleS: 10 },
      () => engine,
      () => {},
    );
    const visitFrom = async (id: string, address: string) => {
      const place = table.enter(id, undefined, undefined, address);
      await place.session('python');
      place.leave();
    };
    await visitFrom('quiet', '10.0.0.2');
    for (const id of ['a', 'b', 'c', 'd', 'e']) await visitFrom(id, '10.0.0.1');
    expect(['quiet', 'a', 'b', 'c', 'd', 'e'].map((id) => table.state(id))).toEqual([
      ...['ready', 'none', 'none', 'none', 'ready', 'ready'],
    ]);
  });

  test('where memory is low, sessions that rest are ended, the longest unused first', async () => {
    let left: MemoryLeft = 'enough';
    table = new SessionTable(
      { maxSessions: 9, sessionIdleS: 10 },
      () => engine,
      () => {},
      () => left,
    );
    for (const id of ['a', 'b']) await visit(id);
    const busy = table.enter('c', program());
    await busy.session('python');
    expect(table.giveWay()).toBe(0);
    left = 'low';
    expect([table.giveWay(), table.state('a'), table.state('b')]).toEqual([1, 'none', 'ready']);
    // A new one still begins; where nothing is left only in the place of one that rests.
    await visit('d');
    left = 'none';
    await visit('e');
    expect(table.state('b')).toBe('none');
    left = 'low';
    expect([table.giveWay(), table.giveWay(), table.giveWay()]).toEqual([1, 1, 0]);
    left = 'none';
    await expect(table.enter('f').session('python')).rejects.toMatchObject({
      code: 'engine_unavailable',
      retryAfterS: 5,
    });
    expect(table.state('c')).toBe('busy');
    busy.leave();
  });
});
