'use strict';
// Records a program step by step, through V8's debugger: a breakpoint at each of its statements, in every file of
// its own. The inspector of one's own thread calls back at each pause, inside of it, and the program goes on when
// the callback returns. A step is one JSON line, and tells of frames and boxes only what has changed.
// It is loaded by steps-realm.cjs; `program` is the global object of the program.
const { process } = program;
const inspector = require('node:inspector');
const { Boxes, cut, dataOf, typeName } = require('./snapshot.cjs');

const FIRST_FRAMES = 4;
const LAST_FRAMES = 16;
const VARIABLES = 60;
const { stringify } = JSON;
const { getOwnPropertyDescriptor, ownKeys } = Reflect;
const { types } = require('node:util');
// What the wrapper of a CommonJS module brings.
const WRAPPERS = new Set(['exports', 'require', 'module', '__filename', '__dirname', 'arguments']);
const MAIN_FRAME = 1;

class Recorder {
  #session = new inspector.Session();
  #tell;
  #folder;
  #main;
  #lines;
  #left;
  #boxes = new Boxes();
  #globals = new Set(ownKeys(program));
  #scripts = new Map(); // id of a script -> its file, of the program's own
  #receiver; // the inspector's handle of what takes scopes over
  #scopes = [];
  #stack = []; // the frames of the last step: {number, key}
  #count = MAIN_FRAME;
  #told = new Map(); // number of a frame -> as it was told last, in JSON
  #visited = new Set(); // places of the line of the last step, in the same frame
  #line = '';
  #isDeep = false;
  #isReady = false;
  #mainLine = 1;
  #stdout = process.stdout;
  #stderr = process.stderr;

