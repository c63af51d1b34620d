'use strict';
// What variables hold, as plain data: boxes with numbers, so that two names for one object lead to one box. Nothing
// of the program's is called to find out: no getter, no trap of a Proxy, no toString or iterator of its own.
// It is loaded by steps-realm.cjs; `program` is the global object of the program.
const util = require('node:util');
const { types } = util;

const ITEMS = 40; // of one collection
const OBJECTS = 150; // of one look
const TEXT = 120; // characters
const { apply, ownKeys, getOwnPropertyDescriptor, getPrototypeOf } = Reflect;
const { isProxy } = types;

/** A built-in's method, whatever the program puts in its place later. */
const held =
  (method) =>
  (value, ...given) =>
    apply(method, value, given);
const getter = (kind, name) => held(getOwnPropertyDescriptor(kind.prototype, name).get);
const sizeOfMap = getter(Map, 'size');
const sizeOfSet = getter(Set, 'size');
const lengthOfTyped = held(
  getOwnPropertyDescriptor(getPrototypeOf(Uint8Array.prototype), 'length').get,
);
const sourceOf = getter(RegExp, 'source');
const entriesOf = held(Map.prototype.entries);
const valuesOf = held(Set.prototype.values);
const nextOfMap = held(getPrototypeOf(new Map().entries()).next);
const nextOfSet = held(getPrototypeOf(new Set().values()).next);
const textOfFunction = held(Function.prototype.toString);
const textOfSymbol = held(Symbol.prototype.toString);
const textOfDate = held(Date.prototype.toISOString);
const timeOf = held(Date.prototype.getTime);
const { isArray } = Array;
const { isNaN: isNotANumber } = Number;
const { inspect } = util;
const { is } = Object;
const { stringify } = JSON;
const wellFormed = held(String.prototype.toWellFormed);
const { process } = program;
const { getBuiltinModule, moduleLoadList } = process;
const NAMED = new Map([
  [program, '<globalThis>'],
  [program.Math, '<Math>'],
  [program.JSON, '<JSON>'],
  [program.Reflect, '<Reflect>'],
  [program.console, '<console>'],
  [process, '<process>'],
]);

/** Gives the value of each variable, and tells which boxes have changed since the last look. */
class Boxes {
  #count = 0;
  #numbers = new WeakMap(); // an object -> its number
  #told = new Map(); // number -> the box as it was told last, in JSON
  #words = new WeakMap(); // what needs no box -> its text
  #seen = new Set();
  #queue = [];
  shortened = false;

  begin() {
    this.#seen = new Set();
    this.#queue = [];
  }

  /** The boxes that are new or different, by their numbers, as JSON. */
  end() {
    let changed = '';
    for (let at = 0; at < this.#queue.length; at++) {
      const { number, value } = this.#queue[at];
      const box = stringify(this.#box(value));
      if (this.#told.get(number) === box) continue;
      this.#told.set(number, box);
      changed += `${changed === '' ? '' : ','}"${number}":${box}`;
    }
    this.#queue = [];
    return changed;
  }

  /** Text, or the number of a box. */
  value(value) {
    switch (typeof value) {
      case 'string':
        return quoted(value);
      case 'number':
        return is(value, -0) ? '-0' : `${value}`;
      case 'bigint':
        return cut(`${value}n`);
      case 'symbol':
        return cut(textOfSymbol(value));
      case 'undefined':
      case 'boolean':
        return `${value}`;
      default:
        return value === null ? 'null' : this.#object(value);
    }
  }

  #object(value) {
    const word = this.#word(value);
    if (word !== '') return word;
    let number = this.#numbers.get(value);
    if (this.#seen.has(value)) return number;
    if (this.#seen.size >= OBJECTS) {
      this.shortened = true;
      return '…';
    }
    if (number === undefined) {
      number = ++this.#count;
      this.#numbers.set(value, number);
    }
    this.#seen.add(value);
    this.#queue.push({ number, value });
    return number;
  }

  /** Of what is not the program's own: functions of the language, modules, what Node.js gives. */
  #word(value) {
    const known = this.#words.get(value);
    if (known !== undefined) return known;
    const word = wordOf(value);
    this.#words.set(value, word);
    return word;
  }

  #box(value) {
    try {
      return this.#look(value);
    } catch {
      return { k: 'text', t: 'object', x: '…' };
    }
  }

