'use strict';
// Runs JavaScript or TypeScript programs in one context, as `node main.js` and a prompt would. It waits for a command
// in a blocking read, so that nothing of its own keeps the event loop alive: when the loop is empty, the
// program has ended. What it tells the agent goes to the control pipe (see agent.py, on_control).

// A program's own names of its top level hide the global ones from every script, but not from a module that
// holds them.
const { Array, Buffer, Error, JSON, Math, Number, Object, Promise } = globalThis;
const { Reflect, String, URL, console, process, setImmediate } = globalThis;
const EventEmitter = require('node:events');
// Held, too: a program may put its own in their place.
const {
  closeSync,
  openSync,
  readSync,
  readdirSync,
  rmSync,
  writeFileSync,
  writeSync,
} = require('node:fs');
const inspector = require('node:inspector');
const Module = require('node:module');
const vm = require('node:vm');

const WORKSPACE = process.cwd();
// A kernel takes the language of its first program.
const EXTENSIONS = { __proto__: null, javascript: 'js', typescript: 'ts' };
let extension = 'js';
let MAIN = `${WORKSPACE}/main.js`;

// Opened anew they close in child processes (O_CLOEXEC); the inherited ones would not.
const control = reopen(10, 'w');
const commands = reopen(11, 'r');
let unread = Buffer.alloc(0);
// Given up when a program has taken all others, and there is something to tell of it.
let spare = openSync('/dev/null');

const session = new inspector.Session();
session.connect();

let running = false; // a program runs
let settled = false; // its top level has come to its end
let current; // the command that is carried out
let exported; // what the program exports as default, which is no result
let recorder; // of the program's steps, where it is recorded
let hidden; // carries a value out of the inspector's world

function reopen(fd, flags) {
  const own = openSync(`/proc/self/fd/${fd}`, flags);
  closeSync(fd);
  return own;
}

/** A part of this kernel that is loaded when it is needed, also where no descriptor is left to load it with. */
function load(part) {
  try {
    closeSync(openSync('/dev/null'));
  } catch {
    try {
      if (spare !== undefined) closeSync(spare);
    } catch {} // The program has closed it.
    spare = undefined;
  }
  return require(part);
}

function tell(kind, payload) {
  const data = Buffer.from(`${kind}${payload}\n`);
  for (let at = 0; at < data.length; ) at += writeSync(control, data, at);
}

function nextCommand() {
  const chunk = Buffer.allocUnsafe(65536);
  for (;;) {
    const end = unread.indexOf(10);
    if (end >= 0) {
      const line = unread.subarray(0, end).toString();
      unread = unread.subarray(end + 1);
      return JSON.parse(line);
    }
    const size = readSync(commands, chunk, 0, chunk.length, null);
    if (size === 0) process.reallyExit(0);
    unread = Buffer.concat([unread, chunk.subarray(0, size)]);
  }
}

/** Waits for a program and starts it; answers checks meanwhile. */
function startNext() {
  let command = nextCommand();
  while (command.n === undefined) {
    // A question; or the answer to a result for which nobody waited.
    if (command.check !== undefined) answerCheck(command);
    else if (command.complete !== undefined) answerCompletion(command);
    else if (command.load === 'typescript') require('./typescript.cjs').compile('', MAIN);
    command = nextCommand();
  }
  if (command.fresh || command.count === 1) takeLanguage(command.language);
  tell('B', command.n);
  current = command;
  running = true;
  settled = false;
  process.exitCode = undefined;
  const name = command.fresh ? MAIN : `${WORKSPACE}/cell-${command.count}.${extension}`;
  clearFolders(command.wipe);
  if (command.fresh) writeSource(command.code);
  // The loop goes round once more, whatever the program does, so that beforeExit comes after it.
  setImmediate(() => {});
  if (command.steps === undefined) return evaluate(command.code, name);
  const { Recorder } = require('./steps-realm.cjs').loadRecorder();
  recorder = new Recorder(tell, command.steps, WORKSPACE, name.slice(WORKSPACE.length + 1));
  // From an empty stack: at each pause V8 tells of all frames there are.
  setImmediate(() => evaluate(command.code, name));
}

function takeLanguage(language) {
  extension = EXTENSIONS[language];
  if (extension === 'js') return;
  MAIN = `${WORKSPACE}/main.${extension}`;
  installGlobals();
}

function answerCheck({ id, check: code, language }) {
  const problems = require('./check.cjs').check(code, language);
  tell('C', JSON.stringify({ t: 'checked', id, problems }));
}

function answerCompletion({ id, complete: code }) {
  const found = require('./completion.cjs').complete(code, session);
  tell('C', JSON.stringify({ t: 'completed', id, ...found }));
}

/** Waits until it has been taken, so that results and output keep their order. */
function sendResult(item) {
  tell('R', item);
  nextCommand();
}

