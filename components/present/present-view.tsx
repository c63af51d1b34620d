'use client';

import { useState } from 'react';
import { DemoProvider, useDemo, useDemoStore } from '@/components/demo/demo-provider';
import { isDemoBusy } from '@/lib/demos/demo-store';
import { type DemoDocument, readDocument } from '@/lib/demos/document';
import type { RecordedBlocks } from '@/lib/demos/recorded';
import { slidesOf } from '@/lib/demos/slides';
import { pathOfRef } from '@/lib/lessons/lesson-ref';
import { SlideView } from './slide-view';
import { Stage, type StageShown } from './stage';
import { StageRoom } from './stage-room';

interface PresentViewProps {
  reference: string;
  revision: number;
  /** What readers may have. */
  markdown: string;
  recorded: RecordedBlocks;
  /** The room that sees the stage's blocks live. */
  room: string | undefined;
}

/** A document on the stage: its blocks run as on its page. */
export function PresentView(props: PresentViewProps) {
  const [document] = useState(() => readDocument(props.markdown));
  const parts = document.parts.filter((part) => part.kind === 'code');
  return (
    <DemoProvider parts={parts}>
      <OnStage {...props} document={document} />
    </DemoProvider>
  );
}

function OnStage(props: PresentViewProps & { document: DemoDocument }) {
  const { reference, revision, recorded, room, document } = props;
  const store = useDemoStore();
  const isRunning = useDemo(isDemoBusy);
  const [slides] = useState(() => slidesOf(document));
  const [shown, setShown] = useState<StageShown>();
  return (
    <Stage
      reference={reference}
      slides={slides}
      leaveUrl={pathOfRef(reference)}
      notesUrl={`/present/${reference}?notes&revision=${revision}`}
      runner={{
        isRunning,
        run(id) {
          // The class has guessed aloud.
          store.getState().reveal(id);
          void store.getState().run(id);
        },
        stop: () => store.getState().stop(),
      }}
      onShow={setShown}
      tools={
        room === undefined ? null : <StageRoom code={room} document={document} shown={shown} />
      }
    >
      {(slide) => (
        <SlideView
          slide={slide}
          document={document}
          recorded={recorded}
          reference={reference}
          revision={revision}
        />
      )}
    </Stage>
  );
}
