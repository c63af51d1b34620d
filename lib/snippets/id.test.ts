import { expect, test } from 'vitest';
import { hashOfSecret, isSnippetId, newSecret, newSnippetId, requireSecret } from './id';

const many = Array.from({ length: 2000 }, newSnippetId);

test('ids are short, different, and hold at least 70 random bits', () => {
  expect(new Set(many).size).toBe(many.length);
  const letters = new Set(many.join(''));
  expect(Math.log2(letters.size) * (many[0]?.length ?? 0)).toBeGreaterThan(70);
  for (const id of many) expect(id).toHaveLength(16);
});

test('every letter stands at every place about equally often', () => {
  for (let place = 0; place < 16; place += 1) {
    const counts = new Map<string, number>();
    for (const id of many) {
      const letter = id[place] ?? '';
      counts.set(letter, (counts.get(letter) ?? 0) + 1);
    }
    expect(counts.size).toBe(25);
    // 80 on average; below 20 in one of a million billion tries.
    for (const count of counts.values()) expect(count).toBeGreaterThan(20);
  }
});

test('ids can be pasted anywhere, read aloud, and spell nothing', () => {
  for (const id of many) {
    expect(id).toMatch(/^[a-z0-9]+$/);
    expect(id).not.toMatch(/[aeiouyl0134]/);
    expect(isSnippetId(id)).toBe(true);
  }
});

test('what is not an id is none', () => {
  const id = newSnippetId();
  for (const text of [
    '',
    'x',
    `${id}x`,
    id.slice(1),
    `${id}\n`,
    id.toUpperCase(),
    `../${id}`,
    '..',
  ]) {
    expect(isSnippetId(text), text).toBe(false);
  }
});

test('a secret is known by its hash alone, and any other text is refused', () => {
  const secret = newSecret();
  const hash = hashOfSecret(secret);
  expect(hash).not.toContain(secret);
  expect(Math.log2(25) * secret.length).toBeGreaterThan(128);
  requireSecret(secret, hash);
  const others = ['', hash, newSecret(), secret.slice(1), `${secret}x`, ` ${secret}`, 'é'];
  for (const other of others) {
    expect(() => requireSecret(other, hash), other).toThrow('not the secret');
  }
  // What is left of a deleted snippet opens to nothing.
  expect(() => requireSecret('', '')).toThrow('not the secret');
  expect(() => requireSecret(secret, '')).toThrow('not the secret');
});
