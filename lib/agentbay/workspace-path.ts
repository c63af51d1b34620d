/**
 * Which paths a file of the workspace may have: relative, parts separated by `/`. Page and server use
 * the same rules. Names that only look odd (bidi marks, emoji, `__proto__`) are allowed: whoever shows
 * a name isolates it, and whoever looks one up does so in a Map.
 */
import { AppError } from '@/lib/errors';
import { LANGUAGE_NAMES } from './languages';
import { shown } from './shown';

export const MAX_PATH_BYTES = 200;
export const MAX_PART_BYTES = 100;
export const MAX_PARTS = 8;

/** The programs themselves, which lie in the workspace under these names. */
export const RESERVED_PATHS: ReadonlySet<string> = new Set(
  Object.values(LANGUAGE_NAMES).map(({ fileName }) => fileName),
);

const PROBLEMS = {
  empty: 'a name of at least one character',
  not_unicode: 'Unicode text without half of a surrogate pair',
  control: 'no control characters',
  backslash: 'folders separated by /, no backslash',
  absolute: 'a relative path, without / at its beginning',
  empty_part: 'a name between and after each /',
  dots: 'no part . or ..',
  too_deep: `at most ${MAX_PARTS} parts`,
  part_too_long: `at most ${MAX_PART_BYTES} bytes of UTF-8 in each part`,
  too_long: `at most ${MAX_PATH_BYTES} bytes of UTF-8`,
  reserved: `another name than ${[...RESERVED_PATHS].join(', ')}, which are the programs themselves`,
};

/** Why a path cannot be taken. */
export type WorkspacePathProblem = keyof typeof PROBLEMS;

// Line separators (U+2028, U+2029) end a line as the control characters do.
const CONTROL = /[\p{Cc}\u2028\u2029]/u;

const bytesOf = (text: string) => new TextEncoder().encode(text).length;

/** The first rule that `path` breaks; undefined where it can be taken. Safe for the browser. */
export function workspacePathProblem(path: string): WorkspacePathProblem | undefined {
  if (path === '') return 'empty';
  // Before anything walks through a long one: a character has at least one byte.
  if (path.length > MAX_PATH_BYTES) return 'too_long';
  if (!path.isWellFormed()) return 'not_unicode';
  if (CONTROL.test(path)) return 'control';
  if (path.includes('\\')) return 'backslash';
  if (path.startsWith('/')) return 'absolute';
  const parts = path.split('/');
  if (parts.includes('')) return 'empty_part';
  if (parts.some((part) => part === '.' || part === '..')) return 'dots';
  if (parts.length > MAX_PARTS) return 'too_deep';
  if (parts.some((part) => bytesOf(part) > MAX_PART_BYTES)) return 'part_too_long';
  if (bytesOf(path) > MAX_PATH_BYTES) return 'too_long';
  return RESERVED_PATHS.has(path) ? 'reserved' : undefined;
}

/** The path as it came. Throws bad_request, which names `field`, what was expected and what came. */
export function checkWorkspacePath(path: unknown, field = 'path'): string {
  if (typeof path !== 'string') {
    throw new AppError('bad_request', `${field}: expected a string, got ${shown(path)}.`, {
      field,
    });
  }
  const problem = workspacePathProblem(path);
  if (problem) {
    throw new AppError(
      'bad_request',
      `${field}: expected ${PROBLEMS[problem]}, got ${shown(path)}.`,
      { field },
    );
  }
  return path;
}
