import { type RefObject, useEffect, useMemo, useState } from 'react';
import { useActions } from '@/components/actions/actions-provider';
import { usePlayground, usePlaygroundStore } from '@/components/playground/store-provider';
import { useMessages } from '@/components/ui/messages-provider';
import type { Action } from '@/lib/actions/registry';
import { currentTabColumns, openLanguage, openText, pythonVersion } from '@/lib/store/selectors';
import { formatMessage } from './format-message';
import { putFormatted } from './plain-keys';

/** Formatting for a text field, by key and in the palette. Returns why the last try changed nothing. */
export function usePlainFormat(field: RefObject<HTMLTextAreaElement | null>): string | undefined {
  const store = usePlaygroundStore();
  const words = useMessages().editor;
  const code = usePlayground(openText);
  const [refusal, setRefusal] = useState<{ text: string; why: string }>();

  const format = useMemo(
    () => async () => {
      const state = store.getState();
      const text = openText(state);
      const options = { pythonVersion: pythonVersion(state), tabColumns: currentTabColumns(state) };
      const result = await import('./tools/format-text')
        .then(({ formatText }) => formatText(text, openLanguage(state), options))
        .catch(() => undefined);
      // What has been typed meanwhile is not what was formatted.
      if (openText(store.getState()) !== text || !field.current) return;
      if (!result || 'problem' in result) {
        setRefusal({ text, why: formatMessage(result?.problem, words) });
        return;
      }
      setRefusal(undefined);
      putFormatted(field.current, result.text);
    },
    [store, words, field],
  );

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      // By its place on the keyboard: with Alt the key itself may be another letter.
      if (event.code !== 'KeyF' || !event.altKey || !event.shiftKey) return;
      if (event.ctrlKey || event.metaKey || event.target !== field.current) return;
      event.preventDefault();
      void format();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [field, format]);

  useActions(
    useMemo(
      (): Action[] => [
        {
          id: 'editor.format',
          label: words.actions.format,
          group: 'Editor',
          shortcut: 'Shift+Alt+F',
          keywords: words.actions.formatKeywords,
          run: () => void format(),
        },
      ],
      [words, format],
    ),
  );

  return refusal?.text === code ? refusal?.why : undefined;
}
