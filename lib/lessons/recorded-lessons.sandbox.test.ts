/** What stands below each block of the lessons that come with Runbay is what it gives. */
import { afterAll, describe, expect, it, vi } from 'vitest';
import { engine } from '@/lib/agentbay/engines';
import { localEngine, run } from '@/lib/agentbay/engines/testing';
import { readDocument } from '@/lib/demos/document';
import { allLessons } from '.';
import { changedBlocks } from './compare-recorded';
import { runLesson } from './record-lessons';

vi.hoisted(() => {
  process.env.RUNBAY_LOG = 'silent';
});

afterAll(() => engine().dispose());

const lessons = await allLessons();
const hasMatplotlib = await (async () => {
  const trial = localEngine();
  try {
    const session = await trial.createSession();
    return (await run(session, 'python', 'import matplotlib.pyplot', { timeoutS: 30 })).success;
  } finally {
    await trial.dispose();
  }
})();

describe.each(lessons.map((lesson) => [lesson.ref, lesson] as const))('%s', (_ref, lesson) => {
  it('gives what was recorded, block by block', async ({ skip }) => {
    skip(lesson.markdown.includes('import matplotlib') && !hasMatplotlib, 'no matplotlib');
    const { recorded, recording } = await runLesson(lesson);
    expect(recording).toBe('whole');
    expect(changedBlocks(lesson.recorded, recorded)).toEqual([]);
    expect(Object.keys(recorded)).toEqual(lesson.steps.blocks);
    for (const receipt of Object.values(recorded)) expect(receipt.end.success).toBe(true);
  });

  it('has its charts and pictures', () => {
    const { markdown, recorded } = lesson;
    for (const part of readDocument(markdown).parts) {
      if (part.kind !== 'code' || part.path !== undefined) continue;
      const items = recorded[part.id]?.events.flatMap((event) =>
        event.type === 'result' ? [event.item] : [],
      );
      if (part.code.includes('plt.show()')) expect(items?.some(({ png }) => png)).toBe(true);
      if (part.code.includes('display.chart('))
        expect(items?.some(({ chart }) => chart)).toBe(true);
    }
  });
});
