import { useEffect, useRef } from 'react';
import { type FromStage, openStage } from '@/lib/present/channel';
import type { StageCommand } from '@/lib/present/keys';

interface Options extends Omit<FromStage, 'from'> {
  reference: string;
  onCommand: (command: StageCommand) => void;
}

/** Tells the speaker's window what is shown, and does what it asks for. */
export function useNotesWindow({ reference, at, isBlank, isRunning, onCommand }: Options): void {
  const latest = useRef({ onCommand, state: { from: 'stage' as const, at, isBlank, isRunning } });
  const stage = useRef<ReturnType<typeof openStage>>(undefined);
  useEffect(() => {
    const opened = openStage(reference);
    stage.current = opened;
    opened.onMessage = ({ command }) => {
      if (command === 'hello') opened.tell(latest.current.state);
      else latest.current.onCommand(command);
    };
    opened.tell(latest.current.state);
    return () => opened.close();
  }, [reference]);
  useEffect(() => {
    latest.current = { onCommand, state: { from: 'stage', at, isBlank, isRunning } };
  });
  useEffect(() => {
    stage.current?.tell({ from: 'stage', at, isBlank, isRunning });
  }, [at, isBlank, isRunning]);
}
