/**
 * What every language must do, told by the few lines in which languages differ: for every engine. In parts,
 * because some languages take a second for each program: `limits` is what depends on how an engine limits a
 * program, `contract` the rest of what every kernel promises, `work` what programs of its people want.
 */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { LANGUAGE_NAMES, type Language } from '@/lib/agentbay/languages';
import type { Engine, EngineSession } from './engine';
import type { LanguagePrograms } from './language-programs';
import { languageWorkSuite } from './language-work-suite';
import { follow, printed, run, start } from './testing';

const next = { context: 'continue' } as const;

/** Lists in Python what is alive in the sandbox. A process may end while one looks. */
const ALIVE = `from pathlib import Path
def alive(stat):
    try:
        name, state = stat.read_text().split(" ", 1)[1].rsplit(")", 1)
    except OSError:
        return []
    return [] if state.startswith(" Z") else [name]
sum((alive(stat) for stat in Path("/proc").glob("[0-9]*/stat")), [])`;

export type LanguagePart = 'limits' | 'contract' | 'work';
const LANGUAGE_PARTS: readonly LanguagePart[] = ['limits', 'contract', 'work'];

export function languageSuite(
  engineName: string,
  makeEngine: () => Engine,
  language: Language,
  programs: LanguagePrograms,
  parts: readonly LanguagePart[] = LANGUAGE_PARTS,
): void {
  describe(`${engineName}: ${LANGUAGE_NAMES[language].name}`, () => {
    let engine: Engine;
    let session: EngineSession;

    beforeAll(async () => {
      engine = makeEngine();
      session = await engine.createSession(language);
    }, 60_000);
    const { skips = {} } = programs;
    const met = new Set<string>();
    beforeEach((context) => {
      const reason = skips[context.task.name];
      met.add(context.task.name);
      context.skip(reason !== undefined, reason);
    });
    afterAll(async () => {
      if (parts === LANGUAGE_PARTS)
        expect(Object.keys(skips).filter((name) => !met.has(name))).toEqual([]);
      await engine.dispose();
    });

    const go = (code: string, options = {}) => run(session, language, code, options);

    test('it is offered', async () => {
      expect((await engine.languages()).map(({ id }) => id)).toContain(language);
    });

    test('its version is told', async () => {
      const found = (await engine.languages()).find(({ id }) => id === language);
      expect(found?.version).toMatch(/^\d+(\.\d+)*/);
    });

    if (parts.includes('limits')) {
      test('a program without end is stopped in time, and its line is said', async () => {
        const answer = await go(programs.loops, { timeoutS: 1 });
        expect(answer.exit.reason).toBe('timed_out');
        expect(programs.loopLines).toContain(answer.exit.line);
        expect(answer.executionTime).toBeLessThan(5);
        expect((await go(programs.define)).success).toBe(true);
      });

      test('a stop ends it', async () => {
        const running = start(session, language, programs.loops);
        setTimeout(() => running.stop(), 300);
        expect((await follow(running)).at(-1)).toMatchObject({ exit: { reason: 'stopped' } });
        expect((await go(programs.define)).success).toBe(true);
      });

      test('its exit code is told', async () => {
        expect((await go(programs.exits)).exit).toEqual({ reason: 'exited', code: 3 });
      });

      test('too much memory ends the program, not the session', async () => {
        const answer = await go(programs.grows, { timeoutS: 20 });
        expect(answer.success).toBe(false);
        expect(answer.errorMessage).toMatch(/memory|allocate/i);
        expect((await go(programs.define)).success).toBe(true);
      });

      test('nothing that it started goes on after it', async () => {
        await go(programs.leaves);
        const names = await run(session, 'python', ALIVE);
        expect(names.success).toBe(true);
        expect(names.result).not.toContain('sleep');
      });
    }

    if (parts.includes('contract')) {
      test('the value of the last expression is the main result', async () => {
        const answer = await go(`${programs.define}\n${programs.use}`);
        expect(answer.errorMessage).toBeUndefined();
        expect(answer.results).toEqual([{ text: programs.shown, isMainResult: true }]);
        expect(answer.result).toBe(programs.shown);
      });

      test('a call goes on where the last one stopped, also after an error', async () => {
        await go(programs.define);
        expect((await go(programs.fails, next)).success).toBe(false);
        const answer = await go(programs.use, next);
        expect(answer.result).toBe(programs.shown);
        expect(answer.executionCount).toBe(3);
      });

      test('a fresh run knows nothing of the one before', async () => {
        await go(programs.define);
        const answer = await go(programs.use);
        expect(answer.success).toBe(false);
        expect(answer.executionCount).toBe(1);
      });

      test('output comes as it is printed, each on its stream', async () => {
        const text = 'Zürich ✓ 船 😀';
        const answer = await go(`${programs.print(text)}\n${programs.printError('aside')}`);
        expect(printed(answer)).toBe(`${text}\n`);
        expect(answer.logs.stderr.join('')).toBe('aside\n');
        expect(answer.exit).toEqual({ reason: 'exited', code: 0 });
        expect(answer.results).toEqual([]);
      });

      test('an error has its name, its words and its line', async () => {
        const { error, success, exit, errorMessage } = await go(programs.fails);
        expect(success).toBe(false);
        expect(error).toMatchObject({ name: programs.error.name, line: 3 });
        expect(error?.value).toMatch(programs.error.value);
        expect(error?.traceback).not.toMatch(/runbay|kernel/i);
        expect(exit).toEqual({ reason: 'exited', code: 1 });
        expect(errorMessage).toContain('(line 3)');
      });

      test('what does not parse says where', async () => {
        expect((await go(programs.broken)).error?.line).toBe(2);
      });

      test('a check finds what does not parse, and runs nothing', async () => {
        const problems = await session.check(programs.broken, language);
        expect(problems[0]).toMatchObject({ line: 2, severity: 'error' });
        expect(await session.check(programs.fails, language)).toEqual([]);
        expect(await session.check('', language)).toEqual([]);
      });

      test('an empty program does nothing', async () => {
        expect(await go('')).toMatchObject({ success: true, results: [], result: '' });
      });

      test('it asks for input with its prompt, and gets it', async () => {
        const running = start(session, language, programs.asks, { stdin: null });
        const events = await follow(running, (event) => {
          if (event.type === 'input') running.write('Ada\n');
        });
        expect(events.find(({ type }) => type === 'input')).toMatchObject({ prompt: 'Name? ' });
        const text = events.flatMap((event) => (event.type === 'stdout' ? [event.text] : []));
        expect(text.join('')).toContain('Hi Ada\n');
      });

      test('input that was given beforehand is read line by line', async () => {
        expect(printed(await go(programs.asks, { stdin: 'Bo\nrest\n' }))).toContain('Hi Bo\n');
        expect(printed(await go(programs.readsTwo, { stdin: 'one\ntwo\n' }))).toBe('one\ntwo\n');
        expect(printed(await go(programs.readsTwo, { ...next, stdin: 'three\nfour\n' }))).toBe(
          'three\nfour\n',
        );
      });

      test('files are shared with the other languages of the session', async () => {
        expect((await go(programs.writes)).success).toBe(true);
        const seen = await run(session, 'python', 'open("out.txt").read().strip()');
        expect(seen.result).toBe("'from here'");
        await run(session, 'python', 'open("in.txt", "w").write("from Python\\n")');
        expect((await go(programs.reads)).result).toContain('from Python');
      });
    }

    if (parts.includes('work')) languageWorkSuite(() => session, language, programs);
  });
}
