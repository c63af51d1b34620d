'use client';

import { useEffect } from 'react';
import { useDemoStore } from '@/components/demo/demo-provider';
import type { DemoState } from '@/lib/demos/demo-store';
import { exerciseBlockId } from '@/lib/demos/exercise-block';
import { DemoReport } from '@/lib/rooms/client/demo-report';
import { ACTIVITY_PREFIX, type Me } from '@/lib/rooms/contract';
import { useRoom, useRoomState } from './room-context';

type Activity = DemoState['activities'][string];

interface DemoReportsProps {
  /** The blocks and exercises that a wall shows. */
  items: readonly string[];
}

/** Tells the room how the blocks of the demo around it stand, and what is written in them. */
export function DemoReports({ items }: DemoReportsProps) {
  const room = useRoom();
  const store = useDemoStore();
  const me = useRoomState((state) => state.me);
  useEffect(() => {
    if (me === undefined) return;
    bringBack(me, store.getState());
    const report = new DemoReport(me.items);
    const itemOf = itemsByBlock(items);
    const tellActivity = (name: string, activity: Activity, before?: Activity) => {
      const item = ACTIVITY_PREFIX + name;
      if (!items.includes(item) || activity === before) return;
      const { state, tries, answer } = activity;
      if (state !== before?.state || tries !== before.tries) {
        room.tellItem(report.activity(name, activity));
      }
      if (answer !== before?.answer) room.tellCode({ item, text: answer ?? '' });
    };
    for (const [name, activity] of Object.entries(store.getState().activities)) {
      tellActivity(name, activity);
    }
    return store.subscribe((now, before) => {
      for (const [id, block] of Object.entries(now.blocks)) {
        const old = before.blocks[id];
        const item = itemOf.get(id);
        if (old === block || item === undefined) continue;
        if (old?.code !== block.code) room.tellCode({ item, text: block.code });
        const told = report.block(item, block);
        if (told) room.tellItem(told);
      }
      for (const [name, activity] of Object.entries(now.activities)) {
        tellActivity(name, activity, before.activities[name]);
      }
    });
  }, [room, store, me, items]);
  return null;
}

/** Under which name the wall shows a block: an exercise is one too. */
function itemsByBlock(items: readonly string[]): Map<string, string> {
  return new Map(
    items.map((item) =>
      item.startsWith(ACTIVITY_PREFIX)
        ? [exerciseBlockId(item.slice(ACTIVITY_PREFIX.length)), item]
        : [item, item],
    ),
  );
}

/** What was written before a reload, which the room has kept. */
function bringBack({ code }: Me, { blocks, setCode }: DemoState): void {
  for (const { item, text } of code) {
    if (blocks[item] !== undefined && blocks[item].code !== text) setCode(item, text);
  }
}
