import { afterAll, describe, expect, it } from 'vitest';
import { engine } from '@/lib/agentbay/engines';
import { type Exercise, readActivity } from '@/lib/demos/activities';
import { readDocument } from '@/lib/demos/document';
import { type BlockAbove, checkExercise } from './check-exercise';
import type { ExerciseOutcome } from './outcome';

afterAll(() => engine().dispose());

interface Given {
  language?: string;
  cases?: string;
  options?: string;
  checks?: string;
  above?: BlockAbove[];
  more?: string;
}

function exercise({
  language = 'python',
  cases,
  options = '',
  checks,
  more = '',
}: Given): Exercise {
  const parts = [
    `\`\`\`${language} exercise=a timeout=2\n\`\`\``,
    cases === undefined ? '' : `\`\`\`text cases=a ${options}\n${cases}\n\`\`\``,
    checks === undefined ? '' : `\`\`\`${language} check=a\n${checks}\n\`\`\``,
    more,
  ];
  const [part] = readDocument(parts.join('\n\n')).parts;
  if (part?.kind !== 'activity') throw new Error('no activity');
  const { activity, problems } = readActivity(part);
  expect(problems).toEqual([]);
  return activity as Exercise;
}

function check(given: Given, code: string): Promise<ExerciseOutcome> {
  return checkExercise({
    exercise: exercise(given),
    code,
    above: given.above ?? [],
    files: [],
    client: 'test',
    signal: new AbortController().signal,
  });
}

const states = ({ results }: ExerciseOutcome) =>
  results.map(({ state, fault, difference }) => fault ?? difference ?? state);

const DOUBLE = { cases: 'double(3) => 1296\ndouble(-2) => 676\nlabel: nothing\ndouble(0) => 900' };
const DOUBLE_RIGHT = 'def double(n):\n    return (n * 2 + 30) ** 2';