function clearFolders(folders) {
  for (const folder of folders) {
    try {
      for (const name of readdirSync(folder, 'buffer')) {
        const path = Buffer.concat([Buffer.from(`${folder}/`), name]);
        rmSync(path, { recursive: true, force: true });
      }
    } catch {} // A folder that nobody may open; the program runs all the same.
  }
}

function writeSource(code) {
  try {
    // A link or a pipe that a program left under this name must not be followed.
    rmSync(MAIN, { force: true });
    writeFileSync(MAIN, code, { flag: 'wx' });
  } catch {} // A full workspace, a folder of that name; the program runs all the same.
}

/**
 * Evaluates in V8's REPL mode (Chrome DevTools Protocol, Runtime.evaluate, replMode): top-level await,
 * const and let that may be declared again by a later call, and the value of the last expression.
 */
function evaluate(code, name) {
  const script = extension === 'ts' ? withoutTypes(code, name) : code;
  if (script === undefined) return;
  const source = /\b(?:import|export)\b/.test(script)
    ? require('./modules.cjs').rewrite(script)
    : script;
  const expression = `${source}\n//# sourceURL=${name}`;
  const request = { expression, replMode: true, awaitPromise: true };
  session.post('Runtime.evaluate', request, (failure, answer) => {
    // At process.exit() the inspector gives up what still runs; the program has not failed.
    if (process._exiting) return;
    try {
      if (failure) return fail(new Error(failure.message));
      onSettled(answer, code);
      releaseObjects(answer);
    } catch {
      // What was thrown or returned cannot even be looked at.
      fail(new Error('the value of the program could not be shown'));
    }
  });
}

/** The program as JavaScript; undefined where it is none, and has failed. */
function withoutTypes(code, name) {
  try {
    const { source, lines } = require('./typescript.cjs').compile(code, name);
    tell('M', JSON.stringify(lines ?? null));
    recorder?.begin(lines);
    return source;
  } catch (error) {
    settled = true;
    const { position } = error;
    delete error.position;
    fail(error, position);
    return undefined;
  }
}

function onSettled({ result, exceptionDetails }, code) {
  settled = true;
  if (!exceptionDetails) {
    if (result.type !== 'undefined') showResult(realValue(result));
    return;
  }
  const thrown = realValue(exceptionDetails.exception);
  const isSyntax = exceptionDetails.exception?.className === 'SyntaxError';
  const position = isSyntax
    ? load('./errors.cjs').syntaxPosition(exceptionDetails, thrown, code, MAIN)
    : undefined;
  if (position) fail(thrown, position);
  else onUncaught(thrown);
}

/** As Node does with what nobody catches: the program's own listeners first. */
function onUncaught(error) {
  process.emit('uncaughtExceptionMonitor', error, 'uncaughtException');
  if (process.listenerCount('uncaughtException') > 0) {
    process.emit('uncaughtException', error, 'uncaughtException');
  } else fail(error);
}

/** The value itself of an inspector's RemoteObject. */
function realValue(remote) {
  if (!remote) return undefined;
  const { objectId, value, unserializableValue } = remote;
  const argument = objectId
    ? { objectId }
    : unserializableValue
      ? { unserializableValue }
      : { value };
  const key = `__runbay_${Math.random()}`;
  Object.defineProperty(globalThis, key, {
    configurable: true,
    value: (given) => {
      hidden = given;
    },
  });
  session.post('Runtime.callFunctionOn', {
    functionDeclaration: `function (given) { globalThis[${JSON.stringify(key)}](given) }`,
    arguments: [argument],
    executionContextId: 1,
  });
  delete globalThis[key];
  const found = hidden;
  hidden = undefined;
  return found;
}

function releaseObjects({ result, exceptionDetails }) {
  for (const remote of [result, exceptionDetails?.exception]) {
    if (remote?.objectId) session.post('Runtime.releaseObject', { objectId: remote.objectId });
  }
}

/** The main result, where there is something to see: not what a last line left running. */
function showResult(value) {
  if (value instanceof Promise || value instanceof EventEmitter || isTimer(value)) return;
  if (value !== undefined && value === exported) return;
  const { encode, represent } = load('./results.cjs');
  sendResult(encode({ ...represent(value), isMainResult: true }));
}

function isTimer(value) {
  const name = value?.constructor?.name;
  return name === 'Timeout' || name === 'Immediate';
}

/** The program ends here with this error, as Node ends on what nobody catches. */
function fail(error, position) {
  if (!running) return;
  tell('E', JSON.stringify({ ...load('./errors.cjs').describe(error), ...position }));
  // What it left waiting would go on in the next program of this context; Node would have ended it too.
  if (process.getActiveResourcesInfo().some((kind) => kind !== 'Immediate')) process.exit(1);
  finish(1);
}

/** Reports the end and waits, frozen by the agent, for the next program of this context. */
function finish(code) {
  running = false;
  let status = process.exitCode ?? code;
  try {
    process.emit('exit', status);
    status = process.exitCode ?? status;
  } catch (error) {
    tell('E', JSON.stringify(load('./errors.cjs').describe(error)));
    status = 1;
  }
  process.removeAllListeners('exit');
  recorder?.stop();
  recorder = undefined;
  tell('D', `${current.n} ${Number(status) & 0xff}`);
  startNext();
}

