/** Where a program was that had to end: its calls and their variables, in an ordinary run. */
import { afterAll, describe, expect, test } from 'vitest';
import type { DoneEvent } from '@/lib/agentbay/contract';
import { follow, localEngine, start } from '@/lib/agentbay/engines/testing';
import type { Language } from '@/lib/agentbay/languages';
import { textOfValue } from './value-text';

const engine = localEngine();
afterAll(() => engine.dispose());

/** Of each call, outermost first: its line and its variables as text. */
async function stoppedAt(language: Language, code: string) {
  const session = await engine.createSession(language);
  const events = await follow(start(session, language, code, { timeoutS: 0.7 }));
  await session.dispose();
  const done = events.at(-1) as DoneEvent;
  expect(done.exit.reason).toBe('timed_out');
  const { stack, frames = {}, boxes = {} } = done.stoppedAt ?? { stack: [] };
  const all = new Map(Object.entries(boxes).map(([id, box]) => [Number(id), box]));
  return stack.map(([id, line]) => {
    const frame = frames[id];
    const held = (frame?.variables ?? []).map(
      ([name, value]) => `${name}=${textOfValue(value, all)}`,
    );
    return `${frame?.kind} ${line}: ${held.filter((text) => !text.includes('(')).join(' ')}`;
  });
}

describe('a program that is ended', () => {
  test('tells its calls and their variables in Python', async () => {
    const found = await stoppedAt(
      'python',
      'names = ["a"]\ndef spin(n):\n    while True:\n        n = 5\nspin(3)',
    );
    expect(found).toEqual(["main 5: names=['a']", expect.stringMatching(/^function [34]: n=5$/)]);
  });

  test('tells them in JavaScript', async () => {
    const found = await stoppedAt(
      'javascript',
      'const names = ["a"];\nfunction spin(n) {\n  for (;;) {\n    n = 5;\n  }\n}\nspin(3);',
    );
    expect(found).toEqual(['main 7: names=[a]', expect.stringMatching(/^function [34]: n=5$/)]);
  });

  test('tells nothing of a program that ends by itself', async () => {
    const session = await engine.createSession('python');
    const events = await follow(start(session, 'python', 'raise KeyboardInterrupt'));
    await session.dispose();
    expect((events.at(-1) as DoneEvent).stoppedAt).toBeUndefined();
  });
});
