'use client';

import { useEffect } from 'react';
import { useDemoStore } from '@/components/demo/demo-provider';
import type { DemoState } from '@/lib/demos/demo-store';
import { DemoReport } from '@/lib/rooms/client/demo-report';
import type { Me } from '@/lib/rooms/contract';
import { useRoom, useRoomState } from './room-context';

interface DemoReportsProps {
  /** The blocks that a wall shows. */
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
    const shown = new Set(items);
    return store.subscribe((now, before) => {
      for (const [id, block] of Object.entries(now.blocks)) {
        const old = before.blocks[id];
        if (old === block || !shown.has(id)) continue;
        if (old?.code !== block.code) room.tellCode({ item: id, text: block.code });
        const told = report.block(id, block);
        if (told) room.tellItem(told);
      }
      for (const [name, activity] of Object.entries(now.activities)) {
        if (before.activities[name] !== activity) room.tellItem(report.activity(name, activity));
      }
    });
  }, [room, store, me, items]);
  return null;
}

/** What was written before a reload, which the room has kept. */
function bringBack({ code }: Me, { blocks, setCode }: DemoState): void {
  for (const { item, text } of code) {
    if (blocks[item] !== undefined && blocks[item].code !== text) setCode(item, text);
  }
}
