'use strict';
// Rewrites what only a module may contain, so that it runs at a prompt too: static and dynamic import,
// import.meta, export. Each replacement keeps the lines, and for dynamic import and import.meta the columns.
const { JSON, Set } = globalThis;
const { parse } = require('./es-module-lexer.mjs');

const STATIC = -1;
const META = -2;

/** The program with its module syntax rewritten, or as it is where it does not parse (V8 says why). */
function rewrite(code) {
  let imports;
  let exports;
  try {
    [imports, exports] = parse(code);
  } catch {
    return code;
  }
  const edits = [
    ...imports.map((found) => importEdit(found, code)),
    ...exportEdits(exports, imports, code),
  ];
  edits.sort((a, b) => b.start - a.start);
  return edits.reduce(
    (text, { start, end, by }) => text.slice(0, start) + by + text.slice(end),
    code,
  );
}

function importEdit(found, code) {
  const { d: kind, ss, se, s, e } = found;
  if (kind === META) return { start: s, end: e, by: '_im_meta__ ' };
  if (kind > STATIC) return { start: ss, end: ss + 6, by: '_impt_' };
  const statement = code.slice(ss, se);
  const by = `${bindings(statement, found, code)};${'\n'.repeat(statement.split('\n').length - 1)}`;
  return { start: ss, end: se, by };
}

/** `const {...} = await import(...)` for one import (or export ... from) statement. */
function bindings(statement, { ss, s, n, a, se }, code) {
  const specifier = JSON.stringify(n);
  const options = a > -1 ? `, { with: ${code.slice(a, se)} }` : '';
  if (!statement.startsWith('import')) return `await _impt_(${specifier}${options})`;
  const clause = code
    .slice(ss + 6, s - 1)
    .replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')
    .replace(/\bfrom\s*$/, '')
    .trim();
  if (clause === '') return `await _impt_(${specifier}${options})`;
  const [, first, , rest = ''] = /^([^,{*]*)(,)?\s*([\s\S]*)$/.exec(clause);
  const names = [];
  if (first.trim()) names.push(['default', first.trim()]);
  const space = /^\*\s*as\s+(\S+)$/.exec(rest)?.[1];
  if (!space) {
    for (const part of rest.replace(/^\{|\}$/g, '').split(',')) {
      const [imported, local = imported] = part.trim().split(/\s+as\s+/);
      if (imported) names.push([imported, local]);
    }
  }
  const wanted = JSON.stringify(names.map(([imported]) => imported.replace(/^['"]|['"]$/g, '')));
  const value = `await _import_names_(${specifier}, ${wanted}${options})`;
  const pattern = `{ ${names.map(([imported, local]) => `${imported}: ${local}`).join(', ')} }`;
  if (!space) return `const ${pattern} = ${value}`;
  return names.length > 0
    ? `const ${space} = ${value}, ${pattern} = ${space}`
    : `const ${space} = ${value}`;
}

/** Blanks `export` before a declaration, drops export lists, keeps a default export's value unnamed. */
function exportEdits(exports, imports, code) {
  const starts = new Set();
  for (const { s } of exports) {
    const start = code.lastIndexOf('export', s);
    if (start >= 0 && !imports.some(({ ss, se }) => start >= ss && start < se)) starts.add(start);
  }
  return [...starts].map((start) => {
    const rest = code.slice(start);
    const list = /^export\s*\{[^}]*\}/.exec(rest);
    if (list) return { start, end: start + list[0].length, by: blank(list[0]) };
    const named =
      /^export\s+default(?=\s+(?:async\s+)?(?:function\s*\*?|class)\s+(?!extends\b)[\w$])/.exec(
        rest,
      );
    if (named) return { start, end: start + named[0].length, by: blank(named[0]) };
    const unnamed = /^export\s+default\b/.exec(rest);
    if (unnamed) {
      // An assignment, since an arrow function may follow; the name is a setter of the kernel's.
      const by = `_default_ =${blank(unnamed[0].slice(11))}`;
      return { start, end: start + unnamed[0].length, by };
    }
    return { start, end: start + 6, by: '      ' };
  });
}

function blank(text) {
  return text.replace(/[^\n\r]/g, ' ');
}

module.exports = { rewrite };
