import { expect, test, vi } from 'vitest';
import { PictureCache } from './picture-cache';

const png = (bytes: number) => async () => new Uint8Array(bytes);

test('a picture is painted once, also for those who ask while it is painted', async () => {
  const cache = new PictureCache();
  const paint = vi.fn(png(10));
  await Promise.all([cache.get('a', paint), cache.get('a', paint)]);
  await cache.get('a', paint);
  expect(paint).toHaveBeenCalledTimes(1);
});

test('what was asked for longest ago makes room', async () => {
  const cache = new PictureCache(25);
  await cache.get('a', png(10));
  await cache.get('b', png(10));
  await cache.get('a', png(10));
  await cache.get('c', png(10));
  expect(['a', 'b', 'c'].map((key) => cache.find(key) !== undefined)).toEqual([true, false, true]);
});

test('a picture that is larger than the room is given and not kept', async () => {
  const cache = new PictureCache(5);
  expect(await cache.get('a', png(10))).toHaveLength(10);
  expect(cache.find('a')).toBeUndefined();
});

test('a failure is not kept', async () => {
  const cache = new PictureCache();
  await expect(cache.get('a', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await cache.get('a', png(3))).toHaveLength(3);
});

test('the pictures of one snippet are forgotten, also one that is being painted', async () => {
  const cache = new PictureCache();
  await cache.get('ab.1', png(1));
  await cache.get('abc.1', png(1));
  const late = Promise.withResolvers<Uint8Array>();
  const waiting = cache.get('ab.2', () => late.promise);
  cache.forget('ab.');
  late.resolve(new Uint8Array(1));
  await waiting;
  expect(['ab.1', 'ab.2', 'abc.1'].map((key) => cache.find(key) !== undefined)).toEqual([
    false,
    false,
    true,
  ]);
});
