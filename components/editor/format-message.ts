import { fill, type Messages } from '@/lib/messages/messages';
import type { FormatProblem } from './tools/format-result';

/** Why nothing was formatted: the program's own problem, or that the formatter could not be had. */
export function formatMessage(
  problem: FormatProblem | undefined,
  { notFormatted, noFormatter, line: lineWords, lineSays }: Messages['editor'],
): string {
  if (!problem) return noFormatter;
  const { line, message } = problem;
  const place = line === undefined ? undefined : fill(lineWords, { line });
  return fill(notFormatted, { problem: place ? fill(lineSays, { place, message }) : message });
}
