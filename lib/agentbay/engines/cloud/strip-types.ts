/** TypeScript for an engine that knows JavaScript: its types are taken away here. */
import 'server-only';
import { stripTypeScriptTypes } from 'node:module';
import type { ProgramError } from '@/lib/agentbay/contract';

/** The program without types, lines and columns as they were where that can be; or why it is none. */
export function withoutTypes(code: string): { code: string } | { error: ProgramError } {
  try {
    return { code: stripTypeScriptTypes(code, { mode: 'strip' }) };
  } catch (error) {
    if (codeOf(error) !== 'ERR_UNSUPPORTED_TYPESCRIPT_SYNTAX') return { error: syntaxError(error) };
  }
  try {
    // Enums and the like become code, which costs the lines their places.
    return { code: stripTypeScriptTypes(code, { mode: 'transform' }) };
  } catch (error) {
    return { error: syntaxError(error) };
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}

function syntaxError(error: unknown): ProgramError {
  const value = error instanceof Error ? error.message : String(error);
  return { name: 'SyntaxError', value, traceback: '' };
}
