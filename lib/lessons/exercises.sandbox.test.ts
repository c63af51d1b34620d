/** The exercises of the lessons that come with Runbay: what solves them passes, what they begin with does not. */
import { afterAll, describe, expect, it, vi } from 'vitest';
import { engine } from '@/lib/agentbay/engines';
import type { ActivityAnswer } from '@/lib/checking/answer';
import { checkActivity } from '@/lib/checking/check-activity';
import { type Activity, readActivity } from '@/lib/demos/activities';
import { readDocument } from '@/lib/demos/document';
import { LOCALES } from '@/lib/messages/locales';
import { allLessons } from '.';

vi.hoisted(() => {
  process.env.RUNBAY_LOG = 'silent';
});

afterAll(() => engine().dispose());

const all: { ref: string; activity: Activity }[] = [];
for (const { ref, markdown } of await allLessons()) {
  for (const part of readDocument(markdown).parts) {
    const activity = part.kind === 'activity' ? readActivity(part).activity : undefined;
    if (activity) all.push({ ref, activity });
  }
}

type Answer = Partial<Omit<ActivityAnswer, 'demo' | 'activity'>>;
const NOTHING = { code: undefined, lines: undefined, answers: undefined, choice: undefined };
const check = (ref: string, { name }: Activity, answer: Answer) =>
  checkActivity(
    { demo: { ref, revision: undefined }, activity: name, ...NOTHING, ...answer },
    { client: 'test', signal: new AbortController().signal },
  );

/** What is right, and what a learner has who has done nothing. */
function answersTo(activity: Activity): { right: Answer; first: Answer } {
  switch (activity.type) {
    case 'exercise':
      return { right: { code: activity.solution?.code ?? '' }, first: { code: activity.starter } };
    case 'order':
      return { right: { lines: activity.lines }, first: { lines: activity.lines.toReversed() } };
    case 'gaps':
      return {
        right: { answers: activity.answers.map(([first = '']) => first) },
        first: { answers: activity.answers.map(() => '') },
      };
    case 'choice': {
      const chosen = activity.options.flatMap(({ isRight }, at) => (isRight ? [at] : []));
      return { right: { choice: chosen }, first: { choice: [] } };
    }
  }
}

describe.each(all.map((one) => [`${one.ref}: ${one.activity.name}`, one] as const))(
  '%s',
  (_name, { ref, activity }) => {
    const { right, first } = answersTo(activity);

    it('is passed by what solves it', async () => {
      const outcome = await check(ref, activity, right);
      expect(outcome, JSON.stringify(outcome, undefined, 1)).toMatchObject({ passed: true });
    });

    it('is not passed by what stands there at first', async () => {
      expect(await check(ref, activity, first)).toMatchObject({ passed: false });
    });
  },
);

it('there are as many as it seems', () => {
  const exercises = all.filter(({ activity }) => activity.type === 'exercise');
  expect(exercises).toHaveLength(12 * LOCALES.length);
  expect(all.length).toBeGreaterThanOrEqual(20 * LOCALES.length);
});
