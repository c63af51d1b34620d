/** Prettier: formats JavaScript, TypeScript and JSON. */
import * as babel from 'prettier/plugins/babel';
import * as estree from 'prettier/plugins/estree';
import { format } from 'prettier/standalone';
import type { FormatResult } from './format-result';
import { answerCalls } from './worker-calls';

// Babel's parser reads TypeScript too; the compiler's own would be three times as large.
const PARSERS = { javascript: 'babel', typescript: 'babel-ts', json: 'json' } as const;
export type PrettierLanguage = keyof typeof PARSERS;

const methods = {
  async format(
    text: string,
    language: PrettierLanguage,
    tabColumns: number,
  ): Promise<FormatResult> {
    try {
      const formatted = await format(text, {
        parser: PARSERS[language],
        plugins: [babel, estree],
        singleQuote: true,
        tabWidth: tabColumns,
      });
      return { text: formatted };
    } catch (error) {
      const problem = problemOf(error);
      if (!problem) throw error;
      return { problem };
    }
  },
};
export type PrettierMethods = typeof methods;

/** Prettier's syntax errors name the place, add it to the message, and draw the lines below. */
function problemOf(error: unknown) {
  if (!(error instanceof SyntaxError)) return undefined;
  const { loc } = error as SyntaxError & { loc?: { start?: { line?: number } } };
  const [head = ''] = error.message.split('\n');
  return { line: loc?.start?.line, message: head.replace(/ \(\d+:\d+\)$/, '') };
}

answerCalls(methods);
