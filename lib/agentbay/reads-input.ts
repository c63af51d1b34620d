/** Whether a program seems to read standard input, by its text: it has to be asked for before it runs. */
import type { SourceFile } from './contract';

const PYTHON = /(?<![\w.])input\s*\(|\bstdin\b|\bfileinput\b|\bgetpass\b|\bopen\s*\(\s*0\b/;
const NODE =
  /\bprocess\s*\.\s*stdin\b|\breadline\b|\bread(?:File)?Sync\s*\(\s*0\b|\bprocess\s*\[|(?<![\w.])prompt\s*\(/;
const R = /\breadline\s*\(|\bstdin\s*\(|\bscan\s*\(\s*(?:\)|\w+\s*=)/;
const OTHER = /\bstdin\b|\bScanner\b|System\s*\.\s*in\b/;
/** A module is named in a text, so texts stay where they follow these words. */
const MODULES = /['"](?:node:)?readline(?:\/promises)?['"]|['"]\/dev\/stdin['"]/;
const R_NAME = /['"]stdin['"]/;

interface Reading {
  /** What in a source without comments and texts reads. */
  reads: RegExp;
  /** What reads where it stands in a text. */
  named: RegExp;
  /** Its files that are part of the program. */
  sources: RegExp;
  hasHashes: boolean;
}

const SCRIPT: Reading = { reads: NODE, named: MODULES, sources: /\.[cm]?[jt]s$/, hasHashes: false };
const READING: Record<string, Reading> = {
  python: { reads: PYTHON, named: MODULES, sources: /\.py$/, hasHashes: true },
  javascript: SCRIPT,
  typescript: SCRIPT,
  r: { reads: R, named: R_NAME, sources: /\.R$/i, hasHashes: true },
};
const REST: Reading = { reads: OTHER, named: MODULES, sources: /(?!)/, hasHashes: false };

/** A wrong yes costs one press of "End input", a wrong no a program that meets its end. */
export function readsInput(language: string, code: string, files: SourceFile[] = []): boolean {
  const { reads, named, sources, hasHashes } = READING[language] ?? REST;
  const own = files.filter(({ path }) => sources.test(path));
  return [code, ...own.map(({ text }) => text)].some(
    (source) => named.test(source) || reads.test(bare(source, hasHashes)),
  );
}

/** Without comments and texts, as far as lines show them. */
function bare(source: string, hasHashes: boolean): string {
  const comments = hasHashes ? /#[^\n]*/g : /\/\/[^\n]*|\/\*[\s\S]*?\*\//g;
  return source
    .replace(hasHashes ? /'''[\s\S]*?'''|"""[\s\S]*?"""/g : /`(?:\\.|[^`\\])*`/g, '""')
    .replace(/"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'/g, '""')
    .replace(comments, '');
}
