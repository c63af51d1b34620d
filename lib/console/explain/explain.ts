import type { ProgramError } from '@/lib/agentbay/contract';
import type { Language } from '@/lib/agentbay/languages';
import { JAVA_RULES } from '@/lib/languages/java/explain';
import { R_RULES } from '@/lib/languages/r/explain';
import type { Explanation } from './explanation';
import { JAVASCRIPT_SYNTAX_RULES } from './javascript-syntax';
import { JAVASCRIPT_VALUE_RULES } from './javascript-values';
import { Program } from './program';
import { PYTHON_SYNTAX_RULES } from './python-syntax';
import { PYTHON_VALUE_RULES } from './python-values';
import { applyRules, type Rule } from './rule';
import { TYPESCRIPT_SYNTAX_RULES } from './typescript-syntax';

const RULES: Partial<Record<Language, readonly Rule[]>> = {
  r: R_RULES,
  java: JAVA_RULES,
  python: [...PYTHON_VALUE_RULES, ...PYTHON_SYNTAX_RULES],
  javascript: [...JAVASCRIPT_VALUE_RULES, ...JAVASCRIPT_SYNTAX_RULES],
  typescript: [...JAVASCRIPT_VALUE_RULES, ...TYPESCRIPT_SYNTAX_RULES, ...JAVASCRIPT_SYNTAX_RULES],
};

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
  const found = applyRules(RULES[language] ?? [], new Program(error, code, language));
  return found && { ...found, line: error.line };
}
