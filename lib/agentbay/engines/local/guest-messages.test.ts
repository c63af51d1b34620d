import { expect, test } from 'vitest';
import { readItem } from './guest-messages';

const said = (json: string) => Buffer.from(`{"text":"plain","json":${json}}`);

test('a result that no answer could hold is its text alone', () => {
  for (const levels of [501, 20_000]) {
    const item = readItem(said('['.repeat(levels) + ']'.repeat(levels)));
    expect(item).toEqual({ text: 'plain' });
    expect(() => JSON.stringify(item)).not.toThrow();
  }
});

test('a result as deep as a program may have made it in earnest stays as it is', () => {
  const deep = `${'{"next":'.repeat(499)}[1]${'}'.repeat(499)}`;
  expect(JSON.stringify(readItem(said(deep)))).toBe(said(deep).toString());
});
