/** A demo with one activity of each kind, and what a learner does with them. */
import type { APIRequestContext, FrameLocator, Locator, Page } from '@playwright/test';

const fence = (info: string, text: string) => `\`\`\`${info}\n${text}\n\`\`\`\n`;

export const EXERCISES = [
  '# Doubling\n\nA page to learn with.\n',
  fence('python run', 'FACTOR = 2\nprint("ready")'),
  '## Write it\n\nWrite `double(n)`, which gives `n` times `FACTOR`.\n',
  fence('python exercise=double', 'def double(n):\n    ...'),
  fence('python check=double', 'assert double(2) == 4'),
  fence(
    'text cases=double',
    'double(21) => 42\nlabel: below zero\ndouble(-707) => -1414\ndouble("ab") => "abab"',
  ),
  fence('text hint=double', 'Which operator *multiplies*?'),
  fence('text hint=double', 'It is `*`.'),
  fence('python solution=double held', 'def double(n):\n    return FACTOR * n  # the solution'),
  '## What is printed?\n',
  fence('python run predict', 'for n in 0, 1, 2:\n    print(n * FACTOR)'),
  '## A loop\n',
  fence('python order=loop indent', 'total = 0\nfor n in [1, 2, 3]:\n    total += n\nprint(total)'),
  fence('python gaps=range', 'for i in {{range(3)}}:\n    print({{i|i + 0}})'),
  fence(
    'text choice=type',
    'What is `"4" + "2"`?\n- [ ] `42`: a number needs no quotes\n- [x] `"42"`: texts are put together\n- [ ] an error',
  ),
].join('\n');

/** Shares the document; its path. */
export async function shareExercises(request: APIRequestContext, markdown = EXERCISES) {
  const response = await request.post('/api/snippets', { data: { markdown } });
  if (!response.ok()) throw new Error(await response.text());
  const { id } = (await response.json()) as { id: string };
  return `/d/${id}`;
}

export class ExercisesPage {
  readonly exercise: Locator;
  readonly order: Locator;
  readonly gaps: Locator;
  readonly choice: Locator;

  constructor(readonly page: Page | FrameLocator) {
    this.exercise = page.getByRole('region', { name: 'Exercise' });
    this.order = page.getByRole('region', { name: 'Put the lines in order' });
    this.gaps = page.getByRole('region', { name: 'Fill the gaps' });
    this.choice = page.getByRole('region', { name: 'Choose' });
  }

  get code() {
    return this.exercise.getByRole('textbox', { name: /^Your code/ });
  }

  get cases() {
    return this.exercise.getByRole('list', { name: 'Cases' }).getByRole('listitem');
  }

  /** The lines as they stand now. */
  get lines() {
    return this.order.getByRole('listitem').locator('code');
  }

  check(activity: Locator) {
    return activity.getByRole('button', { name: 'Check', exact: true }).click();
  }
}
