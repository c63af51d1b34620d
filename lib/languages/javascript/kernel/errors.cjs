'use strict';
// Errors of JavaScript programs, told with the user's own file and lines only. Loaded when there is one.
const { Error, Number, String } = globalThis;
const util = require('node:util');
const { shorten } = require('./results.cjs');

const USERS_POSITION = /\/(?:main|cell-\d+)\.[jt]s:(\d+)(?::(\d+))?/;

/** Name, message, stack and place of an error; something is said of every value, whatever looking at it does. */
function describe(error) {
  try {
    return describeOpenly(error);
  } catch {
    const value = 'it could not be shown';
    return { name: 'Error', value, traceback: `Error: ${value}` };
  }
}

function describeOpenly(error) {
  if (!util.types.isNativeError(error) && !(error instanceof Error)) {
    const value = shorten(safeInspect(error));
    return { name: 'Uncaught', value, traceback: `Uncaught ${value}` };
  }
  const [, line, column] = USERS_POSITION.exec(error.stack) ?? [];
  return {
    name: String(error.name),
    value: shorten(String(error.message)),
    traceback: shorten(safeInspect(error)),
    ...(line ? { line: Number(line) } : {}),
    ...(column ? { column: Number(column) } : {}),
  };
}

function safeInspect(value) {
  try {
    return util.inspect(value);
  } catch {
    return '<it could not be shown>';
  }
}

/** Where a program does not compile V8 says only in the details; Node prints it as this does. */
function syntaxPosition({ lineNumber, columnNumber, stackTrace, url }, thrown, code, main) {
  const workspace = main.slice(0, main.lastIndexOf('/'));
  // A SyntaxError with a stack was thrown by running code: JSON.parse, new Function.
  if (stackTrace || (url && !url.startsWith(workspace)) || USERS_POSITION.test(thrown?.stack))
    return undefined;
  const line = lineNumber + 1;
  const column = columnNumber + 1;
  const text = code.split(/\r\n|[\n\r\u2028\u2029]/)[lineNumber] ?? '';
  const traceback = `${main}:${line}\n${text}\n${' '.repeat(columnNumber)}^\n\nSyntaxError: ${thrown.message}`;
  return { line, column, traceback };
}

module.exports = { describe, syntaxPosition };
