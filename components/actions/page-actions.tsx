'use client';

import { useMemo } from 'react';
import { usePlayground, usePlaygroundStore } from '@/components/playground/store-provider';
import { useOfferedLanguages } from '@/components/playground/use-offered-languages';
import { useMessages, useTexts } from '@/components/ui/messages-provider';
import type { Action } from '@/lib/actions/registry';
import { LANGUAGE_NAMES } from '@/lib/agentbay/languages';
import { copyText } from '@/lib/client/clipboard';
import { fill, fillPlural } from '@/lib/messages/messages';
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
  const { locale, messages } = useTexts();
  const texts = messages.actions;
  const store = usePlaygroundStore();
  const active = usePlayground(isActive);
  const language = usePlayground((state) => state.language);
  const offered = useOfferedLanguages();
  const timeoutS = usePlayground((state) => state.timeoutS);
  const max = usePlayground((state) => state.server?.limits.timeoutS.max ?? 60);

  return useMemo(
    () => [
      {
        id: 'program.run',
        label: texts.run,
        group: 'Program',
        shortcut: 'Mod+Enter',
        keywords: texts.runKeywords,
        run: () => void store.getState().runProgram(),
      },
      {
        id: 'program.stop',
        label: texts.stop,
        group: 'Program',
        shortcut: 'Escape',
        keywords: texts.stopKeywords,
        enabled: active,
        run: () => void store.getState().stopProgram(),
      },
      ...offered.map(
        (id): Action => ({
          id: `program.language.${id}`,
          label: fill(texts.switchTo, { language: LANGUAGE_NAMES[id].name }),
          group: 'Program',
          keywords: [texts.switchKeywords, ...LANGUAGE_NAMES[id].aliases].join(', '),
          enabled: id !== language,
          run: () => store.getState().setLanguage(id),
        }),
      ),
      ...TIME_LIMITS_S.filter((seconds) => seconds <= max).map(
        (seconds): Action => ({
          id: `program.timeLimit.${seconds}`,
          label: fillPlural(locale, texts.timeLimit, seconds),
          group: 'Program',
          keywords: texts.timeLimitKeywords,
          enabled: seconds !== timeoutS,
          run: () => store.getState().setTimeoutS(seconds),
        }),
      ),
    ],
    [store, active, language, offered, timeoutS, max, locale, texts],
  );
}

function useConsoleActions(): Action[] {
  const allTexts = useTexts();
  const texts = allTexts.messages.actions;
  const store = usePlaygroundStore();
  const isEmpty = usePlayground((state) => state.outputVersion >= 0 && state.transcript.isEmpty);
  return useMemo(
    () => [
      {
        id: 'console.clear',
        label: texts.clearConsole,
        group: 'Console',
        keywords: texts.clearConsoleKeywords,
        enabled: !isEmpty,
        run: () => store.getState().clearOutput(),
      },
      {
        id: 'console.copy',
        label: texts.copyOutput,
        group: 'Console',
        keywords: texts.copyOutputKeywords,
        enabled: !isEmpty,
        run: () => void copyText(store.getState().transcript.toText(allTexts)),
      },
      {
        id: 'console.focus',
        label: texts.goToConsole,
        group: 'Console',
        keywords: texts.goToConsoleKeywords,
        run: () => showPane(store, 'console'),
      },
    ],
    [store, isEmpty, allTexts, texts],
  );
}

function useSessionActions(): Action[] {
  const texts = useMessages().actions;
  const store = usePlaygroundStore();
  const active = usePlayground(isActive);
  return useMemo(
    () => [
      {
        id: 'session.reset',
        label: texts.cleanSession,
        group: 'Session',
        keywords: texts.cleanSessionKeywords,
        enabled: !active,
        // Where it fails, the next run says why.
        run: () =>
          void store
            .getState()
            .resetSession()
            .catch(() => {}),
      },
    ],
    [store, active, texts],
  );
}

function useGoActions(): Action[] {
  const texts = useMessages().actions;
  const store = usePlaygroundStore();
  const { setOverlay } = useOverlay();
  return useMemo(
    () => [
      {
        id: 'editor.focus',
        label: texts.goToEditor,
        group: 'Editor',
        keywords: texts.goToEditorKeywords,
        run: () => showPane(store, 'editor'),
      },
      {
        id: 'program.share',
        label: texts.share,
        group: 'Program',
        shortcut: 'Mod+S',
        keywords: texts.shareKeywords,
        run: () => setOverlay('share'),
      },
      {
        id: 'examples.open',
        label: texts.browseExamples,
        group: 'Examples',
        keywords: texts.browseExamplesKeywords,
        run: () => setOverlay('examples'),
      },
      {
        id: 'learn.open',
        label: texts.learn,
        group: 'Examples',
        keywords: texts.learnKeywords,
        run: () => location.assign('/learn'),
      },
    ],
    [store, setOverlay, texts],
  );
}

/** Also where the other pane has all the room. */
function showPane(store: ReturnType<typeof usePlaygroundStore>, pane: 'editor' | 'console'): void {
  store.getState().maximise(undefined);
  focusPane(pane);
}
