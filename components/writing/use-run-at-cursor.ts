import { useEffect, useRef } from 'react';
import { readDocument } from '@/lib/demos/document';
import { blockAt } from '@/lib/demos/write/source-lines';
import { openText } from '@/lib/store/selectors';
import { useWritingPage } from './writing-context';

/** The editor's Run runs the block at the cursor, in the preview. */
export function useRunAtCursor(onRun: () => void): void {
  const { source, demo } = useWritingPage();
  const latest = useRef(onRun);
  useEffect(() => {
    latest.current = onRun;
  });
  useEffect(() => {
    source.setState({
      async runProgram() {
        const state = source.getState();
        const { parts } = readDocument(openText(state));
        const id = blockAt({ title: '', parts }, state.cursor.line);
        if (id === undefined) return;
        demo.getState().setParts(parts.filter((part) => part.kind === 'code'));
        latest.current();
        document.getElementById(id)?.scrollIntoView({ block: 'nearest' });
        await demo.getState().run(id);
      },
      async stopProgram() {
        demo.getState().stop();
      },
    });
  }, [source, demo]);
}
