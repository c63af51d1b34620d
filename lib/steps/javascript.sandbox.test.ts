/** JavaScript and TypeScript programs, recorded in real sandboxes. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { EngineSession } from '@/lib/agentbay/engines/engine';
import { localEngine, printed, run } from '@/lib/agentbay/engines/testing';
import { record, told, variables } from './testing';

const engine = localEngine();
let session: EngineSession;

beforeAll(async () => {
  session = await engine.createSession('javascript');
});
afterAll(() => engine.dispose());

const recorded = (code: string, given = {}) => record(session, 'javascript', code, given);

/** The variables of the main program at the last step that has any of its own. */
function atTheEnd(trace: Awaited<ReturnType<typeof record>>) {
  return variables(
    trace,
    trace.steps.findLastIndex(({ stack }) => stack.length === 1),
  );
}

describe('the steps of a JavaScript program', () => {
  test('are its lines, each with what the one before has changed', async () => {
    const trace = await recorded(
      'let total = 0;\nfor (let i = 0; i < 2; i++) {\n  total += i + 1;\n}\nconsole.log(total);',
    );
    expect(told(trace)).toEqual([
      'main:1',
      'main:2 total=0',
      'main:3 i=0',
      'main:2 total:0->1',
      'main:3 i:0->1',
      'main:2 total:1->3',
      'main:5',
      'main:5 return',
    ]);
    expect(trace.output).toEqual([{ stream: 'stdout', text: '3\n' }]);
    expect(trace.steps.map(({ output }) => output)).toEqual([0, 0, 0, 0, 0, 0, 0, 1]);
    expect(trace).toMatchObject({ omitted: [], exit: { reason: 'exited', code: 0 } });
  });

  test('show recursion as a stack with the arguments of each call', async () => {
    const trace = await recorded(
      'function fact(n) {\n  if (n < 2) return 1;\n  return n * fact(n - 1);\n}\nconst x = fact(3);\nx;',
    );
    expect(told(trace)).toContain('    fact:2 call n=2');
    expect(told(trace)).toContain('    fact:3 return = 2');
    expect(atTheEnd(trace)).toMatchObject({ x: '6' });
  });

  test('show two names for one object as one box', async () => {
    const trace = await recorded('const a = [1];\nconst b = a;\nb.push(2);\nconst c = [1, 2];\nc;');
    const frame = trace.steps.flatMap(({ frames = {} }) => Object.values(frames)).at(-1);
    const held = Object.fromEntries(frame?.variables ?? []);
    expect(held.a).toBe(held.b);
    expect(held.c).not.toBe(held.a);
  });

  test('tell of exceptions, caught or not', async () => {
    const trace = await recorded(
      'try {\n  null.x;\n} catch (e) {\n  console.log(1);\n}\nthrow new TypeError("no");',
    );
    expect(told(trace).filter((line) => line.includes('exception'))).toEqual([
      "main:2 exception TypeError: Cannot read properties of null (reading 'x')",
      'main:6 exception TypeError: no',
    ]);
    expect(trace.error?.name).toBe('TypeError');
  });

  test('follow closures, classes and generators', async () => {
    const trace = await recorded(
      'function counter() {\n  let n = 0;\n  return () => ++n;\n}\nconst more = counter();\nmore();\nclass P {\n  #secret = 1;\n  constructor(x) {\n    this.x = x;\n  }\n}\nconst p = new P(3);\nfunction* two() {\n  yield 1;\n  yield 2;\n}\nconst all = [...two()];\nall;',
    );
    expect(told(trace).some((line) => line.includes('n:0->1'))).toBe(true);
    expect(atTheEnd(trace)).toMatchObject({ p: 'P {x: 3}', all: '[1, 2]', more: 'ƒ()' });
  });

  test('follow timers and awaits, when the main program has ended too', async () => {
    const trace = await recorded(
      'let n = 0;\nasync function f(ms) {\n  await new Promise((done) => setTimeout(done, ms));\n  n += ms;\n  return n;\n}\nconst r = await f(3);\nsetTimeout(() => {\n  n = 100;\n}, 1);',
    );
    expect(told(trace).at(-1)).toBe('  ƒ:10 return = undefined n:3->100');
    expect(trace.steps.at(-1)?.stack[0]).toEqual([1, 0]);
    expect(atTheEnd(trace)).toMatchObject({ r: '3' });
  });

  test('go into other files of the program, of either kind of module', async () => {
    const trace = await recorded(
      "import { double } from './tools.mjs';\nconst { half } = require('./more.cjs');\nconst x = half(double(4));\nx;",
      {
        files: [
          { path: 'tools.mjs', text: 'export function double(n) {\n  return n * 2;\n}\n' },
          { path: 'more.cjs', text: 'exports.half = (n) => {\n  return n / 2;\n};\n' },
        ],
      },
    );
    const files = trace.steps.flatMap(({ frames = {} }) =>
      Object.values(frames).map(({ file }) => file),
    );
    expect(new Set(files)).toEqual(new Set(['main.js', 'tools.mjs', 'more.cjs']));
    expect(told(trace)).toContain('  double:2 return = 8');
    expect(atTheEnd(trace)).toMatchObject({ x: '4' });
  });

  test('show maps, sets and other things of the language', async () => {
    const trace = await recorded(
      'const m = new Map([["a", 1]]);\nconst s = new Set([1, 2]);\nconst d = new Date(0);\nconst big = 12n;\nconst p = Promise.resolve(1);\nconst f = Math.max;\nf;',
    );
    expect(atTheEnd(trace)).toMatchObject({
      m: '{"a": 1}',
      s: '{1, 2}',
      d: 'Date 1970-01-01T00:00:00.000Z',
      big: '12n',
      p: 'Promise fulfilled',
      f: '<function max>',
    });
  });

  test('use the input that was prepared', async () => {
    const trace = await recorded("const name = require('fs').readFileSync(0, 'utf8');\nname;", {
      stdin: 'Ada',
    });
    expect(atTheEnd(trace)).toMatchObject({ name: '"Ada"' });
  });

  test('end at 5,000, and say so', async () => {
    const trace = await recorded('let n = 0;\nfor (;;) {\n  n += 1;\n}', { timeoutS: 25 });
    expect(trace).toMatchObject({ cut: 'steps' });
    expect(trace.steps).toHaveLength(5000);
  });

  test('are there up to where the time ended', async () => {
    const trace = await recorded(
      'let x = 1;\nx++;\nawait new Promise((done) => setTimeout(done, 60_000));',
      { timeoutS: 1 },
    );
    expect(trace.cut).toBe('time');
    expect(told(trace)[2]).toBe('main:3 x:1->2');
  });

  test('show what is long in part, and say so', async () => {
    const trace = await recorded(
      'const a = Array.from({ length: 1e5 }, (_, i) => i * 2);\nconst s = "x".repeat(1e6);\ns;',
      { timeoutS: 25 },
    );
    expect(trace.cut ?? trace.omitted).toBeTruthy();
    const long = await recorded(
      'const a = new Array(1e6).fill(7);\nconst s = "x".repeat(1e6);\ns;',
    );
    expect(long.omitted).toEqual(['shortened']);
    expect(atTheEnd(long).a).toMatch(/^\[7, 7, .*, …\]$/);
    expect(atTheEnd(long).s).toMatch(/… \(1000000\)$/);
  });

  test('run nothing of the program to look at its values', async () => {
    const code = `const loud = () => console.log('loud');
const p = new Proxy({}, { get: loud, ownKeys: loud, getOwnPropertyDescriptor: loud, getPrototypeOf: loud });
const g = { get x() { loud(); }, toString: loud, toJSON: loud, [Symbol.iterator]: loud, [Symbol.toPrimitive]: loud };
const child = Object.create(p);
Map.prototype.entries = loud;
Array.prototype.push = loud;
Array.prototype.toJSON = loud;
String.prototype.slice = loud;
const m = new Map([[1, 2]]);
undefined;`;
    const trace = await recorded(code);
    expect(trace.error).toBeUndefined();
    expect(trace.output.map(({ text }) => text).join('')).toBe(
      printed(await run(session, 'javascript', code)),
    );
    expect(atTheEnd(trace)).toMatchObject({ p: 'Proxy', m: '{1: 2}' });
  });

  test('leave an ordinary run as it is', async () => {
    const code =
      "console.log(Object.keys(globalThis).filter((name) => name.includes('runbay')).length, (() => 1).toString())";
    expect(printed(await run(session, 'javascript', code))).toBe('0 () => 1\n');
    const trace = await recorded(code);
    expect(trace.output[0]?.text).toBe('0 () => 1\n');
  });
});

describe('the steps of a TypeScript program', () => {
  test('have the lines of its source, where it is rewritten too', async () => {
    const trace = await record(
      session,
      'typescript',
      'interface P {\n  x: number;\n}\nenum Color { Red, Green }\nfunction f(p: P): number {\n  return p.x;\n}\nconst c: Color = Color.Green;\nlet t = f({ x: 3 });\nt = t + c;',
    );
    expect(told(trace)).toContain('  f:6 return = 3');
    expect(told(trace).at(-1)).toBe('main:10 return t:3->4');
  });
});
