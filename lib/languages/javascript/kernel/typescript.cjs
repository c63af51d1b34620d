'use strict';
// TypeScript becomes JavaScript by Node's own means: types are blanked, so that lines and columns stay. What is
// more than a type (enum, namespace, parameter properties) is rewritten, and a source map leads back.
const { Array, Buffer, JSON, Map, Math, Number, String, SyntaxError } = globalThis;
const { SourceMap, stripTypeScriptTypes } = require('node:module');

const MAP_COMMENT = /\n?\/\/# sourceMappingURL=data:application\/json;base64,([\w+/=]*)\s*$/;
const maps = new Map(); // file name -> SourceMap, of what was rewritten

/**
 * The program without its types, and for each of its lines the source's (undefined: they are the same).
 * Throws a SyntaxError with `position` {line, column?, width, traceback}, counted from 1.
 */
function compile(code, name) {
  maps.delete(name);
  try {
    return { source: strip(code, {}) };
  } catch (error) {
    if (error?.code !== 'ERR_UNSUPPORTED_TYPESCRIPT_SYNTAX') throw told(error, name);
  }
  try {
    return rewritten(code, name);
  } catch (error) {
    throw told(error, name);
  }
}

function rewritten(code, name) {
  const text = strip(code, { mode: 'transform', sourceMap: true, sourceUrl: name });
  const payload = JSON.parse(Buffer.from(MAP_COMMENT.exec(text)[1], 'base64').toString());
  const map = new SourceMap(payload);
  maps.set(name, map);
  const source = text.replace(MAP_COMMENT, '');
  const count = source.split('\n').length;
  const lines = Array.from({ length: count }, (_, at) => sourcePlace(map, at + 1, 1).line);
  return { source, lines };
}

/** Node says that stripping is experimental; that is our concern, not the program's. */
function strip(code, options) {
  const { emitWarning } = process;
  process.emitWarning = () => {};
  try {
    return stripTypeScriptTypes(code, options);
  } finally {
    process.emitWarning = emitWarning;
  }
}

/** Where in the source something of the rewritten program stands: at it or, in what was made up, before it. */
function sourcePlace(map, line, column) {
  let found = map.findEntry(line - 1, column - 1);
  // A line that begins with something made up: its first piece that is from the source.
  if (found.generatedLine !== line - 1) {
    const next = map.findEntry(line - 1, Number.MAX_SAFE_INTEGER);
    if (next.generatedLine === line - 1) found = next;
  }
  if (found.originalLine === undefined) return { line, column };
  return { line: found.originalLine + 1, column: found.originalColumn + 1 };
}

/** `/workspace/main.ts:7:3` in a line of a stack, led back to the source. */
function mapped(text, file, line, column) {
  const map = maps.get(file);
  if (!map) return text;
  const place = sourcePlace(map, line, column);
  return text.replace(`${file}:${line}:${column}`, `${file}:${place.line}:${place.column}`);
}

/** Node's error begins its stack with `:line`, some lines of the program, and carets where it has them. */
function told(error, name) {
  const [head = '', ...shown] = String(error.stack)
    .split(/\n\nSyntaxError/)[0]
    .split('\n');
  const line = Number(/:(\d+)$/.exec(head)?.[1] ?? 1);
  const below = shown.findIndex((text) => /^\s*\^+\s*$/.test(text));
  const carets = below < 0 ? '' : shown[below];
  const text = shown.at(below < 0 ? -1 : below - 1) ?? '';
  const at = carets.indexOf('^');
  const message = sentence(String(error.message));
  const mark = at < 0 ? '' : `${carets}\n`;
  const syntaxError = new SyntaxError(message);
  syntaxError.position = {
    line,
    ...(at < 0 ? {} : { column: at + 1 }),
    width: Math.max(1, carets.trim().length),
    traceback: `${name}:${line}\n${text}\n${mark}\nSyntaxError: ${message}`,
  };
  return syntaxError;
}

/** Without the modes of Node's stripper, which a program knows nothing of, and without a long list of what could have come. */
function sentence(message) {
  return message
    .replace(/ in (?:strip-only|type strip) mode/, '')
    .replace(/\. Expected (?:[^,]+, ){4}.*$/s, '');
}

module.exports = { compile, mapped };
