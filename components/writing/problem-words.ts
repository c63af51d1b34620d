import type { DemoProblem } from '@/lib/demos/lint';
import { fill, type Messages } from '@/lib/messages/messages';

/** One sentence, or two where it is known what was probably meant. */
export function wordsOfDemoProblem(problem: DemoProblem, { writing }: Messages): string {
  const words = writing.problems;
  const { kind, values } = problem;
  const text = fill(words.kinds[kind], { ...values, example: '{{answer}}' });
  return values.meant === undefined ? text : fill(words.meant, { text, meant: values.meant });
}
