/** Python programs, recorded in real sandboxes. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { EngineSession } from '@/lib/agentbay/engines/engine';
import { localEngine, printed, run } from '@/lib/agentbay/engines/testing';
import { record, told, variables } from './testing';

const engine = localEngine();
let session: EngineSession;

beforeAll(async () => {
  session = await engine.createSession('python');
});
afterAll(() => engine.dispose());

const recorded = (code: string, given = {}) => record(session, 'python', code, given);

describe('the steps of a Python program', () => {
  test('are its lines, each with what the one before has changed', async () => {
    const trace = await recorded('total = 0\nfor i in range(2):\n    total += i + 1\nprint(total)');
    expect(told(trace)).toEqual([
      'main:1',
      'main:2 total=0',
      'main:3 i=0',
      'main:2 total:0->1',
      'main:3 i:0->1',
      'main:2 total:1->3',
      'main:4',
      'main:4 return',
    ]);
    expect(trace.output).toEqual([{ stream: 'stdout', text: '3\n' }]);
    expect(trace.steps.map(({ output }) => output)).toEqual([0, 0, 0, 0, 0, 0, 0, 1]);
    expect(trace).toMatchObject({ omitted: [], exit: { reason: 'exited', code: 0 } });
    expect(trace.cut).toBeUndefined();
  });

  test('show recursion as a stack with the arguments of each call', async () => {
    const trace = await recorded(
      'def fact(n):\n    return 1 if n < 2 else n * fact(n - 1)\nx = fact(3)',
    );
    expect(told(trace)).toContain('    fact:2 call n=2');
    expect(told(trace)).toContain('    fact:2 return = 2');
    const deepest = trace.steps.findIndex(({ stack }) => stack.length === 4);
    expect(variables(trace, deepest)).toEqual({ n: '1' });
    expect(variables(trace)).toMatchObject({ x: '6' });
  });

  test('show two names for one list as one box', async () => {
    const trace = await recorded('a = [1]\nb = a\nb.append(2)\nc = [1, 2]');
    const held = Object.fromEntries(trace.steps.at(-1)?.stack.length ? lastFrame(trace) : []);
    expect(held.a).toBe(held.b);
    expect(held.c).not.toBe(held.a);
    expect(told(trace)).toContain('main:4 a:[1]->[1, 2] b:[1]->[1, 2]');
  });

  test('tell of an exception in every function that it leaves', async () => {
    const trace = await recorded(
      'def f():\n    1 / 0\ntry:\n    f()\nexcept ZeroDivisionError as e:\n    pass',
    );
    expect(told(trace)).toEqual([
      'main:1',
      'main:3 f=f()',
      'main:4',
      '  f:2 call',
      '  f:2 exception ZeroDivisionError: division by zero',
      'main:4 exception ZeroDivisionError: division by zero',
      'main:5',
      'main:6 e=ZeroDivisionError {division by zero}',
      'main:6 return',
    ]);
  });

  test('say what a generator hands on, and that it waits', async () => {
    const trace = await recorded(
      'def count():\n    yield 1\n    yield 2\nfor x in count():\n    pass',
    );
    expect(told(trace).filter((line) => line.includes('yield'))).toEqual([
      '  count:2 yield = 1',
      '  count:3 yield = 2',
    ]);
    const frames = trace.steps
      .filter(({ event }) => event === 'yield')
      .map(({ stack }) => stack[1]?.[0]);
    expect(frames[0]).toBe(frames[1]);
  });

  test('follow closures, classes and instances', async () => {
    const trace = await recorded(
      'def counter():\n    n = 0\n    def more():\n        nonlocal n\n        n += 1\n        return n\n    return more\nclass P:\n    def __init__(self, x):\n        self.x = x\nmore = counter()\nmore(); more()\np = P(3)',
    );
    expect(told(trace).some((line) => line.includes('n:0->1'))).toBe(true);
    expect(variables(trace)).toMatchObject({ p: 'P {x: 3}', P: 'P', more: 'more()' });
  });

  test('follow asynchronous code', async () => {
    const trace = await recorded(
      'import asyncio\nasync def f(n):\n    await asyncio.sleep(0)\n    return n\nasync def main():\n    r = await asyncio.gather(f(1), f(2))\n    return r\nx = asyncio.run(main())',
    );
    expect(told(trace).filter((line) => line.includes('f:4'))).toHaveLength(4);
    expect(variables(trace)).toMatchObject({ x: '[1, 2]' });
  });

  test('go into other files of the program and not into libraries', async () => {
    const trace = await recorded(
      'import json\nfrom tools import double\nx = json.loads(str(double(2)))',
      {
        files: [{ path: 'tools.py', text: 'def double(n):\n    return n * 2\n' }],
      },
    );
    const files = trace.steps.flatMap(({ frames = {} }) =>
      Object.values(frames).map(({ file }) => file),
    );
    expect(new Set(files)).toEqual(new Set(['main.py', 'tools.py']));
    expect(variables(trace)).toMatchObject({ x: '4', json: '<module json>' });
  });

  test('use the input that was prepared', async () => {
    const trace = await recorded('name = input()\nprint("Hi", name)', { stdin: 'Ada\n' });
    expect(variables(trace)).toEqual({ name: "'Ada'" });
    const without = await recorded('name = input()');
    expect(without.error?.name).toBe('EOFError');
    expect(told(without).at(-1)).toContain('EOFError');
  });

  test('end at 5,000, and say so', async () => {
    const trace = await recorded('n = 0\nwhile True:\n    n += 1');
    expect(trace).toMatchObject({ cut: 'steps' });
    expect(trace.steps).toHaveLength(5000);
  });

  test('end where they are too many to send, and say so', async () => {
    const trace = await recorded(
      'd = {}\nwhile True:\n    d = {k: "x" * 100 + str(len(d)) + str(id(d)) for k in range(35)}',
    );
    expect(trace.cut).toBe('size');
    expect(JSON.stringify(trace).length).toBeLessThan(3_000_000);
  });

  test('are there up to where the time ended', async () => {
    const trace = await recorded('import time\nx = 1\ntime.sleep(60)', { timeoutS: 0.5 });
    expect(trace).toMatchObject({ cut: 'time', exit: { reason: 'timed_out', line: 3 } });
    expect(told(trace)[2]).toBe('main:3 x=1');
  });

  test('show what is long in part, and say so', async () => {
    const trace = await recorded('a = list(range(10 ** 6))\ns = "x" * 10 ** 6\nn = 2 ** 100_000');
    expect(trace.omitted).toEqual(['shortened']);
    const { a, s, n } = variables(trace, undefined, 1);
    expect(a).toMatch(/^\[0, 1, .*, 39, …\]$/);
    expect(s).toMatch(/… \(1000000\)$/);
    expect(n).toBe('<int, 100001 bits>');
  });

  test('run nothing of the program to look at its values', async () => {
    const trace = await recorded(`
class Loud(list):
    def __repr__(self): print("loud")
    __str__ = __len__ = __iter__ = __getattribute__ = __eq__ = __hash__ = __repr__
class Meta(type):
    def __getattribute__(cls, name): print("loud")
class Strange(metaclass=Meta):
    __class__ = __dict__ = property(lambda self: print("loud"))
a = Loud([1, 2])
b = Strange()
c = 1`);
    expect(trace.error).toBeUndefined();
    expect(trace.output).toEqual([]);
    expect(variables(trace)).toMatchObject({ a: '[1, 2]', c: '1' });
  });

  test('let recursion end where it would, though the deepest calls are not shown', async () => {
    const code =
      'd = 0\ndef f():\n    global d\n    d += 1\n    f()\ntry:\n    f()\nexcept RecursionError:\n    print(d)';
    const trace = await recorded(code);
    const text = trace.output.map((piece) => piece.text).join('');
    expect(trace.omitted).toContain('deep');
    const ordinary = Number(printed(await run(session, 'python', code)));
    expect(Math.abs(Number(text) - ordinary)).toBeLessThan(10);
  });

  test('keep no object alive', async () => {
    const trace = await recorded(
      'import weakref\nclass P: pass\np = P()\nr = weakref.ref(p)\np = None\nprint(r())',
    );
    expect(trace.output).toEqual([{ stream: 'stdout', text: 'None\n' }]);
  });

  test('are no others where a program writes into the recorder’s pipe', async () => {
    const forged = '{"e":"line","s":[[1,99]],"o":[0,0]}';
    const trace = await recorded(
      `import os\nos.write(10, b'S${forged}\\nSnonsense\\nS{"e":"line","s":[[1,-4]]}\\n')\nprint('S${forged}')\nx = 1`,
    );
    // What it forges is its own trace alone: one step of the right form is taken, nothing else.
    expect(trace.steps.filter(({ stack }) => stack[0]?.[1] === 99)).toHaveLength(1);
    expect(trace.steps.filter(({ stack }) => (stack[0]?.[1] ?? 0) < 0)).toEqual([]);
    expect(trace.output[0]?.text).toBe(`S${forged}\n`);
  });

  test('leave an ordinary run as it is', async () => {
    const code = 'import sys\nprint(sys.gettrace(), type(sys.stdout.buffer.raw).__name__)';
    expect(printed(await run(session, 'python', code))).toBe('None FileIO\n');
  });
});

function lastFrame(trace: Awaited<ReturnType<typeof record>>) {
  const frames = trace.steps.flatMap(({ frames: told = {} }) => Object.values(told));
  return frames.at(-1)?.variables ?? [];
}
