'use client';

import { useEffect } from 'react';
import { useDemoStore } from '@/components/demo/demo-provider';
import type { DemoState } from '@/lib/demos/demo-store';
import type { LessonFacts } from '@/lib/lessons/lesson';
import { progressStore } from './use-progress';

/** Notes what is done in a lesson. It belongs inside of its document and shows nothing. */
export function LessonTracker({ slug, steps }: Lesson) {
  const store = useDemoStore();
  useEffect(
    () => store.subscribe((now, before) => noteNews({ slug, steps }, now, before)),
    [store, slug, steps],
  );
  return null;
}

type Lesson = Pick<LessonFacts, 'slug' | 'steps'>;

function noteNews({ slug, steps }: Lesson, now: DemoState, before: DemoState): void {
  if (now.blocks !== before.blocks) {
    for (const [id, { phase }] of Object.entries(now.blocks)) {
      if (phase !== 'done' || before.blocks[id]?.phase === 'done') continue;
      if (!steps.blocks.includes(id)) continue;
      progressStore().note(slug, { kind: 'block', id });
    }
  }
  if (now.activities !== before.activities) {
    for (const [id, { state }] of Object.entries(now.activities)) {
      if (state !== 'passed' || before.activities[id]?.state === 'passed') continue;
      if (!steps.activities.includes(id)) continue;
      progressStore().note(slug, { kind: 'activity', id });
    }
  }
}
