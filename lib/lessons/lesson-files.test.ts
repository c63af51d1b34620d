import { expect, it } from 'vitest';
import { leadsToLessonFiles } from './lesson-files';

it.each([
  '/lessons',
  '/lessons/',
  '/lessons/python/first-steps.md',
  '/LESSONS/python/first-steps.md',
  '/Lessons',
  '//lessons/a.md',
  '/\\lessons\\a.md',
  '/./lessons/a.md',
  '/learn/../lessons/a.md',
  '/api/../lessons/a.md',
  '/_next/static/../../lessons/a.md',
  '/_next/static/%2e%2e/%2E%2E/lessons/a.md',
  '/../lessons/a.md',
  '/%6cessons/a.md',
  '/%6C%65%73%73%6F%6E%73/a.md',
  '/%256cessons/a.md',
  '/%25252525256cessons/a.md',
  '/learn%2f..%2flessons/a.md',
  '/learn%5c..%5clessons/a.md',
  '/lessons%2fpython%2ffirst-steps.md',
  '/%6cessons%ff/../lessons/a.md',
  '/%ff%2f..%2flessons/a.md',
  '/lessons./a.md',
  '/lessons%20/a.md',
  '/lessons%00/a.md',
  '/ｌｅｓｓｏｎｓ/a.md',
  '/leſſons/a.md',
  '/les%C2%ADsons/a.md',
  '/_next/data/build-id/lessons/python/first-steps.md.json',
  '/_next/data/build-id/%6cessons/python/first-steps.md.json',
  `/%${'25'.repeat(40)}6cessons/a.md`,
])('%s leads to the files of lessons', (path) => {
  expect(leadsToLessonFiles(path)).toBe(true);
});

it.each([
  '/',
  '/learn',
  '/learn/python/first-steps',
  '/learn/python/first-steps.md',
  '/learn/lessons/first',
  '/lessons-of-mine',
  '/s/lessons',
  '/lessons/../learn',
  '/_next/static/lessons/a.js',
  '/100%',
  '/%ff',
])('%s does not', (path) => {
  expect(leadsToLessonFiles(path)).toBe(false);
});
