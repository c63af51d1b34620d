/** `npm run lessons`: runs the blocks of every lesson and writes what they give beside it, for the page to show. */
import 'server-only';
import { writeFile } from 'node:fs/promises';
import { engine } from '@/lib/agentbay/engines';
import { readDocument } from '@/lib/demos/document';
import { recordDemo } from '@/lib/demos/record-demo';
import type { RecordedBlocks } from '@/lib/demos/recorded';
import { changedBlocks } from './compare-recorded';
import { allLessons } from './index';
import type { Lesson } from './lesson';

/** Only those whose ref has one of these parts; without any all. `say` is told of each. True: nothing has failed. */
export async function recordLessons(
  wanted: readonly string[],
  say: (line: string) => void,
): Promise<boolean> {
  let isWell = true;
  for (const lesson of await allLessons()) {
    if (wanted.length > 0 && !wanted.some((part) => lesson.ref.includes(part))) continue;
    const path = lesson.path.replace(/\.md$/, '.json');
    isWell = (await recordLesson(lesson, path, say)) && isWell;
  }
  await engine().dispose();
  return isWell;
}

async function recordLesson(lesson: Lesson, path: string, say: (line: string) => void) {
  const beganMs = performance.now();
  const { recorded: now, recording } = await runLesson(lesson);
  const changed = changedBlocks(lesson.recorded, now);
  const failed = Object.entries(now).flatMap(([id, { end }]) => (end.success ? [] : [id]));
  if (changed.length > 0) {
    // What is as it was stays as it was written, so that only what has changed is new in the file.
    const kept: RecordedBlocks = {};
    for (const [id, receipt] of Object.entries(now)) {
      kept[id] = changed.includes(id) ? receipt : (lesson.recorded[id] ?? receipt);
    }
    await writeFile(path, `${JSON.stringify(kept, undefined, 1)}\n`);
  }
  const took = `${((performance.now() - beganMs) / 1000).toFixed(1)} s`;
  const facts = [
    `${Object.keys(now).length} blocks`,
    took,
    changed.length === 0 ? 'as before' : `new: ${changed.join(', ')}`,
    ...(recording === 'whole' ? [] : ['NOT ALL COULD BE RECORDED']),
    ...(failed.length === 0 ? [] : [`WITH AN ERROR: ${failed.join(', ')}`]),
  ];
  say(`${lesson.ref}: ${facts.join(', ')}`);
  return recording === 'whole' && failed.length === 0;
}

/** All blocks of a lesson, as its page would run them. */
export function runLesson({ markdown }: Pick<Lesson, 'markdown'>) {
  return recordDemo(readDocument(markdown), {
    client: 'lessons',
    requestId: 'lessons',
    signal: new AbortController().signal,
  });
}
