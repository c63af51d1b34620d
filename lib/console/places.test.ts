import { describe, expect, it } from 'vitest';
import { findPlaces } from './places';

const places = (text: string) => findPlaces(text).map(({ place }) => place);

describe('places in a traceback', () => {
  it('of Python have a file and a line', () => {
    const text = '  File "/workspace/main.py", line 3, in f';
    expect(findPlaces(text)).toEqual([{ from: 2, to: 35, place: { path: 'main.py', line: 3 } }]);
    expect(places('File "/workspace/pkg/helper.py", line 12, in g')).toEqual([
      { path: 'pkg/helper.py', line: 12 },
    ]);
  });

  it('of JavaScript and TypeScript have a column too', () => {
    expect(places('    at f (/workspace/main.js:3:5)')).toEqual([
      { path: 'main.js', line: 3, column: 5 },
    ]);
    expect(places('    at file:///workspace/lib/a.mjs:7:1')).toEqual([
      { path: 'lib/a.mjs', line: 7, column: 1 },
    ]);
    expect(places('main.ts:3:5 - error, /workspace/main.js:4')).toEqual([
      { path: 'main.ts', line: 3, column: 5 },
      { path: 'main.js', line: 4 },
    ]);
  });

  it('of R and Java have a line', () => {
    expect(places('2: g(x) at main.R#6')).toEqual([{ path: 'main.R', line: 6 }]);
    expect(places('\tat f (main.java:3)')).toEqual([{ path: 'main.java', line: 3 }]);
  });

  it('of warnings are found', () => {
    expect(places('/workspace/main.py:2: SyntaxWarning: invalid escape sequence')).toEqual([
      { path: 'main.py', line: 2 },
    ]);
  });

  it('outside of the workspace are left out, and so are the cells of a prompt', () => {
    for (const text of [
      '  File "/usr/lib/python3.11/json/decoder.py", line 355, in raw_decode',
      '  File "<string>", line 1',
      '  File "/workspace/../etc/passwd", line 1',
      '  File "/workspace/cell-2.py", line 1',
      '    at Module._compile (node:internal/modules/cjs/loader.js:1554:14)',
      '    at /usr/lib/node_modules/x/main.js:1:2',
      '    at https://example.com/main.js:1:2',
      '    at /workspace/node_modules/x/index.js:1:2',
      '    at /workspace/cell-3.js:1:2',
      'main.js:0:1',
    ]) {
      expect(findPlaces(text), text).toEqual([]);
    }
  });
});