  #look(value) {
    if (isProxy(value)) return { k: 'text', t: 'Proxy' };
    if (typeof value === 'function') return this.#function(value);
    const t = cut(typeName(value));
    if (isArray(value)) return this.#list(t, value, dataOf(value, 'length'));
    if (types.isTypedArray(value)) return this.#list(t, value, lengthOfTyped(value));
    if (types.isMap(value)) return this.#map(t, value);
    if (types.isSet(value)) return this.#set(t, value);
    const x = textOf(value);
    const e = this.#properties(value);
    if (x !== undefined && e.length === 0) return { k: 'text', t, x: cut(x) };
    return x === undefined ? { k: 'object', t, e } : { k: 'object', t, x: cut(x), e };
  }

  #list(t, value, size) {
    const i = [];
    for (let at = 0; at < size && at < ITEMS; at++) {
      const found = getOwnPropertyDescriptor(value, at);
      i.push(found === undefined ? '<empty>' : this.#held(found));
    }
    return { k: 'list', t, i, ...this.#rest(size) };
  }

  #map(t, value) {
    const e = [];
    const entries = entriesOf(value);
    for (let at = 0; at < ITEMS; at++) {
      const { done, value: entry } = nextOfMap(entries);
      if (done) break;
      e.push([this.value(entry[0]), this.value(entry[1])]);
    }
    return { k: 'map', t, e, ...this.#rest(sizeOfMap(value)) };
  }

  #set(t, value) {
    const i = [];
    const items = valuesOf(value);
    for (let at = 0; at < ITEMS; at++) {
      const { done, value: item } = nextOfSet(items);
      if (done) break;
      i.push(this.value(item));
    }
    return { k: 'set', t, i, ...this.#rest(sizeOfSet(value)) };
  }

  #rest(size) {
    if (size <= ITEMS) return {};
    this.shortened = true;
    return { n: size };
  }

  #function(value) {
    const source = textOfFunction(value);
    const isClass = /^class\b/.test(source);
    const name = dataOf(value, 'name');
    const e = this.#properties(value);
    if (!isClass) return { k: 'function', t: 'function', x: headOf(name, source), e };
    const prototype = dataOf(value, 'prototype');
    const methods =
      prototype && !isProxy(prototype)
        ? [...ownKeys(prototype)].filter((key) => key !== 'constructor')
        : [];
    for (const key of methods.slice(0, ITEMS)) e.push([nameOf(key), '<method>']);
    return { k: 'class', t: 'class', x: cut(String(name)), e };
  }

  #properties(value) {
    const entries = [];
    let left = 0;
    for (const key of ownKeys(value)) {
      const found = getOwnPropertyDescriptor(value, key);
      if (!found?.enumerable) continue;
      if (entries.length < ITEMS) entries.push([nameOf(key), this.#held(found)]);
      else left++;
    }
    if (left > 0) {
      this.shortened = true;
      entries.push(['…', `+${left}`]);
    }
    return entries;
  }

  #held(found) {
    if ('value' in found) return this.value(found.value);
    return found.get ? '<getter>' : '<setter>';
  }
}

function wordOf(value) {
  if (isProxy(value)) return '';
  if (typeof value === 'function') return wordOfFunction(value);
  // A timer of Node.js.
  if (dataOf(value, '_idleTimeout') !== undefined || dataOf(value, '_onImmediate') !== undefined)
    return `<${cut(typeName(value))}>`;
  if (types.isModuleNamespaceObject(value)) return '<module>';
  const named = NAMED.get(value);
  if (named !== undefined) return named;
  for (const [name, module] of loadedModules()) if (module === value) return `<module ${name}>`;
  return '';
}

