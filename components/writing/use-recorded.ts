import { useCallback } from 'react';
import type { Recorded } from '@/lib/demos/export/markdown';

/** What the blocks have printed in the preview, for files that hold it. */
export function useRecorded(): () => Recorded {
  return useCallback(() => ({}), []);
}
