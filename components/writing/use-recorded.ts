import { useCallback } from 'react';
import { readDocument } from '@/lib/demos/document';
import type { RecordedBlocks } from '@/lib/demos/recorded';
import { useWritingPage } from './writing-context';

/** What the blocks have printed, as they stand now, for files that hold it. */
export function useRecorded(): () => RecordedBlocks {
  const { recordings, store } = useWritingPage();
  return useCallback(
    () => recordings.recordedOf(readDocument(store.getState().markdown)),
    [recordings, store],
  );
}