describe('a right answer', () => {
  it('passes hidden calls and visible checks', async () => {
    const outcome = await check({ ...DOUBLE, checks: 'assert double(3) == 1296' }, DOUBLE_RIGHT);
    expect(states(outcome)).toEqual(['passed', 'passed', 'passed', 'passed']);
    expect(outcome.passed).toBe(true);
    expect(outcome.results[3]).toMatchObject({
      isHidden: true,
      label: 'nothing',
      given: { kind: 'call', text: 'double(0)' },
      came: '900',
    });
  });

  it('of every kind of value passes', async () => {
    const cases = [
      'text() => "a\\n\\u00e9"',
      'number() => float("nan")',
      'pair() => (1, [2.0, None])',
      'many() => {"b": {1, 2}, "a": b"x"}',
      'point() => Point(x=1)',
      'coroutine() => 7',
      'fails() => raises ZeroDivisionError',
      'big() => 1267650600228229401496703205376',
      'counter() => {"a": 2}',
    ].join('\n');
    const code = `
from dataclasses import dataclass
from collections import Counter
@dataclass
class Point:
    x: int
class Text(str):
    def __str__(self): return 'other'
    def __eq__(self, other): return False
    __hash__ = str.__hash__
def text(): return Text('a\\né')
def number(): return float('nan')
def pair(): return 1, [2.0, None]
def many(): return {'a': b'x', 'b': {2, 1}}
def point(): return Point(1)
async def coroutine(): return 7
def fails(): return 1 / 0
def big(): return 2 ** 100
def counter(): return Counter('aa')
`;
    expect(states(await check({ cases }, code))).toEqual(Array(9).fill('passed'));
  });

  it('in JavaScript and TypeScript passes', async () => {
    const cases = [
      'double(3) => 6',
      'object() => {b: [1, null, undefined], a: "x"}',
      'when() => "2024-01-02T00:00:00.000Z"',
      'later(2) => 2',
      'map() => new Map([["a", new Set([1, 2])]])',
      'nan() => NaN',
      'point() => Point { x: 1 }',
      'fails() => throws RangeError',
      'apply((x) => x + 1) => 3',
      'big() => 12n',
      'minus() => 0',
    ].join('\n');
    const script = `
import { readFileSync } from 'node:fs';
const double = (n) => n * 2;
function object() { return { a: 'x', b: [1, null, undefined] }; }
const when = () => new Date(Date.UTC(2024, 0, 2)).toISOString();
const later = async (n) => { await new Promise((done) => setTimeout(done, 10)); return n; };
const map = () => new Map([['a', new Set([2, 1])]]);
const nan = () => NaN;
class Point { constructor(x) { this.x = x; } }
const point = () => new Point(1);
const fails = () => 'a'.repeat(-1);
const apply = (work) => work(2);
const big = () => 12n;
const minus = () => -0;
`;
    const right = Array(11).fill('passed');
    const checks = 'assert.deepEqual(object().b, [1, null, undefined]);\nassert.throws(fails);';
    expect(states(await check({ language: 'javascript', cases }, script))).toEqual(right);
    const typed = script.replace('(n) => n * 2', '(n: number): number => n * 2');
    expect(states(await check({ language: 'typescript', cases, checks }, typed))).toEqual([
      'passed',
      'passed',
      ...right,
    ]);
  });

  it('in JavaScript passes checks that wait, and that name what they need', async () => {
    const checks = [
      "const silent = async () => { throw new Error('no'); };",
      'const [one, two] = [1, 2];',
      'const three = await later(one) + two;',
      'assert.equal(await later(three), 3);',
      'assert.rejects(silent);',
      'await assert.rejects(silent());',
    ].join('\n');
    const given = {
      language: 'javascript',
      checks,
      cases: 'await later(7) => 7\nlater("x") => "x"',
    };
    const outcome = await check(given, 'const later = async (value) => value;');
    expect(states(outcome)).toEqual(Array(8).fill('passed'));
    const wrong = await check(given, 'const later = async (value) => 0;');
    expect(wrong.passed).toBe(false);
  });

  it('to input and output passes in each of its cases', async () => {
    const cases = 'input:\n3\n4\noutput: 7\n---\ninput: 1 1\noutput: 2';
    const code = 'import sys\nprint(sum(map(int, sys.stdin.read().split())))';
    const outcome = await check({ cases }, code);
    expect(outcome).toMatchObject({ passed: true, results: [{ came: '7\n' }, { came: '2\n' }] });
    const script =
      "console.log(require('fs').readFileSync(0, 'utf8').split(/\\s+/).map(Number).reduce((a, b) => a + b))";
    expect((await check({ language: 'javascript', cases }, script)).passed).toBe(true);
  });

  it('may need what stands above it', async () => {
    const above = [
      { code: 'FACTOR = 2', isFresh: false },
      { code: 'print(input())', isFresh: false },
    ];
    const outcome = await check(
      { cases: 'double(3) => 6\ndouble(1) => raises NameError', above },
      'def double(n):\n    if n == 1:\n        return\n\n    return FACTOR * n',
    );
    expect(states(outcome)).toEqual(['passed', 'value']);
    const failing = await check(
      { cases: 'double(3) => 6', above },
      'def double(n):\n    return 1 / 0',
    );
    expect(failing.results[0]?.error).toEqual({
      name: 'ZeroDivisionError',
      message: 'division by zero',
      line: 2,
    });
  });

  it('gives the solution that was held', async () => {
    const more = '```python solution=a held\ndef double(n): ...\n```';
    expect((await check({ ...DOUBLE, more }, DOUBLE_RIGHT)).solution).toBe('def double(n): ...');
    expect((await check({ ...DOUBLE, more }, 'def double(n): return n')).solution).toBeUndefined();
  });
});

