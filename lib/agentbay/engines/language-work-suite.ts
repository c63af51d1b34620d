/** The second half of what every language must do: programs as people write them, rich results, completion, files. */
import { describe, expect, test } from 'vitest';
import type { RichItem } from '@/lib/agentbay/contract';
import { LANGUAGE_NAMES, type Language } from '@/lib/agentbay/languages';
import type { EngineSession } from './engine';
import type { LanguagePrograms } from './language-programs';
import { follow, printed, run, start } from './testing';

const next = { context: 'continue' } as const;

export function languageWorkSuite(
  session: () => EngineSession,
  language: Language,
  { programs, results, completion, files, ...plain }: LanguagePrograms,
): void {
  const go = (code: string, options = {}) =>
    run(session(), language, code, { timeoutS: 30, ...options });
  const python = (code: string) => run(session(), 'python', code, next);

  describe('programs', () => {
    test('its source stands in the workspace', async () => {
      const code = `${plain.print('source')}\n`;
      await go(code);
      const { fileName } = LANGUAGE_NAMES[language];
      const seen = await python(`print(open("${fileName}").read(), end="")`);
      expect(printed(seen)).toBe(code);
    });

    test('CRLF line ends count as one', async () => {
      const { error } = await go(plain.fails.replaceAll('\n', '\r\n'));
      expect(error).toMatchObject({ name: plain.error.name, line: 3 });
    });

    test('endless recursion is an error of the program', async () => {
      const { error } = await go(programs.recurses);
      expect(`${error?.name} ${error?.value}`).toMatch(programs.recursion);
      expect((await go(plain.define)).success).toBe(true);
    });

    test('what a child process prints stands in its place', async () => {
      expect(printed(await go(programs.child))).toBe('before\nchild\nafter\n');
    });

    test('what goes on at the same time is waited for', async () => {
      const answer = await go(programs.parallel);
      expect(answer.logs.stderr).toEqual([]);
      expect(printed(answer).split('\n').sort().join('')).toBe('149');
    });

    test('random numbers differ between runs', async () => {
      const first = await go(programs.random);
      expect(first.result).toMatch(/\d/);
      expect((await go(programs.random)).result).not.toBe(first.result);
    });

    test('a fresh run finds no temporary files of the one before', async () => {
      const isThere = 'import os\nos.path.exists("/tmp/left")';
      await go(programs.leavesFile);
      expect((await python(isThere)).result).toBe('True');
      await go('');
      expect((await python(isThere)).result).toBe('False');
    });
  });

  describe('results', () => {
    test('stand among the output in their order', async () => {
      const order: string[] = [];
      for (const event of await follow(start(session(), language, results.shows))) {
        if (event.type === 'stdout') order.push(...(event.text.match(/\d+/g) ?? []));
        if (event.type === 'result') order.push(`=${event.item.text?.replace('[1] ', '')}`);
      }
      const numbers = Array.from({ length: 20 }, (_, n) => [`=${n}`, `${n}`]);
      expect(order).toEqual(numbers.flat());
    });

    test('have every form', async () => {
      const answer = await go(results.forms);
      expect(answer.errorMessage).toBeUndefined();
      expect(answer.results).toMatchObject([
        { html: '<b>x</b>' },
        { markdown: '*m*' },
        { svg: '<svg/>' },
        { latex: '$x$' },
        { json: { a: [1] } },
        { chart: { mark: 'bar' } },
        { png: 'AQID' },
      ]);
      expect(answer.results.some(({ isMainResult }) => isMainResult)).toBe(false);
    });

    test('may be tables', async () => {
      const found = (await go(results.table)).results.find(({ table }) => table !== undefined);
      const { columns = [], rows = [], rowCount } = found?.table ?? {};
      expect(found?.text).toContain('x');
      expect(rowCount).toBe(2);
      const cells = rows.map((row) => ['n', 's'].map((name) => row[columns.indexOf(name)]));
      expect(cells).toEqual([
        [2, 'x'],
        [1, null],
      ]);
    });

    test('are shown in the forms that a value offers', async () => {
      const [offered] = (await go(results.offers)).results;
      expect(offered).toMatchObject({ html: '<i>own</i>', isMainResult: true });
      const [failed] = (await go(results.failsToOffer)).results;
      expect(Object.keys(failed ?? {}).sort()).toEqual(['isMainResult', 'text']);
    });

    test('are at most 4 MiB each', async () => {
      const answer = await go(`${results.large}\n${plain.print('on')}`);
      const [item] = answer.results as RichItem[];
      expect(item?.html).toBeUndefined();
      expect(item?.text).toContain('more than 4 MiB');
      expect(printed(answer)).toBe('on\n');
    });

    test('may be pictures that it draws', async () => {
      const found = (await go(results.draws)).results.find(({ png }) => png !== undefined);
      expect(found?.png).toMatch(/^iVBORw0KGgo/);
    });
  });

  describe('completion', () => {
    /** What may stand in place of the code's end. */
    const complete = (code: string) => session().complete(code, code.length, language);
    const labels = async (code: string) => (await complete(code)).items.map(({ label }) => label);

    test('knows the names of the context', async () => {
      await go(completion.harbour);
      const found = await complete('har');
      expect(found).toMatchObject({ start: 0, end: 3 });
      expect(found.items.map(({ label }) => label)).toContain('harbour');
    });

    test('knows the language’s own names', async () => {
      const [code, name] = completion.library;
      expect(await labels(code)).toContain(name);
    });

    test('knows the parts of a value', async () => {
      const [definition, code, name] = completion.part;
      await go(definition);
      expect(await labels(code)).toContain(name);
    });

    test('counts UTF-16 units', async () => {
      await go(completion.harbour);
      const before = completion.after.length;
      const found = await complete(`${completion.after}har`);
      expect(found).toMatchObject({ start: before, end: before + 3 });
      expect(found.items.map(({ label }) => label)).toContain('harbour');
    });

    test('has nothing to offer in a text', async () => {
      await go(completion.harbour);
      expect(await labels('"har')).toEqual([]);
    });

    test('has nothing to offer while a program runs in the context', async () => {
      await go(completion.harbour);
      const running = start(session(), language, plain.asks, { ...next, stdin: null });
      const events = running[Symbol.asyncIterator]();
      for (let event = await events.next(); ; event = await events.next()) {
        if (event.done || event.value.type === 'input') break;
      }
      expect(await labels('har')).toEqual([]);
      running.write('Ada\n');
      await events.return?.();
      await running.finished;
    });
  });

  describe('files', () => {
    test('that come with a program are part of it', async () => {
      const { path, text, code } = files.helper;
      const answer = await go(code, { files: [{ path, text }] });
      expect(answer.errorMessage).toBeUndefined();
      expect(printed(answer)).toBe('42\n');
      await go('', { files: [] });
    });

    test('that come with a program can be read', async () => {
      const answer = await go(plain.reads, { files: [{ path: 'in.txt', text: 'from the page' }] });
      expect(answer.result).toContain('from the page');
      await go('', { files: [] });
    });
  });
}
