import { expect, test } from 'vitest';
import { dropBrokenRouterState } from './router-state.mjs';

const kept = (text: string) => {
  const headers = { 'next-router-state-tree': text };
  dropBrokenRouterState(headers);
  return 'next-router-state-tree' in headers;
};

test('what Next’s scripts write stays, anything else goes', () => {
  const state = ['', { children: ['learn', { children: ['__PAGE__', {}] }] }, null, null, 16];
  expect(kept(encodeURIComponent(JSON.stringify(state)))).toBe(true);
  for (const text of ['', '[[[', '%ff', '{}', '[]', 'null', '['.repeat(9_000)]) {
    expect(kept(text), text.slice(0, 20)).toBe(false);
  }
});
