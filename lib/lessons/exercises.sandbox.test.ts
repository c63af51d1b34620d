/** The exercises of the lessons that come with Runbay: what solves them passes, what they begin with does not. */
import { afterAll, describe, expect, it, vi } from 'vitest';
import { engine } from '@/lib/agentbay/engines';
import type { ActivityAnswer } from '@/lib/checking/answer';
import { checkActivity } from '@/lib/checking/check-activity';
import { type Activity, readActivity } from '@/lib/demos/activities';
import { readDocument } from '@/lib/demos/document';
import { lessonGroups, readLesson } from '.';

vi.hoisted(() => {
  process.env.RUNBAY_LOG = 'silent';
});

afterAll(() => engine().dispose());

const groups = await lessonGroups();
const all: { slug: string; activity: Activity }[] = [];
for (const { slug } of groups.flatMap(({ lessons }) => lessons)) {
  const { parts } = readDocument((await readLesson(slug))?.markdown ?? '');
  for (const part of parts) {
    const activity = part.kind === 'activity' ? readActivity(part).activity : undefined;
    if (activity) all.push({ slug, activity });
  }
}

type Answer = Partial<Omit<ActivityAnswer, 'demo' | 'activity'>>;
const NOTHING = { code: undefined, lines: undefined, answers: undefined, choice: undefined };
const check = (slug: string, { name }: Activity, answer: Answer) =>
  checkActivity(
    { demo: { ref: `learn/${slug}`, revision: undefined }, activity: name, ...NOTHING, ...answer },
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

describe.each(all.map((one) => [`${one.slug}: ${one.activity.name}`, one] as const))(
  '%s',
  (_name, { slug, activity }) => {
    const { right, first } = answersTo(activity);

    it('is passed by what solves it', async () => {
      const outcome = await check(slug, activity, right);
      expect(outcome, JSON.stringify(outcome, undefined, 1)).toMatchObject({ passed: true });
    });

    it('is not passed by what stands there at first', async () => {
      expect(await check(slug, activity, first)).toMatchObject({ passed: false });
    });
  },
);

it('there are as many as it seems', () => {
  expect(all.filter(({ activity }) => activity.type === 'exercise')).toHaveLength(12);
  expect(all.length).toBeGreaterThanOrEqual(20);
});
