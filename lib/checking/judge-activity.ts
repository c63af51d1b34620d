/** The answers to what is ordered, filled and chosen. What is right never leaves the server before it was given. */
import 'server-only';
import type { Choice, Gaps, Order } from '@/lib/demos/activities';
import type { ChoiceOutcome, GapsOutcome, OrderOutcome } from './outcome';

export function judgeOrder({ lines, asksIndent }: Order, given: readonly string[]): OrderOutcome {
  const [ours, right] = [given, lines].map((all) =>
    all.map((line) => line.replaceAll('\t', '    ').trimEnd()).filter((line) => line !== ''),
  ) as [string[], string[]];
  const isSame = (at: number) =>
    asksIndent ? ours[at]?.trim() === right[at]?.trim() : ours[at] === right[at];
  let rightLines = 0;
  while (rightLines < right.length && isSame(rightLines)) rightLines += 1;
  const isOrdered = rightLines === right.length && ours.length === right.length;
  const isIndentWrong = isOrdered && asksIndent && depthsOf(ours).join() !== depthsOf(right).join();
  return { type: 'order', passed: isOrdered && !isIndentWrong, rightLines, isIndentWrong };
}

/** How far in each line is, counted in steps, however wide these are. */
function depthsOf(lines: readonly string[]): number[] {
  const open: number[] = [];
  return lines.map((line) => {
    const columns = line.length - line.trimStart().length;
    while ((open.at(-1) ?? -1) >= columns) open.pop();
    open.push(columns);
    return open.length;
  });
}

export function judgeGaps({ answers }: Gaps, given: readonly string[]): GapsOutcome {
  const right = answers.map((ways, at) => ways.some((way) => bare(way) === bare(given[at] ?? '')));
  return { type: 'gaps', passed: right.length > 0 && right.every((one) => one), right };
}

/** Without blanks, which mean nothing between the words of code; those in quotes count, and between two words one. */
function bare(code: string): string {
  return code
    .trim()
    .split(/('[^']*'|"[^"]*")/)
    .map((part, at) =>
      at % 2 === 1 ? part : part.replace(/\s+/g, ' ').replace(/ (?!\w)|(?<!\w) /g, ''),
    )
    .join('');
}

export function judgeChoice({ options }: Choice, given: readonly number[]): ChoiceOutcome {
  const chosen = new Set(given);
  const passed = options.every(({ isRight }, at) => isRight === chosen.has(at));
  const whys = options.flatMap(({ why }, option) =>
    why !== '' && (passed || chosen.has(option)) ? [{ option, why }] : [],
  );
  const right = options.flatMap(({ isRight }, at) => (isRight ? [at] : []));
  const rightChosen = right.filter((at) => chosen.has(at)).length;
  return { type: 'choice', passed, whys, rightChosen, missing: right.length - rightChosen };
}
