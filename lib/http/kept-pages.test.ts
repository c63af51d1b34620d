import { expect, test } from 'vitest';
import { KeptPages, type MadePage, withNonce } from './kept-pages';

const page = (html: string): MadePage => ({ html, nonce: 'NONCE', headers: {} });

test('a page is made once, for all who come together and for those who come later', async () => {
  const kept = new KeptPages();
  let count = 0;
  const make = async () => {
    count += 1;
    await new Promise(setImmediate);
    return page(`made ${count}`);
  };
  const together = await Promise.all([kept.get('a', make), kept.get('a', make)]);
  expect(together.map((made) => made?.html)).toEqual(['made 1', 'made 1']);
  expect((await kept.get('a', make))?.html).toBe('made 1');
  expect((await kept.get('b', make))?.html).toBe('made 2');
});

test('one that could not be made is tried again', async () => {
  const kept = new KeptPages();
  expect(await kept.get('a', async () => undefined)).toBeUndefined();
  await expect(
    kept.get('a', async () => {
      throw new Error('broken');
    }),
  ).rejects.toThrow('broken');
  expect((await kept.get('a', async () => page('made')))?.html).toBe('made');
});

test('so many bytes are kept and no more; what was not asked for the longest goes first', async () => {
  const kept = new KeptPages(2 * 3 * 101);
  const asked: string[] = [];
  const get = (key: string) =>
    kept.get(key, async () => {
      asked.push(key);
      return page('x'.repeat(100));
    });
  for (const key of ['a', 'b', 'c', 'a', 'd', 'a', 'b']) await get(key);
  expect(asked).toEqual(['a', 'b', 'c', 'd', 'b']);
  const large = () => kept.get('large', async () => page('x'.repeat(2 * 1024 * 1024)));
  await large();
  await get('a');
  expect(asked).toHaveLength(5);
});

test('each reader has a nonce of his own, wherever the first one’s stood', () => {
  const made = page('<script nonce="NONCE"></script>"NONCE"');
  made.headers.Link = '</font>; nonce="NONCE"';
  const { html, headers } = withNonce(made, 'own');
  expect(html).toBe('<script nonce="own"></script>"own"');
  expect(headers.Link).toBe('</font>; nonce="own"');
});