function wordOfFunction(value) {
  const name = dataOf(value, 'name');
  if (typeof name !== 'string') return '';
  const isNative = /\{\s*\[native code\]\s*\}$/.test(textOfFunction(value));
  const isOfNode = () => loadedModules().some(([, module]) => dataOf(module, name) === value);
  return isNative || isOfNode() ? `<function ${cut(name)}>` : '';
}

/** Of Node.js itself, those that have been loaded by now. */
function loadedModules() {
  const modules = [];
  for (let at = 0; at < moduleLoadList.length; at++) {
    const word = moduleLoadList[at];
    const [, name] = /^NativeModule ((?!internal\/)[\w/]+)$/.exec(word) ?? [];
    if (name === undefined) continue;
    try {
      modules.push([name, getBuiltinModule(name)]);
    } catch {} // One that is not for programs.
  }
  return modules.filter(([, module]) => typeof module === 'object' || typeof module === 'function');
}

/** The name of the class that made it, without asking anybody. */
function typeName(value) {
  let one = value;
  for (let depth = 0; one !== null && depth < 20; depth++) {
    if (isProxy(one)) break;
    const maker = depth === 0 && one === value ? undefined : dataOf(one, 'constructor');
    if (typeof maker === 'function' && !isProxy(maker)) {
      const name = dataOf(maker, 'name');
      if (typeof name === 'string' && name !== '') return name;
    }
    one = getPrototypeOf(one);
  }
  return 'object';
}

/** Of a kind whose text is found without the program's own code. */
function textOf(value) {
  if (types.isNativeError(value)) return cut(String(primitive(dataOf(value, 'message')) ?? ''));
  if (types.isDate(value)) return isNotANumber(timeOf(value)) ? 'Invalid Date' : textOfDate(value);
  if (types.isRegExp(value)) return `/${sourceOf(value)}/`;
  if (types.isPromise(value)) return promiseState(value);
  if (types.isBoxedPrimitive(value) || types.isGeneratorObject(value)) return '';
  if (types.isWeakMap(value) || types.isWeakSet(value) || types.isExternal(value)) return '';
  return undefined;
}

function promiseState(value) {
  const shown = inspect(value, { customInspect: false, depth: -1, getters: false });
  if (shown.includes('<pending>')) return 'pending';
  return shown.includes('<rejected>') ? 'rejected' : 'fulfilled';
}

function dataOf(value, name) {
  return isProxy(value) ? undefined : getOwnPropertyDescriptor(value, name)?.value;
}

function primitive(value) {
  return typeof value === 'object' || typeof value === 'function' ? undefined : value;
}

function nameOf(key) {
  return cut(typeof key === 'symbol' ? textOfSymbol(key) : key);
}

/** `add(a, b)`, from the source. */
function headOf(name, source) {
  const open = source.indexOf('(');
  const arrow = source.indexOf('=>');
  let parameters = '';
  if (open >= 0 && (arrow < 0 || open < arrow)) {
    let depth = 0;
    for (let at = open; at < source.length; at++) {
      if (source[at] === '(') depth++;
      else if (source[at] === ')' && --depth === 0) {
        parameters = source.slice(open, at + 1);
        break;
      }
    }
  } else if (arrow > 0)
    parameters = `(${source
      .slice(0, arrow)
      .replace(/^async\b/, '')
      .trim()})`;
  const own = typeof name === 'string' && name !== '' ? name : 'ƒ';
  return cut(`${own}${parameters.replace(/\s+/g, ' ')}`);
}

function quoted(text) {
  if (text.length <= TEXT) return stringify(wellFormed(text));
  return `${stringify(wellFormed(text.slice(0, TEXT)))}… (${text.length})`;
}

function cut(text) {
  return wellFormed(text.length <= TEXT ? text : `${text.slice(0, TEXT)}…`);
}

module.exports = { Boxes, cut, dataOf, typeName };
