/** What a reader thought that a program prints, beside what it printed. */

import { textOfItem } from '../console/rich-forms';
import type { Item } from '../console/transcript';
import { diffLines, type LineDiff, linesOf } from './line-diff';

export interface GuessComparison {
  /** `nearly`: it is right but for spaces, empty lines or capital letters. */
  verdict: 'right' | 'nearly' | 'wrong';
  /** From the guess to what was printed. */
  diff: LineDiff;
  /** Lines of what was printed that were guessed, and of how many. */
  rightLines: number;
  lines: number;
  /** What was printed, as far as it can be guessed. */
  printed: string[];
}

export function compareGuess(guess: string, items: readonly Item[]): GuessComparison {
  const printed = trimmed(printedLines(items), []);
  const guessed = trimmed(linesOf(guess), printed);
  const diff = diffLines(guessed, printed, { essence, maxMs: 50 });
  const rightLines = diff.rows.filter(({ kind }) => kind === 'same' || kind === 'alike').length;
  const isRight = diff.differing === 0;
  return {
    verdict: isRight ? (diff.alike > 0 ? 'nearly' : 'right') : 'wrong',
    diff,
    rightLines,
    lines: printed.length,
    printed,
  };
}

/** Nobody guesses the way to an error, or a picture: its name is enough, or nothing. */
function printedLines(items: readonly Item[]): string[] {
  return items.flatMap((item) => {
    if (item.kind === 'text')
      return item.tone === 'error' || item.tone === 'note' ? [] : [item.text];
    if (item.kind !== 'result' || item.form.kind === 'image') return [];
    return linesOf(textOfItem(item.item) ?? '');
  });
}

/** Without spaces at the ends of lines and empty lines at the end; the name of an error stands for all of it. */
function trimmed(lines: readonly string[], printed: readonly string[]): string[] {
  const kept = lines.map((line) => line.trimEnd());
  while (kept.at(-1) === '') kept.pop();
  const [last, error] = [kept.at(-1), printed.findLast((line) => line.trim() !== '')];
  if (
    last &&
    error?.startsWith(`${last}:`) &&
    /^[A-Z]\w*(?:Error|Exception|Exit|Interrupt|Iteration)$/.test(last)
  ) {
    kept[kept.length - 1] = error.trimEnd();
  }
  return kept;
}

function essence(line: string): string {
  return line.trim().replace(/\s+/g, ' ').toLowerCase();
}
