import type { ProgramError } from '@/lib/agentbay/contract';
import type { Language } from '@/lib/agentbay/languages';
import { ALL_RULES } from '@/lib/languages/all-explanations';
import type { Explanation } from './explanation';
import { Program } from './program';
import { applyRules } from './rule';

/** A program is looked through to find what was meant; a larger one would take too long. */
const MAX_CODE_LENGTH = 200_000;

/**
 * What an error means in plain words, with the names it is about. `code` is the file that `error.line` points
 * into. Undefined where the error is none of those that beginners meet, such as one that the program raises itself.
 */
export function explainError(
  error: ProgramError,
  code: string,
  language: Language,
): Explanation | undefined {
  if (code.length > MAX_CODE_LENGTH) return undefined;
  const found = applyRules(ALL_RULES[language] ?? [], new Program(error, code, language));
  return found && { ...found, line: error.line };
}