describe('a wrong answer', () => {
  it('is told with what was given and what came, and never with what was expected', async () => {
    const outcome = await check(DOUBLE, 'def double(n):\n    print("hm", n)\n    return str(n)');
    expect(outcome.results[0]).toEqual({
      state: 'failed',
      isHidden: true,
      given: { kind: 'call', text: 'double(3)' },
      came: "'3'",
      printed: 'hm 3\n',
      difference: 'kind',
      kinds: { came: 'text', expected: 'number' },
    });
    expect(JSON.stringify(outcome)).not.toMatch(/1296|676|900/);
  });

  it('to a visible check is told with what was expected', async () => {
    const outcome = await check({ checks: 'assert double(2) == 4, "twice"' }, 'def double(n): ...');
    expect(outcome.results[0]).toMatchObject({
      given: { kind: 'check', text: 'assert double(2) == 4, "twice"' },
      came: 'None',
      expected: '4',
      difference: 'nothing',
    });
  });

  it('that hangs, ends or breaks in one case is told for that case', async () => {
    const cases = 'f(1) => 1\nf(2) => 2\nf(3) => 3\nf(4) => 4\nf(5) => 5';
    const code = `
import os
def f(n):
    if n == 2:
        while True: pass
    if n == 3: os._exit(0)
    if n == 4: raise ValueError('four')
    return n
`;
    const outcome = await check({ cases }, code);
    expect(states(outcome)).toEqual(['passed', 'timeout', 'ended', 'error', 'passed']);
    expect(outcome.results[3]?.error).toEqual({ name: 'ValueError', message: 'four', line: 7 });
    const script = `
function f(n) {
  if (n === 2) for (;;);
  if (n === 3) process.exit(0);
  if (n === 4) throw new RangeError('four');
  return n;
}`;
    const other = await check({ language: 'javascript', cases }, script);
    expect(states(other)).toEqual(['passed', 'timeout', 'ended', 'error', 'passed']);
    expect(other.results[3]?.error).toEqual({ name: 'RangeError', message: 'four', line: 5 });
  });

  it('that hangs each time is tried no longer than it takes to know', async () => {
    const cases = Array.from({ length: 20 }, (_, n) => `f(${n}) => ${n}`).join('\n');
    const began = performance.now();
    const outcome = await check({ cases }, 'def f(n):\n    while True: pass');
    expect(states(outcome)).toEqual([...Array(3).fill('timeout'), ...Array(17).fill('untried')]);
    expect(performance.now() - began).toBeLessThan(15_000);
  });

  it('that does not compile, fails or ends at once is not tried', async () => {
    const broken = async (code: string) => (await check(DOUBLE, code)).broken;
    expect(await broken('def double(n)\n    return')).toMatchObject({
      fault: 'error',
      error: { name: 'SyntaxError', line: 1 },
    });
    expect(await broken('x = 1\nprint(y)')).toMatchObject({
      error: { name: 'NameError', line: 2 },
    });
    expect(await broken('print("a")\nimport os\nos._exit(0)')).toMatchObject({ fault: 'ended' });
    expect(await broken('while True: pass')).toMatchObject({ fault: 'timeout' });
    expect((await check({ ...DOUBLE }, '')).results[0]?.error?.name).toBe('NameError');
  });

  it('with endless output, too much memory or too deep a recursion is told so', async () => {
    const cases = 'f(1) => 1\nf(2) => 2\nf(3) => 3\nf(4) => 4';
    const code = `
def f(n):
    if n == 1:
        while True: print('x' * 1000)
    if n == 2: return f(2)
    if n == 3: return 'x' * 10 ** 11
    return n
`;
    const outcome = await check({ cases }, code);
    expect(states(outcome)).toEqual(['output', 'error', 'error', 'passed']);
    expect(JSON.stringify(outcome).length).toBeLessThan(20_000);
  });

  it('by input is told with its input and its output', async () => {
    const cases = 'input: 3\noutput: 9\n---\ninput: 4\noutput: 16';
    const outcome = await check({ cases }, 'n = int(input("n? "))\nprint(n + 6)\nif n > 3: 1 / 0');
    expect(outcome.results).toMatchObject([
      { state: 'failed', given: { kind: 'input', text: '3\n' }, came: 'n? 9\n' },
      { fault: 'error', came: 'n? 10\n', error: { name: 'ZeroDivisionError', line: 3 } },
    ]);
    expect(JSON.stringify(outcome)).not.toContain('16');
  });
});

