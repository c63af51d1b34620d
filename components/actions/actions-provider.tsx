'use client';

import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useId,
  useMemo,
  useState,
  useSyncExternalStore,
} from 'react';
import type { Opening } from '@/components/share/opening';
import { type Action, type ActionRegistry, createActionRegistry } from '@/lib/actions/registry';

/** A dialog over the page; one at a time. */
export type Overlay = 'palette' | 'examples' | 'share' | 'programs';

interface Actions {
  registry: ActionRegistry;
  overlay: Overlay | undefined;
  setOverlay: (overlay: Overlay | undefined) => void;
  /** What was opened last, or is being opened. */
  opening: Opening | undefined;
  open: (opening: Opening) => void;
}

const ActionsContext = createContext<Actions | undefined>(undefined);

export function ActionsProvider({ children }: { children: ReactNode }) {
  const [registry] = useState(createActionRegistry);
  const [overlay, setOverlay] = useState<Overlay>();
  const [opening, open] = useState<Opening>();
  const value = useMemo(
    () => ({ registry, overlay, setOverlay, opening, open }),
    [registry, overlay, opening],
  );
  return <ActionsContext value={value}>{children}</ActionsContext>;
}

function useActionsContext(): Actions {
  const actions = useContext(ActionsContext);
  if (!actions) throw new Error('This component belongs inside an ActionsProvider.');
  return actions;
}

export function useOverlay(): Pick<Actions, 'overlay' | 'setOverlay'> {
  return useActionsContext();
}

export function useOpening(): Pick<Actions, 'opening' | 'open'> {
  return useActionsContext();
}

/** Everything that the page can do at the moment. */
export function useAllActions(): readonly Action[] {
  const { registry } = useActionsContext();
  return useSyncExternalStore(registry.subscribe, registry.list, registry.list);
}

/**
 * Offers actions in the palette for as long as the component is there. Give the same array (useMemo)
 * until one of them changes.
 */
export function useActions(actions: readonly Action[]): void {
  const { registry } = useActionsContext();
  const source = useId();
  useEffect(() => registry.set(source, actions), [registry, source, actions]);
  useEffect(() => () => registry.remove(source), [registry, source]);
}
