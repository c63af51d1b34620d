/** A shared program as Markdown that any reader of Markdown shows rightly, whatever the program holds. */
import { LANGUAGE_NAMES } from '../agentbay/languages';
import type { ProgramSnippet } from '../snippets/contract';

/** `output`: what the recorded run printed; absent where there is none. */
export function toMarkdown(
  snippet: ProgramSnippet,
  url: string,
  output: string | undefined,
): string {
  const { title, language, code, files, stdin } = snippet;
  const parts = [`# ${escaped(title || LANGUAGE_NAMES[language].name)}`, `<${url}>`];
  parts.push(fenced(code, language));
  for (const { path, text } of files) parts.push(`\`${path.replaceAll('`', "'")}\``, fenced(text));
  if (stdin !== undefined) parts.push('Input', fenced(stdin));
  if (output !== undefined) parts.push('Output', fenced(output));
  return `${parts.join('\n\n')}\n`;
}

/** A code block whose fence is longer than any in the text. */
export function fenced(text: string, language = ''): string {
  const longest = Math.max(2, ...Array.from(text.matchAll(/`+/g), ([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${text.replace(/\n$/, '')}\n${fence}`;
}

/** Text that means only itself. */
export function escaped(text: string): string {
  return text.replace(/[\\`*_{}[\]()<>#+\-.!|~&:@]/g, '\\$&');
}
