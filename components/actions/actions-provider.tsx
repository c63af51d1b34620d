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
import { type Action, type ActionRegistry, createActionRegistry } from '@/lib/actions/registry';

/** A dialog over the page; one at a time. */
export type Overlay = 'palette' | 'examples' | 'share';

interface Actions {
  registry: ActionRegistry;
  overlay: Overlay | undefined;
  setOverlay: (overlay: Overlay | undefined) => void;
}

const ActionsContext = createContext<Actions | undefined>(undefined);

export function ActionsProvider({ children }: { children: ReactNode }) {
  const [registry] = useState(createActionRegistry);
  const [overlay, setOverlay] = useState<Overlay>();
  const value = useMemo(() => ({ registry, overlay, setOverlay }), [registry, overlay]);
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
