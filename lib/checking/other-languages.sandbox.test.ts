import { existsSync } from 'node:fs';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { engine } from '@/lib/agentbay/engines';
import { readActivity } from '@/lib/demos/activities';
import { readDocument } from '@/lib/demos/document';
import { checkExercise } from './check-exercise';

const LANGUAGES = {
  r: {
    isHere: existsSync('/usr/bin/Rscript'),
    right: 'double <- function(n) 2 * n\ngreet <- function(name) paste0("Hi ", name)',
    wrong: 'double <- function(n) n\ngreet <- function(name) stop("no name")',
    check: 'stopifnot(double(2) == 4)',
    program: 'n <- as.numeric(readLines("stdin"))\ncat(n * 2, "\\n")',
  },
  java: {
    isHere: existsSync('/usr/bin/java'),
    right:
      'int doubled(int n) { return 2 * n; }\nString greet(String name) { return "Hi " + name; }',
    wrong:
      'int doubled(int n) { return n; }\nString greet(String name) { throw new RuntimeException("no name"); }',
    check: 'if (doubled(2) != 4) throw new AssertionError("twice");',
    program: 'var in = new java.util.Scanner(System.in);\nSystem.out.println(in.nextInt() * 2);',
  },
} as const;
const here = Object.entries(LANGUAGES).filter(([, { isHere }]) => isHere);

vi.hoisted(() => {
  process.env.RUNBAY_LANGUAGES = 'python,r,java';
});
afterAll(() => engine().dispose());

async function check(language: string, code: string, cases: string, checks?: string) {
  const text = `~~~${language} exercise=a\n~~~\n\n~~~text cases=a\n${cases}\n~~~\n\n${checks ? `~~~${language} check=a\n${checks}\n~~~\n` : ''}`;
  const [part] = readDocument(text).parts;
  if (part?.kind !== 'activity') throw new Error('no activity');
  const { activity, problems } = readActivity(part);
  expect(problems).toEqual([]);
  if (activity?.type !== 'exercise') throw new Error('no exercise');
  const { signal } = new AbortController();
  return checkExercise({ exercise: activity, code, above: [], files: [], client: 'x', signal });
}

describe.each(here)('an exercise in %s', (language, { right, wrong, check: holds, program }) => {
  const name = language === 'java' ? 'doubled' : 'double';
  const cases = `${name}(21) => 42\ngreet("Ada") => "Hi Ada"`;

  it('is judged by what its language shows', async () => {
    const outcome = await check(language, right, cases, holds);
    expect(outcome.results.map(({ state }) => state)).toEqual(['passed', 'passed', 'passed']);
    const other = await check(language, wrong, cases, holds);
    expect(
      other.results.map(({ state, fault, difference }) => fault ?? difference ?? state),
    ).toEqual(['error', 'value', 'error']);
    expect(JSON.stringify(other)).not.toMatch(/42|Hi Ada/);
  }, 60_000);

  it('is judged by what its program prints', async () => {
    const outcome = await check(
      language,
      program,
      'input: 21\noutput: 42\n---\ninput: 2\noutput: 5',
    );
    expect(outcome.results.map(({ state }) => state)).toEqual(['passed', 'failed']);
  }, 60_000);
});

it('tells which languages are not tried here', () => {
  const missing = Object.entries(LANGUAGES).filter(([, { isHere }]) => !isHere);
  for (const [language] of missing) console.info(`${language} is not installed: not tried`);
  expect(here.length + missing.length).toBe(2);
});
