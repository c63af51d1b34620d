/** A syntax error that was found without a run, in the words of the engine. */
import type { CheckProblem, ProgramError } from '../agentbay/contract';
import { LANGUAGE_NAMES, type Language } from '../agentbay/languages';

/** The error as a run of the program would have told it. */
export function syntaxErrorOf(
  problem: CheckProblem,
  code: string,
  language: Language,
): ProgramError {
  const { name = 'SyntaxError', line, column, message } = problem;
  const told = language === 'python' ? pythonTraceback : nodeTraceback;
  const head = `${name}: ${message}`;
  return { name, value: message, line, column, traceback: told(problem, code, language, head) };
}

type Tell = (problem: CheckProblem, code: string, language: Language, head: string) => string;

const lineOf = (code: string, line: number) => code.split(/\r\n|\r|\n/)[line - 1] ?? '';

const pathOf = (language: Language) => `/workspace/${LANGUAGE_NAMES[language].fileName}`;

/** As Python's traceback module does: the line without its indentation, and carets below. */
const pythonTraceback: Tell = ({ line, column, endLine, endColumn }, code, language, head) => {
  const text = lineOf(code, line);
  const shown = text.trim();
  const indentation = text.length - text.trimStart().length;
  const at = Math.max(0, column - 1 - indentation);
  const end = endLine === line ? endColumn - 1 - indentation : shown.length;
  const carets = '^'.repeat(Math.max(1, end - at));
  const place = `  File "${pathOf(language)}", line ${line}\n`;
  return `${place}    ${shown}\n    ${' '.repeat(at)}${carets}\n${head}\n`;
};

const nodeTraceback: Tell = ({ line, column }, code, language, head) =>
  `${pathOf(language)}:${line}\n${lineOf(code, line)}\n${' '.repeat(column - 1)}^\n\n${head}`;
