import { useMemo } from 'react';
import { usePlayground } from '@/components/playground/store-provider';
import type { Allowed } from '@/lib/console/end-words';

/** What the present or last run was allowed. */
export function useAllowed(): Allowed {
  const timeoutS = usePlayground((state) => state.run?.timeoutS ?? state.timeoutS);
  const limits = usePlayground((state) => state.server?.limits);
  return useMemo(() => ({ timeoutS, limits }), [timeoutS, limits]);
}
