/** What only Java does, where this machine has it. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { EngineSession } from '@/lib/agentbay/engines/engine';
import { findHostLanguages } from '@/lib/agentbay/engines/local/host-languages';
import { localEngine, printed, run } from '@/lib/agentbay/engines/testing';

const { missing } = findHostLanguages(['java'], process.cwd());

describe.skipIf(missing.length > 0)(`Java ${missing.join('')}`, () => {
  const engine = localEngine({ RUNBAY_LANGUAGES: 'python,java' });
  let session: EngineSession;
  const java = (code: string, options = {}) => run(session, 'java', code, options);

  beforeAll(async () => {
    session = await engine.createSession('java');
  }, 60_000);
  afterAll(() => engine.dispose());

  test('display() shows values as the prompt writes them, and pictures', async () => {
    const { results, error } = await java(
      'display("a", 2);\ndisplay(new int[] {1, 2});\ndisplay(new String[] {"x"});\ndisplay(null);\ndisplay(new java.awt.image.BufferedImage(2, 2, java.awt.image.BufferedImage.TYPE_INT_RGB));',
    );
    expect(error).toBeUndefined();
    expect(results.slice(0, 5).map(({ text }) => text)).toEqual([
      '"a"',
      '2',
      'int[2] { 1, 2 }',
      'String[1] { "x" }',
      'null',
    ]);
    expect(results[5]?.png).toMatch(/^iVBORw0KGgo/);
  });

  test('tables are made of records, maps, arrays and streams', async () => {
    const { results, error } = await java(
      'record Boat(String name, double metres, char berth) {}\nvar boats = new Boat[] {new Boat("Ada", 9.5, \'a\')};\nDisplay.table(List.of(Map.of("n", 1L << 60)));\nDisplay.table(new int[][] {{1, 2}, {3}});\nDisplay.table(Stream.of("x", "y"));\nDisplay.table(new TreeMap<>(Map.of("k", Double.NaN)));\nboats',
    );
    expect(error).toBeUndefined();
    const tables = results.map(({ table }) => [table?.columns, table?.rows]);
    const boats = [['name', 'metres', 'berth'], [['Ada', 9.5, 'a']]];
    expect(tables).toEqual([
      [['n'], [['1152921504606846976']]],
      [
        ['0', '1'],
        [
          [1, 2],
          [3, null],
        ],
      ],
      [['Value'], [['x'], ['y']]],
      [['Key', 'Value'], [['k', 'NaN']]],
      boats,
    ]);
    expect(results.at(-1)).toMatchObject({ isMainResult: true });
  });

  test('a program’s own names hide those that show values', async () => {
    const answer = await java(
      'class Display { static String html(String s) { return "own " + s; } }\nint display(Object value) { return 7; }\nSystem.out.println(Display.html("x") + display(1));',
    );
    expect(answer.errorMessage).toBeUndefined();
    expect(printed(answer)).toBe('own x7\n');
    expect(answer.results).toEqual([]);
  });

  test('a whole program shows values too, and charts are checked', async () => {
    const answer = await java(
      'public class Main {\n    public static void main(String[] args) {\n        Display.markdown("**m**");\n        Display.chart("{mark}");\n    }\n}',
    );
    expect(answer.results).toEqual([{ markdown: '**m**' }]);
    expect(answer.error).toMatchObject({
      name: 'IllegalArgumentException',
      value: 'this is no JSON: {mark}',
      line: 4,
    });
  });

  test('a thread that goes on after its program shows nothing, and disturbs nobody', async () => {
    await java(
      'var late = new Thread(() -> { while (true) { display(1); try { Thread.sleep(1); } catch (InterruptedException e) {} } });\nlate.setDaemon(true);\nlate.start();\nThread.sleep(20);',
    );
    for (let n = 0; n < 5; n++) {
      const answer = await java(`System.out.println(${n});`, { context: 'continue' });
      expect(printed(answer)).toBe(`${n}\n`);
    }
  });
});
