import { describe, expect, it } from 'vitest';
import {
  countSteps,
  type LessonProgress,
  loadProgress,
  noteDone,
  PROGRESS_KEY,
  type Progress,
  saveProgress,
  stateOf,
  whereToGoOn,
} from './progress';

const steps = { blocks: ['b1', 'b2'], activities: ['sum', 'guess'] };
const lesson = (slug: string) => ({
  slug,
  title: slug,
  summary: '',
  minutes: 5,
  lang: undefined,
  steps,
  sections: [],
  terms: '',
});
const group = { lessons: [lesson('x/one'), lesson('x/two'), lesson('x/three')] };
const done = (passed: string[], blocks: string[] = [], lastAtMs = 1): LessonProgress => ({
  ...{ blocks, passed, lastAtMs, isFinished: false },
  at: passed.at(-1) ?? blocks.at(-1) ?? '',
});
const storageOf = (text?: string) => {
  const kept = new Map(text === undefined ? [] : [[PROGRESS_KEY, text]]);
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
};

describe('a lesson', () => {
  it('is begun by running something, and finished when all exercises are passed', () => {
    expect(stateOf(steps, undefined)).toBe('new');
    expect(stateOf(steps, done([], ['b1']))).toBe('begun');
    expect(stateOf(steps, done(['sum'], ['b1', 'b2']))).toBe('begun');
    expect(stateOf(steps, done(['sum', 'guess']))).toBe('finished');
  });

  it('without exercises is finished when everything was run, and one without either when one says so', () => {
    const blocks = { blocks: ['b1', 'b2'], activities: [] };
    expect(stateOf(blocks, done([], ['b1']))).toBe('begun');
    expect(stateOf(blocks, done([], ['b2', 'b1']))).toBe('finished');
    const nothing = { blocks: [], activities: [] };
    expect(stateOf(nothing, done([]))).toBe('new');
    expect(stateOf(nothing, { ...done([]), isFinished: true })).toBe('finished');
  });

  it('counts what it still has', () => {
    expect(countSteps(steps, done(['sum', 'gone'], ['b1', 'b9']))).toEqual({
      done: 2,
      all: 4,
      passed: 1,
    });
  });
});

describe('what is done', () => {
  it('is noted once, with the place', () => {
    let progress: Progress = {};
    progress = noteDone(progress, 'x/one', { kind: 'block', id: 'b1' }, 5);
    expect(noteDone(progress, 'x/one', { kind: 'block', id: 'b1' }, 9)).toBe(progress);
    progress = noteDone(progress, 'x/one', { kind: 'activity', id: 'sum' }, 7);
    expect(progress['x/one']).toEqual({
      ...{ blocks: ['b1'], passed: ['sum'], at: 'sum', lastAtMs: 7, isFinished: false },
    });
    progress = noteDone(progress, 'x/one', { kind: 'block', id: 'b1' }, 8);
    expect(progress['x/one']).toMatchObject({ blocks: ['b1'], at: 'b1' });
    expect(noteDone(progress, 'x/one', { kind: 'activity', id: 'sum' }, 9)).toBe(progress);
  });

  it('can be declared finished, and taken back', () => {
    const finished = noteDone({}, 'x/one', { kind: 'finished', is: true }, 5);
    expect(stateOf(steps, finished['x/one'])).toBe('finished');
    const back = noteDone(finished, 'x/one', { kind: 'finished', is: false }, 6);
    expect(stateOf(steps, back['x/one'])).toBe('new');
  });

  it('is kept and found again', () => {
    const storage = storageOf();
    const progress = noteDone({}, 'x/一', { kind: 'block', id: 'b1' }, 5);
    expect(saveProgress(progress, storage)).toBe(true);
    expect({ ...loadProgress(storage) }).toEqual(progress);
  });

  it('is kept of the latest lessons only', () => {
    let progress: Progress = {};
    for (let at = 0; at < 400; at += 1) {
      progress = noteDone(progress, `x/${at}`, { kind: 'block', id: 'b1' }, at);
    }
    const storage = storageOf();
    saveProgress(progress, storage);
    const kept = loadProgress(storage);
    expect(Object.keys(kept)).toHaveLength(300);
    expect(kept['x/399']).toBeDefined();
    expect(kept['x/0']).toBeUndefined();
  });

  it.each([
    undefined,
    '',
    'nonsense',
    '{}',
    '{"version":2,"lessons":[]}',
    '{"version":1,"lessons":[7]}',
  ])('is nothing where the browser holds %j', (text) => {
    expect({ ...loadProgress(storageOf(text)) }).toEqual({});
  });

  it('cannot be a part of every object', () => {
    const text =
      '{"version":1,"lessons":[{"slug":"__proto__","blocks":[],"passed":[],"at":"","lastAtMs":1,"isFinished":true}]}';
    loadProgress(storageOf(text));
    expect(({} as Record<string, unknown>).isFinished).toBeUndefined();
  });

  it('may not be kept at all', () => {
    expect(saveProgress({}, undefined)).toBe(false);
    const full = {
      getItem: () => null,
      setItem: () => {
        throw new Error('full');
      },
    };
    expect(saveProgress({}, full)).toBe(false);
  });
});

describe('where to go on', () => {
  it('is nowhere for who has done nothing', () => {
    expect(whereToGoOn([group], {})).toBeUndefined();
  });

  it('is the lesson that was left last, and the place in it', () => {
    const progress = { 'x/one': done([], ['b1'], 5), 'x/two': done([], ['b2'], 9) };
    expect(whereToGoOn([group], progress)).toMatchObject({ lesson: { slug: 'x/two' }, at: 'b2' });
  });

  it('is the next one where that is finished', () => {
    const progress = { 'x/one': done(['sum', 'guess'], [], 5) };
    expect(whereToGoOn([group], progress)).toMatchObject({ lesson: { slug: 'x/two' } });
    expect(whereToGoOn([group], progress)?.at).toBeUndefined();
  });

  it('is what was left out before, and nothing when all is done', () => {
    const all = done(['sum', 'guess'], [], 5);
    expect(whereToGoOn([group], { 'x/three': all })).toMatchObject({ lesson: { slug: 'x/one' } });
    expect(whereToGoOn([group], { 'x/one': all, 'x/two': all, 'x/three': all })).toBeUndefined();
  });

  it('is the lesson without a place that is no longer in it', () => {
    const progress = { 'x/one': { ...done([], ['b1'], 5), at: 'gone' } };
    expect(whereToGoOn([group], progress)?.at).toBeUndefined();
  });
});
