/** Finds what an answer is for, and has it checked. */
import 'server-only';
import { readActivity } from '@/lib/demos/activities';
import { type CodePart, type DemoDocument, readDocument, textOfFile } from '@/lib/demos/document';
import { readDemo } from '@/lib/demos/read-demo';
import { AppError } from '@/lib/errors';
import { type ActivityAnswer, wrong } from './answer';
import { type BlockAbove, checkExercise } from './check-exercise';
import { judgeChoice, judgeGaps, judgeOrder } from './judge-activity';
import type { Outcome } from './outcome';

interface Asker {
  /** Whose turn it is in the queue. */
  client: string;
  /** Whose share of the places it takes. */
  address?: string | undefined;
  /** Ends the check. */
  signal: AbortSignal;
}

/** Throws not_found, gone, bad_request, and what a run throws. */
export async function checkActivity(answer: ActivityAnswer, asker: Asker): Promise<Outcome> {
  const document = readDocument(await markdownOf(answer));
  const at = document.parts.findIndex(
    (part) => part.kind === 'activity' && part.name === answer.activity,
  );
  const part = document.parts[at];
  if (part?.kind !== 'activity') {
    throw new AppError('not_found', 'The demo has no exercise of this name.', {
      field: 'activity',
    });
  }
  const { activity } = readActivity(part);
  if (activity === undefined) {
    throw new AppError('bad_request', 'This exercise is not complete, so it cannot be checked.', {
      field: 'activity',
    });
  }
  switch (activity.type) {
    case 'order':
      return judgeOrder(activity, needed(answer.lines, 'lines'));
    case 'gaps':
      return judgeGaps(activity, needed(answer.answers, 'answers'));
    case 'choice':
      return judgeChoice(activity, needed(answer.choice, 'choice'));
    case 'exercise': {
      const code = needed(answer.code, 'code');
      const above = part.main.words.includes('fresh')
        ? []
        : blocksAbove(document, at, activity.language);
      return checkExercise({
        ...asker,
        ...{ exercise: activity, code, above, files: filesAbove(document, at) },
      });
    }
  }
}

async function markdownOf({ demo }: ActivityAnswer): Promise<string> {
  if ('markdown' in demo) return demo.markdown;
  return (await readDemo(demo.ref, demo.revision)).markdown;
}

function needed<T>(value: T | undefined, field: string): T {
  if (value === undefined) throw wrong(field, 'what is to be checked', value);
  return value;
}

const isCode = (part: DemoDocument['parts'][number]): part is CodePart => part.kind === 'code';

/** What the blocks of its language above it have left, since the last one that began anew. */
function blocksAbove({ parts }: DemoDocument, at: number, language: string): BlockAbove[] {
  const blocks = parts
    .slice(0, at)
    .filter(isCode)
    .filter((part) => part.role !== 'file' && part.language === language);
  return blocks
    .slice(
      Math.max(
        0,
        blocks.findLastIndex(({ isFresh }) => isFresh),
      ),
    )
    .map(({ code, isFresh, stdin }) => ({ code, isFresh, ...(stdin ? { stdin } : {}) }));
}

function filesAbove({ parts }: DemoDocument, at: number) {
  const files = new Map<string, string>();
  for (const part of parts.slice(0, at)) {
    if (isCode(part) && part.path !== undefined) files.set(part.path, textOfFile(part));
  }
  return Array.from(files, ([path, text]) => ({ path, text }));
}
