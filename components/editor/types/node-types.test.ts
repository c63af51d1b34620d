import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { programs } from '@/lib/languages/typescript/programs';
import { FIRST_PROGRAMS } from '@/lib/store/programs';
import { TYPESCRIPT_OPTIONS } from './compiler-options';
import { DISPLAY_TYPES } from './display';

const require = createRequire(import.meta.url);
const NOT_ERASABLE = 1294;

/** The part of the compiler that is used here; Monaco ships it without types. */
interface Compiler {
  createLanguageService(host: object): {
    getSyntacticDiagnostics(name: string): Diagnostic[];
    getSemanticDiagnostics(name: string): Diagnostic[];
  };
  flattenDiagnosticMessageText(text: unknown, separator: string): string;
  ScriptSnapshot: { fromString(text: string): unknown };
}
interface Diagnostic {
  code: number;
  messageText: unknown;
}

const FOLDER = 'monaco-editor/languages/features/typescript/lib';
const { typescript } = (await import(`${FOLDER}/typescriptServices`)) as { typescript: Compiler };
const { libFileMap } = (await import(`${FOLDER}/lib`)) as { libFileMap: Record<string, string> };

/** What the bundler's loader makes of the packages. */
function nodeTypes(): Record<string, string> {
  const load = require('./packages-loader.cjs') as (this: object, source: string) => string;
  const list = readFileSync(new URL('./node.packages', import.meta.url), 'utf8');
  const module = load.call({ addDependency: () => {} }, list);
  const literal = /JSON\.parse\((".*")\);$/s.exec(module)?.[1] ?? '""';
  return JSON.parse(JSON.parse(literal));
}

const ROOT = 'file:///';
const files = new Map(Object.entries(nodeTypes()).map(([path, text]) => [ROOT + path, text]));
const NODE = `${ROOT}node_modules/@types/node/index.d.ts`;
const DISPLAY = `${ROOT}node_modules/@types/runbay/index.d.ts`;
files.set(DISPLAY, DISPLAY_TYPES);
files.set(`${ROOT}helper.ts`, 'export default 1;\nexport const two = "2";\n');
const MAIN = `${ROOT}main.ts`;
let version = 0;

const textOf = (name: string) => files.get(name) ?? libFileMap[name];
const service = typescript.createLanguageService({
  getCompilationSettings: () => TYPESCRIPT_OPTIONS,
  getScriptFileNames: () => [MAIN, NODE, DISPLAY],
  getScriptVersion: (name: string) => (name === MAIN ? String(version) : '1'),
  getScriptSnapshot: (name: string) => {
    const text = textOf(name);
    return text === undefined ? undefined : typescript.ScriptSnapshot.fromString(text);
  },
  getCurrentDirectory: () => '',
  getDefaultLibFileName: () => 'lib.esnext.full.d.ts',
  fileExists: (name: string) => textOf(name) !== undefined,
  readFile: textOf,
});

function errorsOf(code: string): string[] {
  files.set(MAIN, code);
  version += 1;
  return [...service.getSyntacticDiagnostics(MAIN), ...service.getSemanticDiagnostics(MAIN)]
    .filter(({ code: number }) => number !== NOT_ERASABLE)
    .map(({ messageText }) => typescript.flattenDiagnosticMessageText(messageText, ' '));
}

describe('TypeScript in the editor', { timeout: 60_000 }, () => {
  it.each([
    ['the first program', FIRST_PROGRAMS.typescript],
    ...Object.entries(programs),
    [
      'Node’s modules and globals',
      `import { readFileSync } from 'node:fs';
       import one, { two } from './helper.ts';
       const path = require('path');
       const name = 'mine', status = 0;
       const text: string = readFileSync(process.argv[2] ?? name, 'utf8') + two;
       console.log(one + 1, text, path.sep, __dirname, import.meta.url, status);
       setTimeout(() => {}, performance.now());
       const answer = await fetch(new URL('http://localhost'), { signal: AbortSignal.timeout(1) });
       console.log(await answer.json(), Buffer.from('a'), structuredClone({}), crypto.randomUUID());
       display.html('<b>1</b>');`,
    ],
  ])('finds nothing wrong with %s', (_, code) => {
    expect(errorsOf(code)).toEqual([]);
  });

  it('finds what is wrong, and that Node is no browser', () => {
    expect(errorsOf("const n: number = 'x';\nexport default n;\n")).toEqual([
      "Type 'string' is not assignable to type 'number'.",
    ]);
    expect(errorsOf('console.log(document);\n')).toHaveLength(1);
  });
});