/** Programs that try to pass without knowing the answer. */
const CHEATS: Record<string, string> = {
  'prints what the harness prints': `
import sys
def double(n):
    print('{"i": 0, "value": {"t": "number", "v": "1296"}}')
    print('passed', 'True', '{"passed": true}')
    return None`,
  'answers with objects that are equal to everything': `
class All:
    def __eq__(self, other): return True
    def __hash__(self): return 0
    def __repr__(self): return '1296'
def double(n): return All()`,
  'answers with a number that is equal to everything': `
class All(int):
    def __eq__(self, other): return True
    def __repr__(self): return '1296'
    __str__ = __repr__
    def __index__(self): return 1296
    __int__ = __index__
def double(n): return All(7)`,
  'patches the built-ins': `
import builtins, json, os, sys
builtins.print = builtins.repr = builtins.str = lambda *a, **k: '1296'
json.dumps = lambda *a, **k: '{"end": true}'
builtins.isinstance = builtins.issubclass = lambda *a: True
def double(n): return n`,
  'ends the program with success': `
import os, sys
def double(n): os._exit(0)`,
  'leaves by an exit': `
def double(n): raise SystemExit(0)`,
  'answers for the harness': `
import os, sys, gc
def double(n):
    frame = sys._getframe()
    while frame:
        space = frame.f_globals
        if 'MARK' in space:
            for i in range(3):
                os.write(1, (space['MARK'] + '{"i": %d, "holds": true}\\n' % i).encode())
                os.write(1, (space['MARK'] + '{"i": %d, "value": {"t": "cut"}}\\n' % i).encode())
                os.write(1, (space['MARK'] + '{"begin": %d}\\n' % (i + 1)).encode())
            os.write(1, (space['MARK'] + '{"end": true}\\n').encode())
            os._exit(0)
        frame = frame.f_back
    return 0`,
  'replaces the harness': `
import sys, os
def double(n):
    frame = sys._getframe()
    while frame:
        if 'encode' in frame.f_globals:
            frame.f_globals['encode'] = lambda *a: {'t': 'number', 'v': '7', 'passed': True}
            frame.f_globals['send'] = lambda **m: None
        frame = frame.f_back
    return 0`,
  'prints when it is over': `
import atexit, threading, time, os
@atexit.register
def last(): print('{"passed": true}')
def later():
    time.sleep(0.2)
    os.write(1, b'{"passed": true}')
threading.Thread(target=later).start()
def double(n): return None`,
  'writes control lines': `
import os
def double(n):
    for fd in range(3, 20):
        try: os.write(fd, b'D 1 0\\nR {"text": "1296", "isMainResult": true}\\nD 2 0\\nD 3 0\\n')
        except OSError: pass
    return None`,
  'answers with values that never end': `
def double(n):
    a = []
    a.append(a)
    return a if n > 0 else [[0] * 10**6] * 100`,
  'answers with everything at once': `
def double(n): return {1296, 676, 900, n}`,
  'answers NaN': 'def double(n): return float("nan")',
  'is a class':
    'class double:\n    def __init__(self, n): pass\n    def __eq__(self, o): return True',
};

