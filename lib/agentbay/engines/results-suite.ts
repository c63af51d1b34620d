/** What programs show besides text, in every form they offer: for every engine. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Engine, EngineSession } from './engine';
import { follow, run, start } from './testing';

export function resultsSuite(name: string, makeEngine: () => Engine): void {
  describe(`${name}: rich results`, () => {
    let engine: Engine;
    let session: EngineSession;

    beforeAll(async () => {
      engine = makeEngine();
      session = await engine.createSession();
    }, 30_000);
    afterAll(() => engine.dispose());

    const python = (code: string) => run(session, 'python', code, { timeoutS: 30 });
    /** Whether the system has that package; what needs it is tried only there. */
    const has = async (module: string) => (await python(`import ${module}`)).success;

    test('IPython.display works as in a notebook', async () => {
      const { results, error } = await python(
        'from IPython.display import display, HTML, Markdown, SVG, Latex, JSON\ndisplay(HTML("<b>x</b>"), Markdown("# h"))\ndisplay(SVG("<svg/>"))\ndisplay(Latex("$x$"))\nJSON({"a": [1]})',
      );
      expect(error).toBeUndefined();
      expect(results).toEqual([
        { text: '<HTML object>', html: '<b>x</b>' },
        { text: '<Markdown object>', markdown: '# h' },
        { text: '<SVG object>', svg: '<svg/>' },
        { text: '<Latex object>', latex: '$x$' },
        { text: '<JSON object>', json: { a: [1] }, isMainResult: true },
      ]);
    });

    test.each([
      ['python', 'for i in range(20):\n    print(i)\n    display(i)'],
      ['javascript', 'for (let i = 0; i < 20; i++) { console.log(i); display(i) }'],
    ] as const)('results and output of %s keep their order', async (language, code) => {
      const order: string[] = [];
      for (const event of await follow(start(session, language, code))) {
        if (event.type === 'stdout') order.push(...event.text.trim().split('\n'));
        if (event.type === 'result') order.push(`=${event.item.text}`);
      }
      expect(order).toEqual(Array.from({ length: 20 }, (_, i) => [`${i}`, `=${i}`]).flat());
    });

    test('a MIME bundle may hold a chart', async () => {
      for (const mime of [
        'application/vnd.vegalite.v4+json',
        'application/vnd.vegalite.v5+json',
        'application/vnd.vega.v5+json',
      ]) {
        const { results } = await python(
          `class C:\n    def _repr_mimebundle_(self, include=None, exclude=None): return {"${mime}": {"mark": "bar"}, "text/plain": "c"}\nC()`,
        );
        expect(results).toEqual([{ text: 'c', chart: { mark: 'bar' }, isMainResult: true }]);
      }
    });

    test('a form that fails is left out, the others are shown', async () => {
      const { results } = await python(
        'class C:\n    def __repr__(self): return "plain"\n    def _repr_html_(self): 1/0\n    def _repr_markdown_(self): return "*m*"\nC()',
      );
      expect(results).toEqual([{ text: 'plain', markdown: '*m*', isMainResult: true }]);
    });

    test('JavaScript has display() and Symbol.for("Jupyter.display")', async () => {
      const { results, error } = await run(
        session,
        'javascript',
        'display({ a: 1 });\ndisplay.html("<b>x</b>");\ndisplay({ "text/markdown": "*m*" }, { raw: true });\ndisplay.png(new Uint8Array([1, 2, 3]));\ndisplay.chart({ mark: "bar" });\ndisplay.table([{ n: 1, s: "x" }, { n: 2 }]);\n({ [Symbol.for("Jupyter.display")]: () => ({ "text/plain": "p", "image/svg+xml": "<svg/>" }) })',
      );
      expect(error).toBeUndefined();
      expect(results).toEqual([
        { text: '{ a: 1 }' },
        { html: '<b>x</b>' },
        { markdown: '*m*' },
        { png: 'AQID' },
        { chart: { mark: 'bar' } },
        {
          text: "[ { n: 1, s: 'x' }, { n: 2 } ]",
          table: {
            columns: ['n', 's'],
            rows: [
              [1, 'x'],
              [2, null],
            ],
            rowCount: 2,
          },
        },
        { text: 'p', svg: '<svg/>', isMainResult: true },
      ]);
    });

    test('console.table is a table, with what Node would draw as its text', async () => {
      const { results, logs } = await run(
        session,
        'javascript',
        `console.log('before');
console.table([{ n: 2, s: 'x' }, { n: 10 }, 'text']);
console.table([{ a: 1, b: [1] }], ['b']);
console.table(new Map([['k', { v: null }]]));
console.table({ x: [1, 2] });
console.table('no table');
console.table(42);`,
      );
      expect(logs.stdout.join('')).toBe('before\nno table\n42\n');
      expect(results.map(({ table }) => table)).toEqual([
        {
          columns: ['(index)', 'n', 's', 'Values'],
          rows: [
            [0, 2, 'x', null],
            [1, 10, null, null],
            [2, null, null, 'text'],
          ],
          rowCount: 3,
        },
        { columns: ['(index)', 'b'], rows: [[0, '[ 1 ]']], rowCount: 1 },
        {
          columns: ['(iteration index)', 'Key', 'v'],
          rows: [[0, 'k', null]],
          rowCount: 1,
        },
        { columns: ['(index)', '0', '1'], rows: [['x', 1, 2]], rowCount: 1 },
      ]);
      expect(results[1]?.text).toBe(
        '┌─────────┬───────┐\n│ (index) │ b     │\n├─────────┼───────┤\n│ 0       │ [ 1 ] │\n└─────────┴───────┘',
      );
    });

    test('plt.show() gives a PNG, and so does a figure that nobody showed', async (context) => {
      context.skip(!(await has('matplotlib')), 'matplotlib is not installed');
      for (const end of ['\nplt.show()', ';']) {
        const { results, logs } = await python(
          `import matplotlib.pyplot as plt\nplt.plot([1, 3, 2])${end}`,
        );
        expect(results).toHaveLength(1);
        expect(results[0]?.png).toMatch(/^iVBORw0KGgo/);
        expect(logs.stderr).toEqual([]);
      }
    });

    test('a data frame is a table', async (context) => {
      context.skip(!(await has('pandas')), 'pandas is not installed');
      const { results } = await python(
        'import pandas as pd\npd.DataFrame({"n": [2, 1], "s": ["x", None]}, index=["a", "b"])',
      );
      expect(results[0]).toMatchObject({
        html: expect.stringContaining('<table'),
        table: {
          columns: ['', 'n', 's'],
          rows: [
            ['a', 2, 'x'],
            ['b', 1, null],
          ],
          rowCount: 2,
        },
        isMainResult: true,
      });
    });
  });
}
