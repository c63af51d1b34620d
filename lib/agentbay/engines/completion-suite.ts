/** What every engine must know of a context: the names that may be written next. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Language } from '@/lib/agentbay/languages';
import type { Engine, EngineSession } from './engine';
import { printed, run, start } from './testing';

export function completionSuite(name: string, makeEngine: () => Engine): void {
  describe(`${name}: completion`, () => {
    let engine: Engine;
    let session: EngineSession;

    beforeAll(async () => {
      engine = makeEngine();
      session = await engine.createSession();
    }, 30_000);
    afterAll(() => engine.dispose());

    /** `|` is the cursor. */
    const complete = async (language: Language, marked: string) => {
      const cursor = marked.indexOf('|');
      return session.complete(marked.replace('|', ''), cursor, language);
    };
    const labels = async (language: Language, marked: string) =>
      (await complete(language, marked)).items.map(({ label }) => label);

    test('Python: names of the context, builtins, keywords, modules, attributes', async () => {
      await run(
        session,
        'python',
        'import math\nharbour = {"a": 1}\nclass Boat:\n    sails = 2\n    def go(self): pass\n    @property\n    def broken(self): raise SystemExit("never")\nboat = Boat()',
      );
      expect(await complete('python', 'x = har|')).toEqual({
        start: 4,
        end: 7,
        items: [{ label: 'harbour', kind: 'variable' }],
      });
      expect(await labels('python', 'harbour.po|')).toEqual(['pop', 'popitem']);
      expect((await complete('python', 'boat.|')).items).toEqual([
        { label: 'broken', kind: 'property' },
        { label: 'go', kind: 'function' },
        { label: 'sails', kind: 'property' },
      ]);
      expect(await labels('python', 'math.sq|')).toEqual(['sqrt']);
      expect(await labels('python', 'whil|')).toEqual(['while']);
      expect(await labels('python', 'import statis|')).toEqual(['statistics']);
      expect(await labels('python', 'from math import sq|')).toEqual(['sqrt']);
      expect(await labels('python', 'print("har|')).toEqual([]);
      expect(await labels('python', '# har|')).toEqual([]);
      expect(await labels('python', 'boat._|')).toContain('__class__');
    });

    test.each(['javascript', 'typescript'] as const)(
      '%s: names of the context, globals, properties',
      async (language) => {
        await run(
          session,
          language,
          'const harbour = { boats: 3, get broken() { touched = true; return { inner: 1 } } };\nvar touched = false;\nlet none = null;\nclass Boat { sail() {} }\nconst boat = new Boat();',
        );
        expect(await complete(language, 'let x = har|')).toEqual({
          start: 8,
          end: 11,
          items: [{ label: 'harbour', kind: 'variable' }],
        });
        expect(await labels(language, 'harbour.b|')).toEqual(['boats', 'broken']);
        expect(await labels(language, 'harbour.broken.|')).toEqual([]);
        expect(await labels(language, 'boat.s|')).toEqual(['sail']);
        expect(await labels(language, 'Math.sq|')).toEqual(['sqrt']);
        expect(await labels(language, 'harbour.boats.toF|')).toEqual(['toFixed']);
        expect(await labels(language, 'none.|')).toEqual([]);
        expect(await labels(language, '"har|')).toEqual([]);
        const next = { context: 'continue' } as const;
        expect((await run(session, language, 'touched', next)).result).toBe('false');
      },
    );

    test('offsets count UTF-16 units', async () => {
      await run(session, 'python', 'harbour = 1');
      expect(await complete('python', '"😀"; har|')).toMatchObject({ start: 6, end: 9 });
    });

    test('what a program does to be slow or to fail there costs a moment, and the context goes on', async () => {
      await run(
        session,
        'python',
        'class Slow:\n    def __dir__(self):\n        while True: pass\nclass Sick:\n    def __dir__(self): raise KeyboardInterrupt\nslow, sick, x = Slow(), Sick(), 42',
      );
      expect(await labels('python', 'slow.|')).toEqual([]);
      expect(await labels('python', 'sick.|')).toEqual([]);
      expect((await run(session, 'python', 'x', { context: 'continue' })).result).toBe('42');
    });

    test('while a program runs in the context nothing is known', async () => {
      await run(session, 'python', 'harbour = 1');
      const running = start(session, 'python', 'input()\nprint(harbour)', {
        context: 'continue',
        stdin: null,
      });
      const events = running[Symbol.asyncIterator]();
      for (let event = await events.next(); ; event = await events.next()) {
        if (event.value?.type === 'input') break;
      }
      expect(await labels('python', 'har|')).toEqual([]);
      running.write('\n');
      await events.return?.();
      await running.finished;
    });

    test('between runs the context rests: its timers do not go on because it was asked', async () => {
      await run(
        session,
        'javascript',
        'globalThis.ticks = 0; setTimeout(() => {}, 1); const t = setInterval(() => ticks++, 1); t.unref();',
      );
      await complete('javascript', 'tic|');
      const answer = await run(session, 'javascript', 'console.log(ticks < 20)', {
        context: 'continue',
      });
      expect(printed(answer)).toBe('true\n');
    });
  });
}
