/** What a learner sends to be checked. */
import { checkCode, checkText } from '@/lib/agentbay/run-request';
import { shown } from '@/lib/agentbay/shown';
import { AppError } from '@/lib/errors';
import { MARKDOWN_LIMIT_BYTES } from '@/lib/snippets/contract';

export const ANSWER_FIELDS = [
  'demo',
  'revision',
  'markdown',
  'activity',
  'code',
  'lines',
  'answers',
  'choice',
] as const;

export interface ActivityAnswer {
  /** A demo that is kept, or a document that its author is writing. */
  demo: { ref: string; revision: number | undefined } | { markdown: string };
  activity: string;
  code: string | undefined;
  lines: string[] | undefined;
  answers: string[] | undefined;
  choice: number[] | undefined;
}

type Body = { [field in (typeof ANSWER_FIELDS)[number]]?: unknown };

const LIST_LIMIT = 500;

/** Throws bad_request or too_large. */
export function checkAnswer(body: Body): ActivityAnswer {
  return {
    demo: checkDemo(body),
    activity: checkText(body.activity, 'activity', 1024),
    code: body.code === undefined ? undefined : checkCode(body.code),
    lines: checkList(body.lines, 'lines', 'string'),
    answers: checkList(body.answers, 'answers', 'string'),
    choice: checkList(body.choice, 'choice', 'number'),
  };
}

function checkDemo({ demo, revision, markdown }: Body): ActivityAnswer['demo'] {
  if (markdown !== undefined) {
    return { markdown: checkText(markdown, 'markdown', MARKDOWN_LIMIT_BYTES) };
  }
  const ref = checkText(demo, 'demo', 1024);
  if (revision === undefined) return { ref, revision: undefined };
  if (typeof revision !== 'number' || !Number.isInteger(revision) || revision < 1) {
    throw wrong('revision', 'a whole number from 1 on', revision);
  }
  return { ref, revision };
}

function checkList(value: unknown, field: string, type: 'string'): string[] | undefined;
function checkList(value: unknown, field: string, type: 'number'): number[] | undefined;
function checkList(value: unknown, field: string, type: string): unknown[] | undefined {
  if (value === undefined) return undefined;
  const isRight = Array.isArray(value) && value.every((one) => typeof one === type);
  if (!isRight) throw wrong(field, `an array of ${type}s`, value);
  if (value.length > LIST_LIMIT) {
    throw wrong(field, `at most ${LIST_LIMIT} of them`, value.length);
  }
  return value;
}

export function wrong(field: string, expected: string, came: unknown): AppError {
  const detail = `${field}: expected ${expected}, got ${shown(came)}.`;
  return new AppError('bad_request', detail, { field });
}
