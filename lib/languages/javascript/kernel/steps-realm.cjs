'use strict';
// The recorder of steps has a realm of its own: whatever a program puts in place of the language's own methods,
// those of the recorder stay what they are.
const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const vm = require('node:vm');

const NAMES = ['snapshot.cjs', 'steps.cjs'];

/** What steps.cjs exports. */
function loadRecorder() {
  const context = vm.createContext({ __proto__: null });
  const loaded = { __proto__: null };
  const program = globalThis;
  for (const name of NAMES) {
    const filename = join(__dirname, name);
    const source = `(function (require, module, program) {${readFileSync(filename, 'utf8')}\n})`;
    const module = { exports: {} };
    const find = (wanted) => loaded[wanted] ?? require(wanted);
    vm.runInContext(source, context, { filename })(find, module, program);
    loaded[`./${name}`] = module.exports;
  }
  return loaded['./steps.cjs'];
}

module.exports = { loadRecorder };
