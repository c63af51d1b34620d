'use client';

import { useMemo } from 'react';
import { usePlayground, usePlaygroundStore } from '@/components/playground/store-provider';
import type { Action } from '@/lib/actions/registry';
import { LANGUAGE_NAMES, LANGUAGES } from '@/lib/agentbay/languages';
import { copyText } from '@/lib/client/clipboard';
import { secondsInWords } from '@/lib/console/format';
import { isActive } from '@/lib/store/selectors';
import { useActions, useOverlay } from './actions-provider';
import { focusPane } from './focus-pane';

const TIME_LIMITS_S = [5, 10, 30, 60];

/** What the page itself offers in the palette. Parts with actions of their own call useActions. */
export function PageActions() {
  useActions(useProgramActions());
  useActions(useConsoleActions());
  useActions(useSessionActions());
  useActions(useGoActions());
  return null;
}

function useProgramActions(): Action[] {
  const store = usePlaygroundStore();
  const active = usePlayground(isActive);
  const language = usePlayground((state) => state.language);
  const timeoutS = usePlayground((state) => state.timeoutS);
  const max = usePlayground((state) => state.server?.limits.timeoutS.max ?? 60);

  return useMemo(
    () => [
      {
        id: 'program.run',
        label: 'Run the program',
        group: 'Program',
        shortcut: 'Mod+Enter',
        keywords: 'start, execute',
        run: () => void store.getState().runProgram(),
      },
      {
        id: 'program.stop',
        label: 'Stop the program',
        group: 'Program',
        shortcut: 'Escape',
        keywords: 'end, kill, interrupt, cancel',
        enabled: active,
        run: () => void store.getState().stopProgram(),
      },
      ...LANGUAGES.map(
        (id): Action => ({
          id: `program.language.${id}`,
          label: `Switch to ${LANGUAGE_NAMES[id].name}`,
          group: 'Program',
          keywords: ['language', ...LANGUAGE_NAMES[id].aliases].join(', '),
          enabled: id !== language,
          run: () => store.getState().setLanguage(id),
        }),
      ),
      ...TIME_LIMITS_S.filter((seconds) => seconds <= max).map(
        (seconds): Action => ({
          id: `program.timeLimit.${seconds}`,
          label: `Time limit: ${secondsInWords(seconds)}`,
          group: 'Program',
          keywords: 'timeout',
          enabled: seconds !== timeoutS,
          run: () => store.getState().setTimeoutS(seconds),
        }),
      ),
    ],
    [store, active, language, timeoutS, max],
  );
}

function useConsoleActions(): Action[] {
  const store = usePlaygroundStore();
  const isEmpty = usePlayground((state) => state.outputVersion >= 0 && state.transcript.isEmpty);
  return useMemo(
    () => [
      {
        id: 'console.clear',
        label: 'Clear the console',
        group: 'Console',
        keywords: 'erase output',
        enabled: !isEmpty,
        run: () => store.getState().clearOutput(),
      },
      {
        id: 'console.copy',
        label: 'Copy the output',
        group: 'Console',
        keywords: 'clipboard',
        enabled: !isEmpty,
        run: () => void copyText(store.getState().transcript.toText()),
      },
      {
        id: 'console.focus',
        label: 'Go to the console',
        group: 'Console',
        keywords: 'focus output, jump',
        run: () => showPane(store, 'console'),
      },
    ],
    [store, isEmpty],
  );
}

function useSessionActions(): Action[] {
  const store = usePlaygroundStore();
  const active = usePlayground(isActive);
  return useMemo(
    () => [
      {
        id: 'session.reset',
        label: 'Start a clean session',
        group: 'Session',
        keywords: 'reset, files, variables, fresh',
        enabled: !active,
        // Where it fails, the next run says why.
        run: () =>
          void store
            .getState()
            .resetSession()
            .catch(() => {}),
      },
    ],
    [store, active],
  );
}

function useGoActions(): Action[] {
  const store = usePlaygroundStore();
  const { setOverlay } = useOverlay();
  return useMemo(
    () => [
      {
        id: 'editor.focus',
        label: 'Go to the editor',
        group: 'Editor',
        keywords: 'focus code, jump',
        run: () => showPane(store, 'editor'),
      },
      {
        id: 'examples.open',
        label: 'Browse the examples',
        group: 'Examples',
        keywords: 'gallery, programs, learn',
        run: () => setOverlay('examples'),
      },
    ],
    [store, setOverlay],
  );
}

/** Also where the other pane has all the room. */
function showPane(store: ReturnType<typeof usePlaygroundStore>, pane: 'editor' | 'console'): void {
  store.getState().maximise(undefined);
  focusPane(pane);
}
