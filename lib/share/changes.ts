/** What changed from one revision of a program to another. */
import { LANGUAGE_NAMES, type Language } from '../agentbay/languages';
import type { ProgramContent } from '../snippets/contract';
import { diffLines, type LineDiff, linesOf } from './line-diff';

type ProgramParts = Omit<ProgramContent, 'kind'>;

export interface FileChange {
  /** The program's own file first, then the others, then the prepared input under the name it was given. */
  path: string;
  kind: 'changed' | 'added' | 'removed';
  diff: LineDiff;
}

export interface Changes {
  files: FileChange[];
  language: { before: Language; after: Language } | undefined;
  timeoutS: { before: number; after: number } | undefined;
}

/** Milliseconds for all of it: it is made for each reader, by the server that everybody shares. */
const BUDGET_MS = 50;

export function changesBetween(
  before: ProgramParts,
  after: ProgramParts,
  inputName: string,
): Changes {
  const endMs = performance.now() + BUDGET_MS;
  const [old, now] = [textsOf(before, inputName), textsOf(after, inputName)];
  const files: FileChange[] = [];
  for (const path of new Set([...now.keys(), ...old.keys()])) {
    const [oldText, text] = [old.get(path), now.get(path)];
    if (oldText === text) continue;
    const maxMs = Math.max(1, endMs - performance.now());
    files.push({
      path,
      kind: oldText === undefined ? 'added' : text === undefined ? 'removed' : 'changed',
      diff: diffLines(linesOf(oldText ?? ''), linesOf(text ?? ''), { maxMs }),
    });
  }
  return {
    files,
    language:
      before.language === after.language
        ? undefined
        : { before: before.language, after: after.language },
    timeoutS:
      before.timeoutS === after.timeoutS
        ? undefined
        : { before: before.timeoutS, after: after.timeoutS },
  };
}

/** A program in another language is another file. */
function textsOf({ language, code, files, stdin }: ProgramParts, inputName: string) {
  const texts = new Map([[LANGUAGE_NAMES[language].fileName, code]]);
  for (const { path, text } of files) texts.set(path, text);
  if (stdin !== undefined) texts.set(inputName, stdin);
  return texts;
}
