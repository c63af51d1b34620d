import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { PROGRESS_KEY } from './progress';
import { createProgressStore } from './progress-store';

const storageOf = () => {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  } as unknown as Storage & { kept: Map<string, string> };
};
let listeners: Map<string, (event: { key: string | null }) => void>;
beforeEach(() => {
  listeners = new Map();
  vi.stubGlobal('addEventListener', (name: string, listener: never) =>
    listeners.set(name, listener),
  );
  vi.stubGlobal('removeEventListener', (name: string) => listeners.delete(name));
});
afterEach(() => vi.unstubAllGlobals());

it('tells what was done, and keeps it for the next visit', () => {
  const storage = storageOf();
  const store = createProgressStore(storage, () => 5);
  const told = vi.fn();
  const leave = store.subscribe(told);
  store.note('x/one', { kind: 'block', id: 'b1' });
  store.note('x/one', { kind: 'block', id: 'b1' });
  expect(told).toHaveBeenCalledTimes(1);
  expect(createProgressStore(storage).get()['x/one']).toMatchObject({
    blocks: ['b1'],
    lastAtMs: 5,
  });
  expect(store.isKept()).toBe(true);
  leave();
  store.note('x/one', { kind: 'block', id: 'b2' });
  expect(told).toHaveBeenCalledTimes(1);
});

it('what another tab does is seen, and not written over', () => {
  const storage = storageOf();
  const [one, two] = [createProgressStore(storage), createProgressStore(storage)];
  const told = vi.fn();
  two.subscribe(told);
  one.note('x/one', { kind: 'block', id: 'b1' });
  listeners.get('storage')?.({ key: 'other' });
  expect(told).not.toHaveBeenCalled();
  listeners.get('storage')?.({ key: PROGRESS_KEY });
  expect(told).toHaveBeenCalledTimes(1);
  one.note('x/one', { kind: 'block', id: 'b2' });
  // This one has not heard of it yet.
  two.note('x/one', { kind: 'activity', id: 'sum' });
  expect(two.get()['x/one']).toMatchObject({ blocks: ['b1', 'b2'], passed: ['sum'] });
});

it('where the browser keeps nothing it holds as long as the page', () => {
  const store = createProgressStore(undefined);
  store.note('x/one', { kind: 'block', id: 'b1' });
  store.note('x/one', { kind: 'block', id: 'b2' });
  expect(store.get()['x/one']?.blocks).toEqual(['b1', 'b2']);
  expect(store.isKept()).toBe(false);
});

it('all of it can be let go of', () => {
  const storage = storageOf();
  const store = createProgressStore(storage);
  store.note('x/one', { kind: 'finished', is: true });
  store.replace({});
  expect({ ...createProgressStore(storage).get() }).toEqual({});
});
