/** The README of a program that was packed into a zip. Read again, it tells what belongs to the run. */
import { LANGUAGE_NAMES, type Language } from '@/lib/agentbay/languages';
import { escaped } from '../markdown';
import type { SharedProgram } from '../program';

export const README = 'README.md';
export const INPUT_FILE = 'input.txt';
const MARK = /^<!-- runbay: (?:input (\S[^\n]*), )?time limit (\d{1,4}) s -->$/m;

/** Where one line runs it. */
const COMMANDS: Partial<Record<Language, string>> = {
  python: 'python3',
  javascript: 'node',
  typescript: 'node',
  r: 'Rscript',
};

interface ReadmeParts {
  title: string;
  /** Where it is on the web; absent: nowhere. */
  url?: string | undefined;
  program: SharedProgram;
  /** The name of its prepared input in the zip; absent: it has none. */
  inputPath?: string | undefined;
}

export function writeReadme({ title, url, program, inputPath }: ReadmeParts): string {
  const { fileName } = LANGUAGE_NAMES[program.language];
  const command = COMMANDS[program.language];
  const from = inputPath === undefined ? '' : ` < ${inputPath}`;
  const input = inputPath === undefined ? '' : `input ${inputPath}, `;
  return [
    `# ${escaped(title)}`,
    ...(url === undefined ? [] : [`<${url}>`]),
    ...(command === undefined ? [] : [`    ${command} ${fileName}${from}`]),
    `<!-- runbay: ${input}time limit ${program.timeoutS} s -->\n`,
  ].join('\n\n');
}

/** Undefined where it is another README. */
export function readReadme(
  text: string,
): { inputPath: string | undefined; timeoutS: number } | undefined {
  const [, inputPath, timeoutS] = MARK.exec(text) ?? [];
  if (timeoutS === undefined) return undefined;
  return { inputPath, timeoutS: Math.max(1, Number(timeoutS)) };
}
