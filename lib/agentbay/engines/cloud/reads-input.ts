/** Whether a program seems to read standard input, by its text: it has to be asked for before it runs. */
import 'server-only';
import type { SourceFile } from '@/lib/agentbay/contract';

const PYTHON = /(?<![\w.])input\s*\(|\bstdin\b|\bfileinput\b|\bgetpass\b|\bopen\s*\(\s*0\b/;
const NODE =
  /\bprocess\s*\.\s*stdin\b|\breadline\b|\bread(?:File)?Sync\s*\(\s*0\b|\bprocess\s*\[|(?<![\w.])prompt\s*\(/;
const OTHER = /\bstdin\b|\bScanner\b|\breadline\b|\breadLines\b|System\s*\.\s*in\b/;
/** A module is named in a text, so texts stay where they follow these words. */
const MODULES = /['"](?:node:)?readline(?:\/promises)?['"]|['"]\/dev\/stdin['"]/;

/** A wrong yes costs one press of "End input", a wrong no a program that meets its end. */
export function readsInput(language: string, code: string, files: SourceFile[] = []): boolean {
  const isPython = language === 'python';
  const own = files.filter(({ path }) => (isPython ? /\.py$/ : /\.[cm]?[jt]s$/).test(path));
  const isNode = language === 'javascript' || language === 'typescript';
  return [code, ...own.map(({ text }) => text)].some((source) => {
    if (MODULES.test(source)) return true;
    return (isPython ? PYTHON : isNode ? NODE : OTHER).test(bare(source, isPython));
  });
}

/** Without comments and texts, as far as lines show them. */
function bare(source: string, isPython: boolean): string {
  const comments = isPython ? /#[^\n]*/g : /\/\/[^\n]*|\/\*[\s\S]*?\*\//g;
  return source
    .replace(isPython ? /'''[\s\S]*?'''|"""[\s\S]*?"""/g : /`(?:\\.|[^`\\])*`/g, '""')
    .replace(/"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'/g, '""')
    .replace(comments, '');
}
