/** As `harness-python.ts`, for JavaScript and TypeScript. */
import { base64, type HarnessStep } from './harness-python';

const SOURCE = String.raw`
(mark, steps, file, modules) => {
  const { writeSync } = modules('node:fs');
  const { inspect, types } = modules('node:util');
  const assert = modules('node:assert');
  const NODES = 5000, DEPTH = 40, TEXT = 20000;
  const CUT = { t: 'cut' };
  const evaluate = globalThis.eval;

  const send = (message) => {
    const data = Buffer.from(mark + JSON.stringify(message) + '\n');
    for (let at = 0; at < data.length; ) {
      try {
        at += writeSync(1, data, at);
      } catch (error) {
        if (error.code !== 'EAGAIN') throw error;
      }
    }
  };

  const numberText = (number) => {
    if (Object.is(number, -0)) return '-0';
    return String(number).replace('NaN', 'nan').replace('Infinity', 'inf');
  };

  const shown = (value) => {
    try {
      return String(inspect(value, { depth: 4, maxArrayLength: 50, maxStringLength: 1000 })).slice(0, 2000);
    } catch {
      return '<?>';
    }
  };

  const encode = (value, within = [], room = { left: NODES }) => {
    room.left -= 1;
    if (room.left < 0 || within.length > DEPTH) return CUT;
    if (value === null) return { t: 'none' };
    switch (typeof value) {
      case 'undefined':
        return { t: 'undefined' };
      case 'boolean':
        return { t: 'bool', v: value };
      case 'number':
        return { t: 'number', v: numberText(value) };
      case 'bigint': {
        const v = String(value);
        return v.length > 4000 ? CUT : { t: 'bigint', v };
      }
      case 'string':
        return value.length > TEXT ? CUT : { t: 'text', v: value };
      case 'object':
        break;
      default:
        return { t: 'object', type: typeof value, v: shown(value) };
    }
    if (within.includes(value)) return { t: 'cycle' };
    const inside = [...within, value];
    const each = (items, make) => {
      const made = [];
      for (const item of items) {
        if (made.length > NODES) break;
        made.push(make(item));
      }
      return made;
    };
    const one = (item) => encode(item, inside, room);
    const pair = ([key, item]) => [one(key), one(item)];
    if (types.isDate(value)) return { t: 'date', v: numberText(Date.prototype.getTime.call(value)) };
    if (types.isMap(value)) return { t: 'map', v: each(Map.prototype.entries.call(value), pair) };
    if (types.isSet(value)) return { t: 'set', v: each(Set.prototype.values.call(value), one) };
    if (Array.isArray(value) || types.isTypedArray(value)) {
      const length = Math.min(Number(value.length), NODES + 1);
      return { t: 'list', v: each({ *[Symbol.iterator]() { for (let at = 0; at < length; at += 1) yield value[at]; } }, one) };
    }
    const parent = Object.getPrototypeOf(value);
    if ((parent === Object.prototype || parent === null) && !types.isBoxedPrimitive(value) && !types.isNativeError(value)) {
      return { t: 'dict', v: each(Object.keys(value), (key) => pair([key, value[key]])) };
    }
    const name = typeof parent?.constructor?.name === 'string' ? parent.constructor.name : 'object';
    return { t: 'object', type: name.slice(0, 100), v: shown(value) };
  };

  const describe = (error) => {
    const text = (read) => {
      try {
        return String(read()).slice(0, 500);
      } catch {
        return '';
      }
    };
    const isError = types.isNativeError(error) || error instanceof Error;
    const stack = isError ? text(() => error.stack) : '';
    const line = Number(new RegExp(file.replaceAll('.', '\\.') + ':(\\d+)').exec(stack)?.[1]) || null;
    return isError
      ? { name: text(() => error.name).slice(0, 100), message: text(() => error.message), line }
      : { name: 'Uncaught', message: shown(error).slice(0, 500), line };
  };

  // A function of its own where something is waited for: evaluated code cannot wait at its top.
  const valueOf = (source) =>
    evaluate(/\bawait\b/.test(source) ? '(async () => (' + source + '\n))()' : '(' + source + '\n)');
  const NAMED = /^(?:const|let|var)\s+([A-Za-z_$][\w$]*)\s*=(?!=)([\s\S]*?);?\s*$/;

  // What is declared is there for the next one, as at a prompt.
  const perform = async (source) => {
    const waits = /\bawait\b/.test(source);
    const named = waits ? NAMED.exec(source) : null;
    if (named) globalThis[named[1]] = await valueOf(named[2]);
    else if (waits) await evaluate('(async () => {' + source + '\n})()');
    else await evaluate(source.replace(/^(?:const|let)\b/, 'var'));
  };

  const holds = async (source) => {
    const before = console.assert;
    globalThis.assert ??= assert;
    console.assert = (condition, message) => assert.ok(condition, message);
    try {
      await perform(source);
    } finally {
      console.assert = before;
    }
  };

  return (async () => {
    for (const step of steps) {
      send({ begin: step.i });
      try {
        if (step.call === undefined) {
          await holds(step.run);
          send({ i: step.i, holds: true });
        } else {
          const value = await valueOf(step.call);
          send({ i: step.i, value: encode(value) });
        }
      } catch (error) {
        send({ i: step.i, error: describe(error) });
      }
    }
    send({ end: true });
  })();
}
`;

/** A program for the context of the learner's own; `file` is the name that its code has there. */
export function scriptHarness(mark: string, steps: HarnessStep[], file: string): string {
  const buffer = "globalThis.process.getBuiltinModule('node:buffer').Buffer";
  const text = (value: string) => `${buffer}.from('${base64(value)}', 'base64').toString()`;
  return `await (0, globalThis.eval)(${text(SOURCE)})(${text(mark)}, globalThis.JSON.parse(${text(JSON.stringify(steps))}), ${text(file)}, globalThis.process.getBuiltinModule);`;
}
