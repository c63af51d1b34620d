/**
 * Checks what a caller asks to run, for the AgentBay class and the routes alike. Each check gives the
 * value in its final form or throws an AppError that names the field, what was expected and what came.
 */
import { AppError } from '@/lib/errors';
import { RUN_CONTEXTS, type RunContext, type SourceFile } from './contract';
import { findLanguage, LANGUAGE_NAMES, type Language } from './languages';
import { offeredLanguages } from './offered-languages';
import { shown } from './shown';
import { checkWorkspacePath } from './workspace-path';

/** AgentBay's default, and the most that one of its requests may take (limit of its gateway). */
export const DEFAULT_TIMEOUT_S = 60;
export const MAX_TIMEOUT_S = 60;
export const CODE_LIMIT_BYTES = 256 * 1024;
export const STDIN_LIMIT_BYTES = 1024 * 1024;
/** A program's other files, all together. */
export const FILES_LIMIT_BYTES = 512 * 1024;
export const FILES_LIMIT = 50;

/** Trimmed, in any case, aliases allowed. Throws unknown_language, also for one that is not `offered` here. */
export function checkLanguage(
  value: unknown,
  offered: readonly Language[] = offeredLanguages(),
): Language {
  if (typeof value !== 'string') {
    throw new AppError('bad_request', `language: expected a string, got ${shown(value)}.`, {
      field: 'language',
    });
  }
  const language = findLanguage(value);
  if (language === undefined || !offered.includes(language)) {
    const supported = offered
      .map((id) => LANGUAGE_NAMES[id])
      .map(({ name, aliases }) => `${name.toLowerCase()} (also ${aliases.join(', ')})`)
      .join(', ');
    throw new AppError(
      'unknown_language',
      `Unsupported language: ${shown(value)}. Supported languages are ${supported}.`,
      { field: 'language' },
    );
  }
  return language;
}

/** Seconds, above 0 and at most `maxTimeoutS`; absent means the default, or the most there is if that is less. */
export function checkTimeoutS(value: unknown, maxTimeoutS: number = MAX_TIMEOUT_S): number {
  if (value === undefined) return Math.min(DEFAULT_TIMEOUT_S, maxTimeoutS);
  if (typeof value !== 'number' || !(value > 0 && value <= maxTimeoutS)) {
    throw new AppError(
      'bad_request',
      `timeoutS: expected a number of seconds above 0 and at most ${maxTimeoutS}, got ${shown(value)}.`,
      { field: 'timeoutS' },
    );
  }
  return value;
}

/** Text in which no character is broken. Throws bad_request and too_large. */
export function checkText(value: unknown, field: string, limitBytes: number): string {
  if (typeof value !== 'string') {
    throw new AppError('bad_request', `${field}: expected a string, got ${shown(value)}.`, {
      field,
    });
  }
  const bytes = Buffer.byteLength(value);
  if (bytes > limitBytes) {
    throw new AppError(
      'too_large',
      `${field}: expected at most ${limitBytes / 1024} KiB of UTF-8 text, got ${Math.ceil(bytes / 1024)} KiB.`,
      { field },
    );
  }
  if (!value.isWellFormed()) {
    throw new AppError(
      'bad_request',
      `${field}: expected Unicode text, got half of a surrogate pair, which is not a character.`,
      { field },
    );
  }
  return value;
}

/** The program, without a byte order mark. May be empty; at most 256 KiB as UTF-8. */
export function checkCode(value: unknown): string {
  const code = checkText(value, 'code', CODE_LIMIT_BYTES);
  return code.startsWith('\uFEFF') ? code.slice(1) : code;
}

/** All of standard input; absent means that input is written while the program runs. */
export function checkStdin(value: unknown): string | undefined {
  return value === undefined ? undefined : checkText(value, 'stdin', STDIN_LIMIT_BYTES);
}

/** The program's other files; absent means that the workspace stays as it is. */
export function checkFiles(value: unknown): SourceFile[] | undefined {
  if (value === undefined) return undefined;
  const wrong = (expected: string, came: unknown) =>
    new AppError('bad_request', `files: expected ${expected}, got ${shown(came)}.`, {
      field: 'files',
    });
  if (!Array.isArray(value)) throw wrong('an array of {path, text}', value);
  if (value.length > FILES_LIMIT) throw wrong(`at most ${FILES_LIMIT} files`, value.length);
  const files = value.map((file: unknown, at): SourceFile => {
    const field = `files[${at}]`;
    if (typeof file !== 'object' || file === null) throw wrong('objects {path, text}', file);
    const { path, text, ...rest } = file as Record<string, unknown>;
    const [unknown] = Object.keys(rest);
    if (unknown !== undefined) throw wrong('objects {path, text} only', unknown);
    return {
      path: checkWorkspacePath(path, `${field}.path`),
      text: checkText(text, `${field}.text`, FILES_LIMIT_BYTES),
    };
  });
  checkTogether(files);
  return files;
}

function checkTogether(files: SourceFile[]): void {
  const bytes = files.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
  if (bytes > FILES_LIMIT_BYTES) {
    throw new AppError(
      'too_large',
      `files: expected at most ${FILES_LIMIT_BYTES / 1024} KiB in all, got ${Math.ceil(bytes / 1024)} KiB.`,
      { field: 'files' },
    );
  }
  const paths = files.map(({ path }) => path);
  // A path cannot be a file and a folder, nor two files.
  const twice = paths.find(
    (path, at) => paths.indexOf(path) !== at || paths.some((other) => other.startsWith(`${path}/`)),
  );
  if (twice !== undefined) {
    throw new AppError('bad_request', `files: ${shown(twice)} is there twice.`, { field: 'files' });
  }
}

/** `page`: one that a page has for itself beside the session's, under a name that the page has chosen. */
export type SandboxWish = 'own' | { page: string } | undefined;

/** `own`: a sandbox of its own, thrown away after the run; absent: the caller's session's, where it has one. */
export function checkSandbox(value: unknown): SandboxWish {
  if (value === undefined || value === 'own') return value;
  const page = typeof value === 'string' && /^page:([\w-]{16,32})$/.exec(value)?.[1];
  if (page) return { page };
  throw new AppError(
    'bad_request',
    `sandbox: expected "own", "page:" and 16 to 32 letters and digits, or nothing, got ${shown(value)}.`,
    { field: 'sandbox' },
  );
}

/** Absent means `fresh`, what the Run button does. */
export function checkContext(value: unknown): RunContext {
  if (value === undefined) return 'fresh';
  const context = RUN_CONTEXTS.find((name) => name === value);
  if (context === undefined) {
    throw new AppError(
      'bad_request',
      `context: expected "fresh" or "continue", got ${shown(value)}.`,
      { field: 'context' },
    );
  }
  return context;
}

/** A place in `code`, in UTF-16 units. */
export function checkCursor(value: unknown, code: string): number {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0 || value > code.length) {
    throw new AppError(
      'bad_request',
      `cursor: expected a whole number from 0 to the length of code (${code.length}), got ${shown(value)}.`,
      { field: 'cursor' },
    );
  }
  return value;
}
