import { useEffect, useRef, useState } from 'react';
import { useTexts } from '@/components/ui/messages-provider';
import type { DemoStore } from '@/lib/demos/demo-store';
import type { CodePart } from '@/lib/demos/document';
import { type Broadcast, createBroadcast } from '@/lib/follow/broadcast';
import {
  FOLLOW_KEY,
  FOLLOW_KIND,
  type LivePhase,
  type TeacherLive,
} from '@/lib/follow/teacher-live';
import type { Texts } from '@/lib/messages/messages';
import { EVERYBODY, type MessageRequest } from '@/lib/rooms/contract';

interface BroadcastOptions {
  /** Undefined: nothing is told. */
  send: ((message: MessageRequest) => Promise<void>) | undefined;
  store: DemoStore;
  /** The block that is shown to the class. */
  part: CodePart | undefined;
  marked: TeacherLive['marked'];
}

/** Lines of output that can be among the last characters. */
const LAST_ITEMS = 400;

/** Tells a room what stands in a block and what it gives, as long as the page is open. False: it does not arrive. */
export function useBroadcast({ send, store, part, marked }: BroadcastOptions): boolean {
  const texts = useTexts();
  const [arrives, setArrives] = useState(true);
  const latest = useRef({ send, texts });
  const broadcast = useRef<Broadcast>(undefined);
  const isOn = send !== undefined;
  useEffect(() => {
    latest.current = { send, texts };
  });

  useEffect(() => {
    if (!isOn) return;
    const made = createBroadcast({
      send: async (live) =>
        latest.current.send?.({
          to: EVERYBODY,
          kind: FOLLOW_KIND,
          key: FOLLOW_KEY,
          data: live ?? null,
        }),
      onArrival: setArrives,
    });
    broadcast.current = made;
    addEventListener('pagehide', made.end);
    return () => {
      removeEventListener('pagehide', made.end);
      broadcast.current = undefined;
      made.end();
    };
  }, [isOn]);

  const [first, last] = [marked?.first, marked?.last];
  useEffect(() => {
    if (!isOn || !part) return;
    const show = () => {
      const live = liveOf(store, part, latest.current.texts);
      const range = first === undefined || last === undefined ? {} : { marked: { first, last } };
      broadcast.current?.show({ ...live, ...range });
    };
    show();
    let output = store.getState().outputs[part.id];
    let endOutput = output?.subscribe(show);
    const endStore = store.subscribe(({ outputs }) => {
      if (outputs[part.id] !== output) {
        endOutput?.();
        output = outputs[part.id];
        endOutput = output?.subscribe(show);
      }
      show();
    });
    return () => {
      endStore();
      endOutput?.();
    };
  }, [isOn, store, part, first, last]);
  return arrives;
}

const PHASES: Record<string, LivePhase> = {
  waiting: 'running',
  running: 'running',
  asking: 'asking',
  done: 'done',
  failed: 'failed',
  stopped: 'stopped',
};

function liveOf(store: DemoStore, { id, language, code }: CodePart, texts: Texts): TeacherLive {
  const { blocks, outputs } = store.getState();
  const block = blocks[id];
  const transcript = outputs[id]?.getState().transcript;
  return {
    block: id,
    language,
    code: block?.code ?? code,
    phase: PHASES[block?.phase ?? 'idle'] ?? 'idle',
    output: transcript?.toText(texts, Math.max(0, transcript.endIndex - LAST_ITEMS)) ?? '',
  };
}
