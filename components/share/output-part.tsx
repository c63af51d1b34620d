'use client';

import { Play, Square } from 'lucide-react';
import {
  type ComponentType,
  type ReactNode,
  useEffect,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import { useMessages } from '@/components/ui/messages-provider';
import { Part } from './part';
import type { RunPanelProps } from './run-panel';

interface OutputPartProps {
  id: string;
  revision: number;
  hasReceipt: boolean;
  /** What the reader thought that it prints. */
  guess: string | undefined;
  /** What was recorded, made on the server. */
  children: ReactNode;
}

const nothing = () => () => {};

/** What was recorded; and by a script, the program run again, for which all the rest is loaded only then. */
export function OutputPart({ id, revision, hasReceipt, guess, children }: OutputPartProps) {
  const { compare, share } = useMessages();
  const hasScript = useSyncExternalStore(
    nothing,
    () => true,
    () => false,
  );
  const [order, setOrder] = useState(0);
  const [isBusy, setIsBusy] = useState(false);
  const [hasFailed, setHasFailed] = useState(false);
  const [Panel, setPanel] = useState<ComponentType<RunPanelProps>>();
  const stop = useRef<(() => void) | undefined>(undefined);

  const run = async () => {
    setIsBusy(true);
    setHasFailed(false);
    try {
      const { RunPanel } = await import('./run-panel');
      setPanel(() => RunPanel);
      setOrder((count) => count + 1);
    } catch {
      setIsBusy(false);
      setHasFailed(true);
    }
  };
  const press = () => (isBusy ? stop.current?.() : void run());
  useRunKey(() => {
    if (!isBusy) void run();
  });
  const label = isBusy ? compare.stop : order === 0 ? compare.run : compare.runAgain;

  return (
    <Part
      print="output"
      title={hasReceipt && order === 0 ? share.page.output : compare.output}
      aside={
        // Before there is a script it only takes its place.
        <button
          type="button"
          className="snippet-button run-button"
          data-busy={isBusy || undefined}
          style={{ visibility: hasScript ? undefined : 'hidden' }}
          title={compare.runHint}
          aria-keyshortcuts="Control+Enter Meta+Enter"
          onClick={press}
        >
          {isBusy ? (
            <Square className="size-3.5" aria-hidden="true" />
          ) : (
            <Play className="size-3.5" aria-hidden="true" />
          )}
          {label}
        </button>
      }
    >
      {hasFailed ? (
        <p role="alert" className="snippet-none">
          {compare.notLoaded}
        </p>
      ) : null}
      {Panel && order > 0 ? (
        <Panel
          id={id}
          revision={revision}
          guess={guess}
          order={order}
          stop={stop}
          onEnd={() => setIsBusy(false)}
        >
          {children}
        </Panel>
      ) : (
        children
      )}
    </Part>
  );
}

/** As in the playground: Ctrl+Enter, or Command. */
function useRunKey(run: () => void): void {
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.repeat) return;
      event.preventDefault();
      latest.current();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}
