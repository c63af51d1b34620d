'use client';

import { createContext, type ReactNode, useContext } from 'react';

const StepsOffered = createContext(true);

interface StepsOfferProps {
  /** Whether what runs the programs can record them. */
  isOffered: boolean;
  children: ReactNode;
}

export function StepsOffer({ isOffered, children }: StepsOfferProps) {
  return <StepsOffered value={isOffered}>{children}</StepsOffered>;
}

export function useStepsOffered(): boolean {
  return useContext(StepsOffered);
}
