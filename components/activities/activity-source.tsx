'use client';

import { createContext, type ReactNode, useContext } from 'react';
import type { ActivitySource } from '@/lib/demos/check-api';

/** How an answer says what it is for. */
export type GetSource = () => ActivitySource | undefined;

const SourceContext = createContext<GetSource | undefined>(undefined);

/** For a document that is kept nowhere yet: its author can try its activities while writing. */
export function ActivitySourceProvider({
  source,
  children,
}: {
  source: GetSource;
  children: ReactNode;
}) {
  return <SourceContext value={source}>{children}</SourceContext>;
}

export function useOuterSource(): GetSource | undefined {
  return useContext(SourceContext);
}
