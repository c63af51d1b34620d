import { useMemo } from 'react';
import type { Language } from '@/lib/agentbay/languages';
import { offeredLanguages } from '@/lib/store/selectors';
import { usePlayground } from './store-provider';

/** What may be chosen here, in the order of all languages. */
export function useOfferedLanguages(): readonly Language[] {
  const ids = usePlayground(offeredLanguages);
  return useMemo(() => ids.split(' ') as Language[], [ids]);
}
