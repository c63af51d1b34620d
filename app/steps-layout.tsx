import type { ReactNode } from 'react';
import { StepsOffer } from '@/components/steps/steps-offer';
import { config } from '@/lib/config';

/** Of the pages whose documents run. The cloud engine records no steps. */
export function StepsLayout({ children }: { children: ReactNode }) {
  return <StepsOffer isOffered={config().engine === 'local'}>{children}</StepsOffer>;
}
