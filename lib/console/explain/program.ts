import type { ProgramError } from '@/lib/agentbay/contract';
import type { Language } from '@/lib/agentbay/languages';
import { type CodeScan, scanCode } from './code-scan';

/** An error and the program it came from, with what the explanations ask of them. */
export class Program {
  readonly error: ProgramError;
  readonly code: string;
  readonly language: Language;
  #scan: CodeScan | undefined;

  constructor(error: ProgramError, code: string, language: Language) {
    this.error = error;
    this.code = code;
    this.language = language;
  }

  get scan(): CodeScan {
    this.#scan ??= scanCode(this.code, this.language);
    return this.#scan;
  }

  /** The line of the error; empty where it is not known. */
  get line(): string {
    return this.lineAt(this.error.line ?? 0);
  }

  /** The line of the error from the place of the error on. */
  get fromError(): string {
    return this.line.slice((this.error.column ?? 1) - 1);
  }

  /** The line of the error up to the place of the error. */
  get beforeError(): string {
    return this.line.slice(0, (this.error.column ?? 1) - 1);
  }

  /** The line of the error, without texts and comments. */
  get bareLine(): string {
    return this.scan.bare.split('\n')[(this.error.line ?? 0) - 1] ?? '';
  }

  lineAt(line: number): string {
    return this.code.split(/\r?\n/)[line - 1] ?? '';
  }

  /** The names in the program, the first mention first; not what stands in texts and comments. */
  names(): Set<string> {
    return new Set(this.scan.bare.match(/[\p{L}_$][\p{L}\p{N}_$]*/gu));
  }

  /** The texts in quotes. */
  texts(): Set<string> {
    const texts = this.code.matchAll(/"((?:[^"\\\n]|\\.)*)"|'((?:[^'\\\n]|\\.)*)'/g);
    return new Set(Array.from(texts, ([, double, single]) => double ?? single ?? ''));
  }

  /** The first line that a pattern fits, from 1; texts and comments do not count. Undefined where none does. */
  lineOf(pattern: RegExp): number | undefined {
    const at = this.scan.bare.split('\n').findIndex((line) => pattern.test(line));
    return at < 0 ? undefined : at + 1;
  }
}

/** A name as a part of a regular expression. */
export function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}
