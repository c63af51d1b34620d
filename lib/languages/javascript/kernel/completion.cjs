'use strict';
// What may be written next, from what the context holds. Nothing is called: V8 stops what has a side effect.
const { JSON, Object, Set, String } = globalThis;

const LIMIT = 200;
const TIME_LIMIT_MS = 300;
const NAME = /[\p{ID_Start}$_][\p{ID_Continue}$]*$/u;
const PATH =
  /((?:[\p{ID_Start}$_][\p{ID_Continue}$]*)(?:\s*\??\.\s*[\p{ID_Start}$_][\p{ID_Continue}$]*|\[\d+\])*)\s*\??\.\s*$/u;
const IS_NAME = /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u;
const KEYWORDS =
  'async await break case catch class const continue debugger default delete do else export extends false finally for function if import in instanceof let new null return static super switch this throw true try typeof undefined var void while yield'.split(
    ' ',
  );

/** Runs in the context, on the value before the dot. Names of whole numbers are no properties to write. */
function collect(limit) {
  const found = Object.create(null);
  let left = limit;
  for (let value = Object(this); value && left > 0; value = Object.getPrototypeOf(value)) {
    for (const name of Object.getOwnPropertyNames(value)) {
      if (left === 0) break;
      if (name in found || /^\d/.test(name)) continue;
      const { value: held } = Object.getOwnPropertyDescriptor(value, name) ?? {};
      found[name] = typeof held === 'function' ? 'function' : 'property';
      left--;
    }
  }
  return JSON.stringify(found);
}

/** `code` is what stands before the cursor. Gives the range to replace, in UTF-16 units, and the items. */
function complete(code, session) {
  const [word = ''] = NAME.exec(code) ?? [];
  const start = code.length - word.length;
  const before = code.slice(0, start);
  const range = { start, end: code.length };
  if (isInText(before)) return { ...range, items: [] };
  if (/\.\s*$/.test(before)) {
    const path = PATH.exec(before)?.[1];
    const items = path === undefined ? [] : properties(path, session);
    return { ...range, items: matching(items, word) };
  }
  const lexical = names(session).map((label) => ({ label, kind: 'variable' }));
  const words = KEYWORDS.map((label) => ({ label, kind: 'keyword' }));
  return {
    ...range,
    items: matching([...lexical, ...properties('globalThis', session), ...words], word),
  };
}

/** Whether the cursor stands in a string or in a comment of its line; `${...}` counts as text, too. */
function isInText(before) {
  const line = before.slice(before.lastIndexOf('\n') + 1);
  const rest = line.replace(/\\./g, '').replace(/"[^"]*"|'[^']*'|`[^`]*`|\/\*.*?\*\//g, '');
  return /["'`]|\/\/|\/\*/.test(rest);
}

function properties(path, session) {
  const expression = path.replace(/\?\./g, '.');
  const asked = { expression, throwOnSideEffect: true, silent: true, timeout: TIME_LIMIT_MS };
  const remote = post(session, 'Runtime.evaluate', asked)?.result;
  if (!remote || remote.subtype === 'null' || remote.type === 'undefined') return [];
  const { objectId, value, unserializableValue } = remote;
  const answer = post(session, 'Runtime.callFunctionOn', {
    functionDeclaration: String(collect),
    arguments: [{ value: 1000 }],
    silent: true,
    throwOnSideEffect: true,
    returnByValue: true,
    // A primitive has no object of its own: its prototype's properties are what can be written.
    ...(objectId ? { objectId } : { objectId: boxed(session, value ?? unserializableValue) }),
  });
  if (objectId) post(session, 'Runtime.releaseObject', { objectId });
  if (answer?.result?.type !== 'string') return [];
  return Object.entries(JSON.parse(answer.result.value)).map(([label, kind]) => ({ label, kind }));
}

function boxed(session, value) {
  const expression = `Object(${JSON.stringify(value)})`;
  return post(session, 'Runtime.evaluate', { expression, silent: true })?.result.objectId;
}

/** What let, const and class declare at the top level. */
function names(session) {
  return post(session, 'Runtime.globalLexicalScopeNames', {})?.names ?? [];
}

/** The answer, which is there at once (the inspector is in this process); undefined where it failed. */
function post(session, method, request) {
  let answer;
  session.post(method, request, (failure, given) => {
    if (!failure && !given?.exceptionDetails) answer = given;
  });
  return answer;
}

function matching(items, word) {
  const seen = new Set();
  const fits = ({ label }) => {
    if (seen.has(label) || !label.startsWith(word) || !IS_NAME.test(label)) return false;
    seen.add(label);
    return !(label.startsWith('_') && !word.startsWith('_'));
  };
  return items
    .filter(fits)
    .sort((a, b) => (a.label < b.label ? -1 : 1))
    .slice(0, LIMIT);
}

module.exports = { complete };