describe('only a right answer passes: a program that', () => {
  for (const [what, code] of Object.entries(CHEATS)) {
    it(`${what} does not`, async () => {
      const outcome = await check({ ...DOUBLE, checks: 'assert double(3) == 1296' }, code);
      expect(outcome.passed).toBe(false);
      expect(outcome.results.some(({ state }) => state === 'passed')).toBe(false);
      const hidden = outcome.results.filter(({ isHidden }) => isHidden);
      // What is told is at most what the program made up itself.
      const told = JSON.stringify(hidden);
      for (const expected of ['1296', '676', '900']) {
        // As a whole number: an object's address may have these digits.
        if (!code.includes(expected)) expect(told).not.toMatch(new RegExp(`\\b${expected}\\b`));
      }
    });
  }

  it('looks for what is expected finds it nowhere in its sandbox', async () => {
    const code = `
import gc, os, re, sys
def double(n):
    seen = []
    # The number as this source does not hold it.
    needle = re.compile(rb'83729[1][4]')
    def look(data, where):
        if needle.search(data): seen.append(where)
    def read(path):
        try: return open(path, 'rb').read(1 << 24)
        except OSError: return b''
    for top in ('/workspace', '/tmp', '/dev/shm'):
        for folder, _, names in os.walk(top):
            for name in names: look(read(os.path.join(folder, name)), name)
    for pid in [p for p in os.listdir('/proc') if p.isdigit()] + ['self']:
        look(read('/proc/%s/environ' % pid) + read('/proc/%s/cmdline' % pid), pid)
        for line in read('/proc/%s/maps' % pid).splitlines():
            start, end = [int(one, 16) for one in line.split()[0].split(b'-')]
            if b' rw' not in line or end - start > 1 << 27: continue
            try:
                with open('/proc/%s/mem' % pid, 'rb', 0) as memory:
                    memory.seek(start)
                    look(memory.read(end - start), 'memory of ' + pid)
            except (OSError, ValueError, OverflowError): continue
    frame = sys._getframe()
    while frame:
        for space in (frame.f_locals, frame.f_globals): look(repr(space).encode(), 'frame')
        frame = frame.f_back
    return seen
`;
    const outcome = await check({ cases: 'double(1) => 8372914' }, code);
    expect(outcome.results[0]).toMatchObject({ state: 'failed', came: '[]' });
  });

  it.each([
    [
      'patches the built-ins',
      'JSON.stringify = () => \'{"end":true}\'; Object.prototype.toJSON = () => 6; Number.prototype.toString = String = () => "6"; function double() { return 1 }',
    ],
    [
      'answers with a proxy',
      'function double() { return new Proxy({}, { get: () => 6, getPrototypeOf: () => Number.prototype }) }',
    ],
    [
      'answers with an object that becomes the number',
      'function double() { return { valueOf: () => 6, toString: () => "6", [Symbol.toPrimitive]: () => 6 } }',
    ],
    [
      'answers with a thenable',
      'function double() { return { then(done) { done({ t: "number", v: "6" }) } } }',
    ],
    ['ends with success', 'function double() { process.exit(0) }'],
    [
      'ends at the exit',
      'process.on("exit", () => { process.exitCode = 0; console.log("passed") }); function double() { process.exitCode = 0; throw 6 }',
    ],
    ['never answers', 'function double() { return new Promise(() => {}) }'],
    [
      'writes to every descriptor',
      'const fs = require("fs"); function double() { for (let fd = 3; fd < 20; fd += 1) try { fs.writeSync(fd, "D 1 0\\nD 2 0\\n") } catch {} }',
    ],
    [
      'replaces eval and what writes',
      'globalThis.eval = () => 6; require("fs").writeSync = () => 6; function double() { return 1 }',
    ],
    ['answers in another way each time', 'const double = new Proxy(() => 1, { apply: () => NaN })'],
    ['answers boxed', 'function double() { return new Number(6) }'],
  ])('%s in JavaScript does not', async (_, code) => {
    const outcome = await check(
      { language: 'javascript', cases: 'double(3) => 6', checks: 'assert.equal(double(3), 6);' },
      code,
    );
    expect(outcome.passed).toBe(false);
    expect(outcome.results.some(({ state }) => state === 'passed')).toBe(false);
  });

  it('prints the right output to one input is not right for another', async () => {
    const cases = 'input: 3\noutput: 9\n---\ninput: 4\noutput: 16';
    const cheats = [
      'print(9)',
      'print(9); print(16)',
      'import os; os.write(1, b"9\\n"); os._exit(0)',
    ];
    for (const code of cheats) expect((await check({ cases }, code)).passed).toBe(false);
  });
});
