'use strict';
// Values as results: in the forms they offer by Symbol.for('Jupyter.display'), as in Deno's notebooks.
const { Array, Buffer, JSON, Map, Number, Object, Set, String, Symbol, Uint8Array } = globalThis;
const { Console } = require('node:console');
const { Writable } = require('node:stream');
const util = require('node:util');

const TEXT_LIMIT = 64 * 1024;
// One result; the server keeps a limit on all of a run's together.
const ROW_LIMIT = 1000;
const ITEM_LIMIT = 4 * 1024 * 1024;
const DISPLAY = Symbol.for('Jupyter.display');

const FIELDS = {
  'text/plain': 'text',
  'text/html': 'html',
  'text/markdown': 'markdown',
  'image/svg+xml': 'svg',
  'text/latex': 'latex',
  'image/png': 'png',
  'image/jpeg': 'jpeg',
  'application/json': 'json',
};
const CHART = /^application\/vnd\.vega(?:lite)?\.v\d+[+.]json$/;

function shorten(text) {
  const { length } = text;
  return length <= TEXT_LIMIT
    ? text
    : `${text.slice(0, TEXT_LIMIT)}… (${length} characters in all)`;
}

/** A value in every form it offers; a form that fails is left out. */
function represent(value) {
  const item = { text: shorten(util.inspect(value)) };
  if (typeof value?.[DISPLAY] !== 'function') return item;
  try {
    return { ...item, ...fromBundle(value[DISPLAY]()) };
  } catch {
    return item;
  }
}

function fromBundle(bundle) {
  const item = {};
  for (const [mime, form] of Object.entries(bundle)) {
    const field = CHART.test(mime) ? 'chart' : FIELDS[mime];
    if (field === undefined || form === undefined || form === null) continue;
    if (field === 'text') item.text = shorten(String(form));
    else item[field] = form instanceof Uint8Array ? Buffer.from(form).toString('base64') : form;
  }
  return item;
}

function encode(item) {
  const encoded = JSON.stringify(item);
  if (encoded.length <= ITEM_LIMIT) return encoded;
  return JSON.stringify({ text: item.text ?? 'A result of more than 4 MiB is not shown.' });
}

/** What programs call: `display(value)`, `display(bundle, { raw: true })`, `display.html(text)` and so on. */
function makeDisplay(send) {
  const display = (value, { raw = false } = {}) =>
    send(encode(raw ? fromBundle(value) : represent(value)));
  for (const [mime, name] of Object.entries(FIELDS)) {
    if (name !== 'text') display[name] = (form) => display({ [mime]: form }, { raw: true });
  }
  display.chart = (spec) => display({ 'application/vnd.vegalite.v5+json': spec }, { raw: true });
  display.table = (rows) =>
    send(encode({ text: shorten(util.inspect(rows)), table: asTable([...rows]) }));
  return display;
}

/** An array of objects (or of arrays) as plain cells. */
function asTable(list) {
  const columns = [...new Set(list.flatMap((row) => Object.keys(Object(row))))];
  const cells = (row) => columns.map((name) => cellOf(row?.[name]));
  return { columns, rows: list.slice(0, ROW_LIMIT).map(cells), rowCount: list.length };
}

/** `console.table`: the rows of an array, object, Map or Set with their index, as Node prints them in the text. */
function consoleTable(data, columns) {
  const names = data instanceof Map ? ['(iteration index)', 'Key'] : ['(index)'];
  if (data instanceof Set) names[0] = '(iteration index)';
  const entries = entriesOf(data);
  const isRow = ([, row]) => row !== null && (typeof row === 'object' || typeof row === 'function');
  const keys = columns ?? [
    ...new Set(entries.filter(isRow).flatMap(([, row]) => Object.keys(row))),
  ];
  const hasValues = !columns && !entries.every(isRow);
  const rows = entries.slice(0, ROW_LIMIT).map((entry) => {
    const [index, row, key] = entry;
    const cells = keys.map((name) => (isRow(entry) ? cellOf(row[name]) : null));
    return [
      index,
      ...(data instanceof Map ? [cellOf(key)] : []),
      ...cells,
      ...(hasValues ? [isRow(entry) ? null : cellOf(row)] : []),
    ];
  });
  const all = [...names, ...keys.map(String), ...(hasValues ? ['Values'] : [])];
  const table = { columns: all, rows, rowCount: entries.length };
  return encode({ text: shorten(textOfTable(data, columns)), table });
}

/** Index, value and, of a Map, key. */
function entriesOf(data) {
  if (data instanceof Map) return [...data].map(([key, value], at) => [at, value, key]);
  if (data instanceof Set) return [...data].map((value, at) => [at, value]);
  if (Array.isArray(data) || util.types.isTypedArray(data))
    return [...data].map((value, at) => [at, value]);
  return Object.entries(data);
}

function cellOf(value) {
  if (value === undefined) return null;
  const isPlain =
    value === null ||
    typeof value === 'string' ||
    typeof value === 'boolean' ||
    Number.isFinite(value);
  return isPlain ? value : util.inspect(value, { depth: 1 });
}

function textOfTable(data, columns) {
  let text = '';
  const stream = new Writable({
    write(chunk, _encoding, done) {
      text += chunk;
      done();
    },
  });
  new Console({ stdout: stream, stderr: stream }).table(data, columns);
  return text.trimEnd();
}

module.exports = { consoleTable, encode, makeDisplay, represent, shorten };