function onLoopEmpty() {
  if (!running) return;
  // A listener of the program's own may have started something new.
  if (process.listenerCount('beforeExit') > 1 && process.getActiveResourcesInfo().length > 0)
    return;
  if (settled) return finish(0);
  process.stderr.write(
    'Warning: the top-level await was never settled, and nothing is left to wait for.\n',
  );
  finish(13);
}

function keepLast(event, listener) {
  if (event !== 'beforeExit' || listener === onLoopEmpty) return;
  process.off('beforeExit', onLoopEmpty);
  process.nextTick(() => process.on('beforeExit', onLoopEmpty));
}

/** Only the user's frames: everything from the inspector's call downwards is ours. */
function prepareStackTrace(error, sites) {
  const end = sites.findIndex((site, at) => {
    const file = site.getFileName();
    if (file === __filename) return true;
    // The last of the few frames that V8 keeps may be the inspector's alone.
    const next = sites[at + 1];
    return file === 'node:inspector' && (!next || next.getFileName() === __filename);
  });
  const users = end < 0 ? sites : sites.slice(0, end);
  const head = Error.prototype.toString.call(error);
  return [head, ...users.map(siteInSource)].join('\n    at ');
}

/** A stack's line; in TypeScript that was rewritten, as the source has it. */
function siteInSource(site) {
  const text = String(site);
  if (extension === 'js') return text;
  const { mapped } = require('./typescript.cjs');
  return mapped(
    text,
    site.getScriptNameOrSourceURL(),
    site.getLineNumber(),
    site.getColumnNumber(),
  );
}

function loadDisplay() {
  const value = require('./results.cjs').makeDisplay(sendResult);
  Object.defineProperty(globalThis, 'display', { value, writable: true, configurable: true });
  return value;
}

/** A table that can be sorted, in place of its drawing; what is no table is printed as ever. */
function showTables() {
  const { table: print } = console;
  console.table = function table(data, columns) {
    const fits =
      data !== null &&
      typeof data === 'object' &&
      (columns === undefined || Array.isArray(columns));
    if (!fits || !running) return Reflect.apply(print, this, arguments);
    return sendResult(require('./results.cjs').consoleTable(data, columns));
  };
}

/** What a CommonJS module has, as properties of the global object that a program may shadow. */
function installGlobals() {
  const main = new Module(MAIN, null);
  main.filename = MAIN;
  main.paths = Module._nodeModulePaths(WORKSPACE);
  process.mainModule = main;
  const require = Module.createRequire(MAIN);
  require.main = main;
  process.argv[1] = MAIN;
  process.execArgv.length = 0;
  const values = {
    require,
    module: main,
    exports: main.exports,
    __filename: MAIN,
    __dirname: WORKSPACE,
  };
  for (const [name, value] of Object.entries(values)) {
    Object.defineProperty(globalThis, name, { value, writable: true, configurable: true });
  }
  const importFromWorkspace = new vm.Script('(specifier, options) => import(specifier, options)', {
    filename: MAIN,
    importModuleDynamically: vm.constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  }).runInThisContext();
  const importHere = (...given) => quietly(() => importFromWorkspace(...given));
  const define = (name, get) =>
    Object.defineProperty(globalThis, name, { get, configurable: true });
  define('_impt_', () => importHere);
  define('_import_names_', () => namedImport(importHere));
  define('display', loadDisplay);
  Object.defineProperty(globalThis, '_default_', {
    configurable: true,
    set: (value) => {
      exported = value;
    },
  });
  define('_im_meta__', () => importMeta(require));
}

/** Node warns that USE_MAIN_CONTEXT_DEFAULT_LOADER is experimental; that is our concern, not the program's. */
function quietly(work) {
  const { emitWarning } = process;
  process.emitWarning = () => {};
  try {
    return work();
  } finally {
    process.emitWarning = emitWarning;
  }
}

function namedImport(importHere) {
  return async (specifier, names, options) => {
    const found = await importHere(specifier, options);
    for (const name of names) {
      if (!(name in found)) {
        throw new SyntaxError(
          `The requested module '${specifier}' does not provide an export named '${name}'`,
        );
      }
    }
    return found;
  };
}

function importMeta(require) {
  const url = `file://${MAIN}`;
  const resolve = (specifier) =>
    /^[./]/.test(specifier) ? new URL(specifier, url).href : require.resolve(specifier);
  return { __proto__: null, dirname: WORKSPACE, filename: MAIN, main: true, resolve, url };
}

installGlobals();
showTables();
Error.prepareStackTrace = prepareStackTrace;
process.on('beforeExit', onLoopEmpty);
process.on('newListener', keepLast);
process.setUncaughtExceptionCaptureCallback(onUncaught);
tell('K', '');
startNext();