  /** `lines`: those of the source, of a program that was rewritten. */
  constructor(tell, limits, folder, main) {
    this.#tell = tell;
    this.#left = { ...limits };
    this.#folder = folder;
    this.#main = main;
    const session = this.#session;
    session.connect();
    // The program may have replaced the one that it inherits.
    session.emit = (name, message) => this.#onMessage(name, message);
    this.#receiver = this.#handle((...scopes) => {
      this.#scopes = scopes;
    });
    this.#post('Debugger.enable');
    // It has told of all scripts that were there before the program.
    this.#isReady = true;
    this.#post('Debugger.setPauseOnExceptions', { state: 'all' });
    this.#post('Debugger.setBlackboxPatterns', { patterns: ['^node:'] });
  }

  begin(lines) {
    this.#lines = lines;
  }

  stop(by = 'done') {
    const omitted = [this.#isDeep && 'deep', this.#boxes.shortened && 'shortened'].filter(Boolean);
    this.#say(stringify({ end: by, o: this.#printed(), omitted }));
    this.#session.disconnect();
  }

  #onMessage(name, message) {
    try {
      if (name === 'Debugger.scriptParsed') this.#onScript(message.params);
      else if (name === 'Debugger.paused') this.#onPause(message.params);
    } catch {} // Nothing of ours may reach the program.
  }

  #post(method, request) {
    let answer;
    this.#session.post(method, request, (failure, given) => {
      if (!failure) answer = given;
    });
    return answer;
  }

  /** The inspector's handle of a function of ours. */
  #handle(work) {
    const key = `__runbay_${Math.random()}`;
    Object.defineProperty(program, key, { configurable: true, value: work });
    const { result } = this.#post('Runtime.evaluate', {
      expression: `globalThis[${stringify(key)}]`,
    });
    delete program[key];
    return result.objectId;
  }

  #onScript({ scriptId, url }) {
    const file = this.#fileOf(url);
    if (file === undefined || !this.#isReady) return;
    this.#scripts.set(scriptId, file);
    const { locations = [] } =
      this.#post('Debugger.getPossibleBreakpoints', { start: { scriptId, lineNumber: 0 } }) ?? {};
    let line = -1;
    for (const location of listed(locations)) {
      // Of what is called within a line its callee tells; but a line may begin with a call.
      if (location.type !== 'call' || location.lineNumber !== line)
        this.#post('Debugger.setBreakpoint', { location });
      line = location.lineNumber;
    }
  }

  #fileOf(url) {
    const path = url.startsWith('file://') ? decodeURIComponent(url.slice(7)) : url;
    if (!path.startsWith(`${this.#folder}/`) || path.includes('/node_modules/')) return undefined;
    return path.slice(this.#folder.length + 1);
  }

  /** The program's own; what sets the fields of a class is no call that anybody wrote. */
  #isShown({ location, functionName }) {
    return (
      this.#scripts.has(location.scriptId) && functionName !== '<instance_members_initializer>'
    );
  }

  #onPause({ callFrames: given, reason, data }) {
    const callFrames = listed(given).map((frame) => ({
      ...frame,
      scopeChain: listed(frame.scopeChain),
    }));
    const [top] = callFrames;
    if (top === undefined || !this.#isShown(top)) return;
    const isException = reason === 'exception' || reason === 'promiseRejection';
    const isReturn = top.returnValue !== undefined;
    const frames = callFrames.filter((frame) => this.#isShown(frame)).reverse();
    const stack = this.#stackOf(frames);
    const entered = stack.at(-1)?.isNew ?? false;
    const line = `${stack.at(-1)?.number}:${top.location.lineNumber}`;
    const column = top.location.columnNumber;
    const isMain = this.#isMain(top);
    if (!isException && !isReturn) {
      // A line is one step, until one of its places comes round again.
      const isSame = line === this.#line && !this.#visited.has(column);
      if (!isSame) this.#visited = new Set();
      this.#line = line;
      this.#visited.add(column);
      if (isSame) return;
    } else this.#line = '';
    const event = isException
      ? 'exception'
      : isReturn
        ? 'return'
        : entered && !isMain
          ? 'call'
          : 'line';
    this.#step(event, frames, stack, {
      value: isReturn && !isMain ? top.returnValue : undefined,
      error: isException ? data : undefined,
    });
    if (isReturn && !isMain) this.#stack = this.#stack.slice(0, -1);
  }

  #isMain({ functionName, location, scopeChain }) {
    return (
      functionName === '' &&
      this.#scripts.get(location.scriptId) === this.#main &&
      !scopeChain.some(({ type }) => type === 'local')
    );
  }

  /** Which calls these are: the same ones as at the last step, as far as the same functions stand there. */
  #stackOf(frames) {
    const calls = frames.filter((frame) => !this.#isMain(frame));
    const stack = [];
    let isSame = true;
    calls.forEach(({ functionLocation, functionName }, at) => {
      const { scriptId, lineNumber, columnNumber } = functionLocation ?? {};
      const key = `${scriptId}:${lineNumber}:${columnNumber}:${functionName}`;
      const old = this.#stack[at];
      isSame &&= old?.key === key;
      stack.push(isSame ? { ...old, isNew: false } : { key, number: ++this.#count, isNew: true });
    });
    this.#stack = stack;
    return stack.length === 0 ? [{ number: MAIN_FRAME, isNew: false }] : stack;
  }

  #step(event, frames, stack, { value, error }) {
    this.#boxes.begin();
    const calls = frames.filter((frame) => !this.#isMain(frame));
    const main = frames.find((frame) => this.#isMain(frame));
    const hidden = Math.max(0, calls.length - FIRST_FRAMES - LAST_FRAMES);
    if (hidden > 0) this.#isDeep = true;
    const shown = calls
      .map((frame, at) => ({ frame, number: stack[at].number }))
      .filter((_, at) => hidden === 0 || at < FIRST_FRAMES || at >= FIRST_FRAMES + hidden);
    const chains = [main ?? frames[0], ...shown.map(({ frame }) => frame)].map((frame, at) => ({
      frame,
      scopes: frame.scopeChain.filter(({ type }) =>
        at === 0 ? this.#isGlobalScope(type, frame === main) : !GLOBAL.has(type),
      ),
    }));
    const wanted = chains.flatMap(({ frame, scopes }) => [
      ...scopes.map(({ object }) => object),
      frame.this ?? { value: undefined },
    ]);
    const remotes = [...wanted, value ?? {}, error ?? {}];
    this.#post('Runtime.callFunctionOn', {
      objectId: this.#receiver,
      functionDeclaration: 'function (...given) { this(...given); }',
      arguments: remotes.map(argumentOf),
      silent: true,
    });
    const given = this.#scopes;
    this.#scopes = [];
    const thrown = given.at(-1);
    const returned = given.at(-2);
    let at = 0;
    const told = [];
    const list = [];
    chains.forEach(({ frame, scopes }, index) => {
      const objects = given.slice(at, at + scopes.length);
      const self = given[at + scopes.length];
      at += scopes.length + 1;
      const isGlobal = index === 0;
      const number = isGlobal ? MAIN_FRAME : shown[index - 1].number;
      const json = isGlobal ? this.#mainFrame(objects) : this.#frame(frame, objects, self);
      if (this.#told.get(number) !== json) {
        this.#told.set(number, json);
        told.push(`"${number}":${json}`);
      }
      list.push([number, isGlobal ? this.#lineOfMain(main, event) : this.#lineOf(frame)]);
    });
    let step = `{"e":"${event}","s":${stringify(list)},"o":${stringify(this.#printed())}`;
    if (hidden > 0) step += `,"c":${hidden}`;
    if (value) step += `,"r":${stringify(this.#boxes.value(returned))}`;
    if (error) step += `,"x":${stringify(describe(thrown, this.#boxes))}`;
    const boxes = this.#boxes.end();
    if (told.length > 0) step += `,"f":{${told.join(',')}}`;
    if (boxes !== '') step += `,"h":{${boxes}}`;
    this.#say(`${step}}`);
    this.#left.steps--;
    if (this.#left.steps <= 0) this.#endBy('steps');
    else if (this.#left.bytes <= 0) this.#endBy('size');
  }

  #isGlobalScope(type, isMain) {
    return isMain ? type !== 'global' : type === 'script';
  }

  #say(line) {
    this.#left.bytes -= line.length;
    this.#tell('S', line);
  }

  #endBy(limit) {
    this.stop(limit);
    process.reallyExit(0);
  }

  /** The place of its end is a line of ours. */
  #lineOfMain(main, event) {
    if (main === undefined) return 0;
    if (event !== 'return' || main.returnValue === undefined) this.#mainLine = this.#lineOf(main);
    return this.#mainLine;
  }

  #lineOf({ location }) {
    const line = location.lineNumber + 1;
    const isRewritten = this.#lines && this.#scripts.get(location.scriptId) === this.#main;
    return isRewritten ? (this.#lines[line - 1] ?? line) : line;
  }

  /** What the top level has declared: `var` and functions become properties of the global object. */
  #mainFrame(scopes) {
    const names = new Map();
    for (const key of ownKeys(program)) {
      if (typeof key !== 'string' || this.#globals.has(key) || key.startsWith('__runbay_'))
        continue;
      const found = getOwnPropertyDescriptor(program, key);
      if (found && 'value' in found) names.set(key, found.value);
    }
    collect(scopes, names);
    return this.#tellFrame('main', 'main', this.#main, names);
  }

  #frame({ functionName, location, scopeChain }, scopes, self) {
    const file = this.#scripts.get(location.scriptId);
    const isModule = functionName === '' && (scopeChain[0]?.type === 'module' || isWrapper(scopes));
    const names = new Map();
    if (!isModule && isShown(self)) names.set('this', self);
    collect(scopes, names);
    return this.#tellFrame(
      functionName === '' ? 'ƒ' : functionName,
      isModule ? 'module' : 'function',
      file,
      names,
    );
  }

  #tellFrame(name, kind, file, names) {
    const v = [];
    for (const [key, value] of names) {
      if (v.length >= VARIABLES) {
        this.#boxes.shortened = true;
        break;
      }
      v.push([cut(key), this.#boxes.value(value)]);
    }
    return stringify({ n: cut(name), k: kind, p: cut(file), v });
  }

  #printed() {
    return [this.#stdout, this.#stderr].map(({ bytesWritten }) =>
      Number.isSafeInteger(bytesWritten) ? bytesWritten : 0,
    );
  }
}

