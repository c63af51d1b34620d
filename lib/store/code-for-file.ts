/** How a program takes up a file that lies beside it: code to begin with. */
import { LANGUAGE_NAMES, type Language } from '../agentbay/languages';
import { languageOfPath } from './document-language';
import { partsOfPath } from './shown-path';

export interface CodeForFile {
  /** What matters of it, short. */
  shown: string;
  /** Whole lines. */
  lines: string[];
}

const TEXTS =
  /\.(csv|tsv|txt|md|json|jsonl|log|xml|html|css|yaml|yml|toml|ini|svg|py|[cm]?[jt]s)$/i;
const PYTHON_NAME = /^[\p{L}_][\p{L}\p{N}_]*$/u;

/** `program` is the code that it is meant for: a module imports, a script of Node requires. */
export function codeForFile(path: string, language: Language, program: string): CodeForFile {
  const isImportable = languageOfPath(path);
  if (language === 'python') {
    return (isImportable === 'python' && importInPython(path)) || readInPython(path);
  }
  const { takesUp } = LANGUAGE_NAMES[language];
  if (takesUp) {
    const own = isImportable === language ? takesUp.own : undefined;
    const table = /\.csv$/i.test(path) ? takesUp.csv : undefined;
    const line = own ?? table ?? takesUp.text;
    const filled = line.replace('{path}', () => JSON.stringify(path));
    return { shown: filled, lines: [filled] };
  }
  const isScript = language === 'javascript' && /\brequire\s*\(/.test(program);
  if (isImportable === 'javascript' || isImportable === language) {
    return importInJavaScript(path, isScript);
  }
  return readInJavaScript(path, isScript);
}

function importInPython(path: string): CodeForFile | undefined {
  const names = path.replace(/\.pyi?$/i, '').split('/');
  if (!names.every((name) => PYTHON_NAME.test(name))) return undefined;
  const module = names.pop();
  const line = names.length > 0 ? `from ${names.join('.')} import ${module}` : `import ${module}`;
  return { shown: line, lines: [line] };
}

function readInPython(path: string): CodeForFile {
  const written = JSON.stringify(path);
  const opened = `open(${written}, encoding="utf-8")`;
  const shown = `open(${written})`;
  if (/\.csv$/i.test(path)) {
    return {
      shown,
      lines: [
        'import csv',
        '',
        `with open(${written}, newline="", encoding="utf-8") as file:`,
        '    rows = list(csv.DictReader(file))',
        'print(len(rows), "rows")',
      ],
    };
  }
  if (/\.json$/i.test(path)) {
    const lines = ['import json', '', `with ${opened} as file:`, '    data = json.load(file)'];
    return { shown, lines };
  }
  if (TEXTS.test(path)) {
    return { shown, lines: [`with ${opened} as file:`, '    text = file.read()'] };
  }
  return { shown, lines: [`with open(${written}, "rb") as file:`, '    data = file.read()'] };
}

function importInJavaScript(path: string, isScript: boolean): CodeForFile {
  const stem = partsOfPath(path).name.replace(/\.\w+$/, '');
  const name = stem.replace(/\W+(\w?)/g, (_, next: string) => next.toUpperCase()) || 'file';
  const variable = /^\d/.test(name) ? `_${name}` : name;
  // What is imported is a URL.
  const from = quoted(`./${isScript ? path : path.replace(/[%?#]/g, encodeURIComponent)}`);
  const line = isScript
    ? `const ${variable} = require(${from});`
    : `import * as ${variable} from ${from};`;
  return { shown: line, lines: [line] };
}

function readInJavaScript(path: string, isScript: boolean): CodeForFile {
  const written = quoted(path);
  const isText = TEXTS.test(path);
  const call = `readFileSync(${written}${isText ? ", 'utf8'" : ''})`;
  const get = isScript
    ? "const { readFileSync } = require('node:fs');"
    : "import { readFileSync } from 'node:fs';";
  const value = /\.json$/i.test(path) ? `JSON.parse(${call})` : call;
  const name = isText && value === call ? 'text' : 'data';
  return { shown: call, lines: [get, `const ${name} = ${value};`] };
}

const quoted = (text: string) => (/['"\\]/.test(text) ? JSON.stringify(text) : `'${text}'`);
