'use client';

import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import { useStore } from 'zustand';
import { useTexts } from '@/components/ui/messages-provider';
import { createPageApi } from '@/lib/client/page-api';
import { isFramed } from '@/lib/client/page-credentials';
import {
  createDemoStore,
  type DemoState,
  type DemoStore,
  newPageSandbox,
} from '@/lib/demos/demo-store';
import type { CodePart } from '@/lib/demos/document';
import { framedApi } from '@/lib/demos/framed-result';

const DemoContext = createContext<DemoStore | undefined>(undefined);

interface DemoProviderProps {
  parts: readonly CodePart[];
  /** One that lives longer than what shows it; absent: one of its own. */
  store?: DemoStore | undefined;
  children: ReactNode;
}

/** The document that the blocks within belong to. */
export function DemoProvider({ parts, store: given, children }: DemoProviderProps) {
  const texts = useTexts();
  const latest = useRef(texts);
  useEffect(() => {
    latest.current = texts;
  }, [texts]);
  const [own] = useState(
    () =>
      given ??
      createDemoStore(parts, {
        api: isFramed()
          ? framedApi(createPageApi(), () => latest.current.messages.demo.notInFrame)
          : createPageApi(),
        sandbox: newPageSandbox(),
        now: () => performance.now(),
        loadCreateStore: async () => {
          const { createPageStore } = await import('@/lib/store/page-store');
          return (api) => createPageStore(api, () => latest.current);
        },
      }),
  );
  const store = given ?? own;
  useEffect(() => store.getState().setParts(parts), [store, parts]);
  return <DemoContext value={store}>{children}</DemoContext>;
}

export function useDemoStore(): DemoStore {
  const store = useContext(DemoContext);
  if (!store) throw new Error('This component belongs inside a DemoProvider.');
  return store;
}

export function useDemo<T>(selector: (state: DemoState) => T): T {
  return useStore(useDemoStore(), selector);
}

const nothing = () => () => {};

/** False in what the server has made, until a script has taken it over. */
export function useHasScript(): boolean {
  return useSyncExternalStore(
    nothing,
    () => true,
    () => false,
  );
}