const GLOBAL = new Set(['global', 'script']);

/** A list of the inspector's, which is one of the program's realm. */
function listed(list) {
  const own = [];
  for (let at = 0; at < list.length; at++) own.push(list[at]);
  return own;
}

/** An inner scope's name hides an outer one's. One that has no value yet cannot be read. */
function collect(scopes, names) {
  for (const scope of scopes.toReversed()) {
    for (const key of ownKeys(scope)) {
      if (typeof key !== 'string' || WRAPPERS.has(key)) continue;
      try {
        names.set(key, scope[key]);
      } catch {}
    }
  }
}

function isWrapper(scopes) {
  return scopes.some((scope) => getOwnPropertyDescriptor(scope, '__filename') !== undefined);
}

function isShown(self) {
  return typeof self === 'object' && self !== null && self !== program;
}

function argumentOf({ objectId, unserializableValue, value }) {
  if (objectId !== undefined) return { objectId };
  return unserializableValue !== undefined ? { unserializableValue } : { value };
}

function describe(error, boxes) {
  if (!types.isNativeError(error)) {
    const text = boxes.value(error);
    return typeof text === 'string' ? text : typeName(error);
  }
  const message = dataOf(error, 'message');
  const name = typeName(error);
  return cut(typeof message === 'string' && message !== '' ? `${name}: ${message}` : name);
}

module.exports = { Recorder };
