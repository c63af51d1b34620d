/** A document by its ref, whole: what a reader may have of it is `publicMarkdown`'s to say. */
import 'server-only';
import { AppError } from '@/lib/errors';
import { readLesson } from '@/lib/lessons';
import { readLessonRef } from '@/lib/lessons/lesson-ref';
import { snippets } from '@/lib/snippets';
import type { Snippet } from '@/lib/snippets/contract';
import { demoOfProgram, PROGRAM_BLOCK } from './demo-of-program';
import { readDocument } from './document';
import type { RecordedBlocks } from './recorded';

export interface StoredDemo {
  /** `d/{id}` of a shared demo or program, `learn/{slug}` or `learn/{language}/{slug}` of a lesson. */
  ref: string;
  /** One line, as text; empty where it has none. */
  title: string;
  /** With all that its readers may not have. */
  markdown: string;
  /** What its blocks gave; empty where nothing was recorded. */
  recorded: RecordedBlocks;
  /** 1 where it has none. */
  revision: number;
}

/** The newest without a number. Throws not_found, gone and what the store throws. */
export async function readDemo(ref: string, revision?: number): Promise<StoredDemo> {
  const [, id] = /^d\/([^/]+)$/.exec(ref) ?? [];
  if (id !== undefined) return storedDemo(await (await snippets()).read(id, revision));
  const name = readLessonRef(ref);
  const lesson = name && (await readLesson(name.slug, name.language));
  // Another version would be another document, with answers of its own.
  if (lesson && (name.language === undefined || name.language === lesson.language)) {
    const { title, markdown, recorded } = lesson;
    return { ref, title, markdown, recorded, revision: 1 };
  }
  throw new AppError('not_found', 'There is no demo of this name.');
}

export function storedDemo(snippet: Snippet): StoredDemo {
  const { id, title, revision } = snippet;
  const ref = `d/${id}`;
  if (snippet.kind === 'demo') {
    const { markdown } = snippet;
    const recorded = snippet.receipt ?? {};
    return { ref, title: title || readDocument(markdown).title, markdown, recorded, revision };
  }
  const { receipt } = snippet;
  const recorded: RecordedBlocks = receipt === undefined ? {} : { [PROGRAM_BLOCK]: receipt };
  return { ref, title, markdown: demoOfProgram(snippet), recorded, revision };
}
