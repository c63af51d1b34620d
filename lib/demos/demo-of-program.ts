/** A shared program as a document of one block, so that a room or a lesson can be made of it. */
import { LANGUAGE_NAMES } from '../agentbay/languages';
import { escaped, fenced } from '../share/markdown';
import type { ProgramSnippet } from '../snippets/contract';
import { fenceValue } from './fence-value';

/** The id of its block: what the program's receipt is recorded under. */
export const PROGRAM_BLOCK = 'b1';

type Shown = Pick<ProgramSnippet, 'title' | 'language' | 'code' | 'files' | 'stdin' | 'timeoutS'>;

export function demoOfProgram(program: Shown): string {
  const { title, language, code, files, stdin, timeoutS } = program;
  const parts = [`# ${escaped(title || LANGUAGE_NAMES[language].name)}`];
  for (const { path, text } of files) {
    parts.push(fenced(text, `text file=${fenceValue(path)}`));
  }
  parts.push(fenced(code, `${language} run timeout=${timeoutS}`));
  if (stdin !== undefined) parts.push(fenced(stdin, 'text input'));
  return `${parts.join('\n\n')}\n`;
}
