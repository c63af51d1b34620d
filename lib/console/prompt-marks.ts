import { LANGUAGE_NAMES, LANGUAGES, type Language } from '../agentbay/languages';

/** What stands before the first line of an input and before each of its other lines; both are equally long. */
export interface PromptMarks {
  first: string;
  next: string;
}

/** Those of each language's own prompt. */
export const PROMPT_MARKS = Object.fromEntries(
  LANGUAGES.map((id) => [id, LANGUAGE_NAMES[id].promptMarks]),
) as Record<Language, PromptMarks>;

/**
 * Code that was copied with its marks, from a console or a tutorial, without them; what stands
 * between as output goes away. Other text stays as it is.
 */
export function withoutMarks(language: Language, text: string): string {
  const { first, next } = PROMPT_MARKS[language];
  const lines = text.split('\n');
  const isMarked = (line: string) => line.startsWith(first) || line === first.trimEnd();
  const from = lines.find((line) => line.trim() !== '');
  if (from === undefined || !isMarked(from)) return text;
  return lines
    .filter((line) => isMarked(line) || line.startsWith(next) || line === next.trimEnd())
    .map((line) => line.slice(first.length))
    .join('\n');
}
