'use strict';
// Finds what does not compile, without running anything.
const { Math, Number, String } = globalThis;
const vm = require('node:vm');
const { rewrite } = require('./modules.cjs');

const NAME = '/workspace/main.js';

/** At most one problem: V8 stops at the first. */
function check(code, language) {
  let script = code;
  if (language === 'typescript') {
    try {
      script = require('./typescript.cjs').compile(code, NAME).source;
    } catch (error) {
      return [problemOf(error.position, error.message)];
    }
  }
  const source = rewrite(script);
  const asScript = compile(source, 0);
  if (asScript === undefined) return [];
  // Top-level await compiles in an async function only; its head stands on the first line.
  const head = '(async () => {';
  const inFunction = compile(`${head}${source}\n})`, head.length);
  return inFunction === undefined ? [] : [/\bawait\b/.test(source) ? inFunction : asScript];
}

function compile(source, headLength) {
  try {
    new vm.Script(source, { filename: NAME });
    return undefined;
  } catch (error) {
    return problem(error, headLength);
  }
}

/** V8 puts `file:line`, the line and a row of carets above the stack. */
function problem(error, headLength) {
  const [place = '', , carets = ''] = String(error.stack).split('\n');
  const line = Number(/:(\d+)$/.exec(place)?.[1] ?? 1);
  const offset = line === 1 ? headLength : 0;
  const column = Math.max(1, carets.indexOf('^') + 1 - offset);
  const width = Math.max(1, carets.trim().length);
  return problemOf({ line, column, width }, String(error.message));
}

function problemOf({ line, column = 1, width }, message) {
  return {
    name: 'SyntaxError',
    line,
    column,
    endLine: line,
    endColumn: column + width,
    message,
    severity: 'error',
  };
}

module.exports = { check };
