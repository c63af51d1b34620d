import type { DemoProblem } from '@/lib/demos/lint';
import { fill, type Messages } from '@/lib/messages/messages';

/** One sentence, or two where it is known what was probably meant. */
export function wordsOfDemoProblem(problem: DemoProblem, messages: Messages): string {
  const words = messages.writing.problems;
  const { kind, values } = problem;
  if (kind === 'in_activity') {
    const { activityProblems } = messages;
    return fill(activityProblems[values.code as keyof typeof activityProblems], values);
  }
  const text = fill(words.kinds[kind], { ...values, example: '{{answer}}' });
  return values.meant === undefined ? text : fill(words.meant, { text, meant: values.meant });
}
