'use strict';
// Values as results: in the forms they offer by Symbol.for('Jupyter.display'), as in Deno's notebooks.
const { Buffer, JSON, Object, Set, String, Symbol, Uint8Array } = globalThis;
const util = require('node:util');

const TEXT_LIMIT = 64 * 1024;
// One result; the server keeps a limit on all of a run's together.
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
    send(encode({ text: shorten(util.inspect(rows)), table: asTable(rows) }));
  return display;
}

/** An array of objects (or of arrays) as plain cells, as console.table takes it. */
function asTable(rows) {
  const list = [...rows];
  const isCell = (cell) => cell === null || ['string', 'number', 'boolean'].includes(typeof cell);
  const names = [...new Set(list.flatMap((row) => Object.keys(Object(row))))];
  const cells = (row) =>
    names.map((name) => {
      const cell = row?.[name] ?? null;
      return isCell(cell) ? cell : util.inspect(cell, { depth: 1 });
    });
  return { columns: names, rows: list.slice(0, 1000).map(cells), rowCount: list.length };
}

module.exports = { encode, makeDisplay, represent, shorten };
