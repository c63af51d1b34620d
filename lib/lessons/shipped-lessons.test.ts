import { describe, expect, it } from 'vitest';
import { type Activity, readActivity } from '../demos/activities';
import { type ActivityPart, type CodePart, readDocument } from '../demos/document';
import { lintDemo } from '../demos/lint';
import { publicMarkdown } from '../demos/public-demo';
import { LOCALE_NAMES, type Locale } from '../messages/locales';
import { LessonCatalogue } from './catalogue';
import type { Lesson } from './lesson';

const catalogue = new LessonCatalogue('public/lessons');
const groups = await catalogue.groups();
const slugs = groups.flatMap((group) => group.lessons.map(({ slug }) => slug));
const lessonsIn = async (language: Locale): Promise<Lesson[]> =>
  (await Promise.all(slugs.map((slug) => catalogue.lesson(slug, language)))).filter(
    (lesson) => lesson?.language === language,
  ) as Lesson[];
const english = await lessonsIn('en');
const chinese = await lessonsIn('zh');
const lessons = [...english, ...chinese];

const partsOf = ({ markdown }: Lesson) => readDocument(markdown).parts;
const activitiesOf = (lesson: Lesson) =>
  partsOf(lesson).filter((part): part is ActivityPart => part.kind === 'activity');
const codeOf = (lesson: Lesson) =>
  partsOf(lesson).filter((part): part is CodePart => part.kind === 'code');

it('six lessons for Python come first, then six for JavaScript', () => {
  expect(groups.map(({ title, lessons: of }) => [title, of.length])).toEqual([
    ['Python', 6],
    ['JavaScript', 6],
  ]);
});

describe.each(lessons.map((lesson) => [lesson.ref, lesson] as const))('%s', (_slug, lesson) => {
  it('has nothing that its author would be told of', () => {
    expect(lintDemo(lesson.markdown)).toEqual([]);
    expect(activitiesOf(lesson).flatMap((part) => readActivity(part).problems)).toEqual([]);
  });

  it('says what it is about, how long it takes, and in which language', () => {
    expect(lesson.summary.length).toBeGreaterThan(lesson.language === 'zh' ? 12 : 30);
    expect(lesson.minutes).toBeGreaterThanOrEqual(5);
    expect(lesson.minutes).toBeLessThanOrEqual(15);
    expect(lesson.lang).toBe(LOCALE_NAMES[lesson.language as Locale].tag);
    expect(lesson.sections.length).toBeGreaterThanOrEqual(4);
  });

  it('has blocks to run, one to guess, and an exercise with hints, hidden cases and a held solution', () => {
    expect(codeOf(lesson).filter(({ role }) => role === 'run').length).toBeGreaterThanOrEqual(5);
    expect(codeOf(lesson).some(({ isPredicted }) => isPredicted)).toBe(true);
    const exercises = activitiesOf(lesson).flatMap((part) => {
      const { activity } = readActivity(part);
      return activity?.type === 'exercise' ? [activity] : [];
    });
    expect(exercises.length).toBeGreaterThanOrEqual(1);
    for (const { hints, cases, solution } of exercises) {
      expect(hints.length).toBeGreaterThanOrEqual(2);
      expect(cases.length).toBeGreaterThanOrEqual(4);
      expect(solution).toMatchObject({ isHeld: true });
    }
  });

  it('gives its readers no answer', () => {
    const open = publicMarkdown(lesson.markdown);
    for (const part of activitiesOf(lesson)) {
      const secrets = part.others.filter(({ role }) => role === 'cases' || role === 'solution');
      if (part.type !== 'exercise') secrets.push({ role: 'solution', fence: part.main });
      for (const { fence } of secrets) expect(open).not.toContain(fence.text);
      const { activity } = readActivity(part);
      if (activity?.type === 'choice')
        for (const { why } of activity.options) expect(open).not.toContain(why);
    }
  });

  it('has lines that fit beside its contents', () => {
    // A Chinese character is as wide as two letters.
    const widthOf = (line: string) => line.replace(/[\u2E80-\uFFEF]/g, '..').length;
    for (const { code, path } of codeOf(lesson)) {
      if (path !== undefined) continue;
      for (const line of code.split('\n')) expect(widthOf(line)).toBeLessThanOrEqual(74);
    }
  });
});

it('each lesson has the same to do in it in every language', () => {
  for (const lesson of chinese) {
    const original = english.find(({ slug }) => slug === lesson.slug);
    expect([lesson.slug, formOf(lesson)]).toEqual([lesson.slug, original && formOf(original)]);
  }
  for (const inIt of [english, chinese]) expect(inIt.map(({ slug }) => slug)).toEqual(slugs);
});

/** What has to be the same in every language, so that progress and rooms are. */
function formOf(lesson: Lesson) {
  const { number, minutes, sections } = lesson;
  return {
    ...{ number, minutes, sections: sections.length },
    activities: activitiesOf(lesson).map((part) => formOfActivity(readActivity(part).activity)),
    blocks: codeOf(lesson).map(({ id, role, language, isPredicted, path }) => ({
      ...{ id, role, language, isPredicted, path },
    })),
  };
}

function formOfActivity(activity: Activity | undefined) {
  if (activity === undefined) throw new Error('An exercise is not complete.');
  const { type, name, hints } = activity;
  switch (activity.type) {
    case 'exercise': {
      const { language, checks, cases } = activity;
      return {
        type,
        name,
        language,
        hints: hints.length,
        checks: checks.length,
        cases: cases.length,
      };
    }
    case 'order':
      return { type, name, lines: activity.lines.length };
    case 'gaps':
      return { type, name, gaps: activity.answers.length };
    case 'choice':
      return { type, name, right: activity.options.map(({ isRight }) => isRight) };
  }
}

it('each series has lines to order, gaps to fill and choices', () => {
  for (const group of groups) {
    const types = lessons
      .filter(({ slug }) => slug.startsWith(`${group.id}/`))
      .flatMap((lesson) => activitiesOf(lesson).map(({ type }) => type));
    expect(types).toEqual(expect.arrayContaining(['exercise', 'order', 'gaps', 'choice']));
  }
});
