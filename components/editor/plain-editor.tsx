'use client';

import {
  type KeyboardEvent,
  memo,
  type RefObject,
  useCallback,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react';
import { usePlayground, usePlaygroundStore } from '@/components/playground/store-provider';
import { useMessages } from '@/components/ui/messages-provider';
import { fill } from '@/lib/messages/messages';
import {
  currentTabColumns,
  openDocumentName,
  openDocumentPath,
  openRunMark,
  openText,
} from '@/lib/store/selectors';
import { indent, insertLines, newLine, offsetOfLine, placeOf } from './plain-keys';
import { PlainWords } from './plain-words';
import { useLanguageTools } from './use-language-tools';
import { usePlainFormat } from './use-plain-format';

/** What stands in for Monaco where it could not be loaded. */
export function PlainFallback() {
  return <PlainEditor note={useMessages().editor.notLoaded} />;
}

/**
 * The program in a text field, over a copy of itself that has the line numbers and the marks. The copy
 * gives the field its size, so that both break their lines alike and scroll as one.
 */
export function PlainEditor({ note }: { note?: string }) {
  const texts = useMessages().editor;
  const code = usePlayground(openText);
  const name = usePlayground(openDocumentName);
  const openPath = usePlayground((state) => state.openPath);
  const runMark = usePlayground(openRunMark);
  const setText = usePlayground((state) => state.setText);
  const setCursor = usePlayground((state) => state.setCursor);
  const field = useRef<HTMLTextAreaElement>(null);
  const keys = useEditingKeys();
  const wordsId = useId();

  const goTo = useCallback(
    (line: number) => {
      const at = offsetOfLine(field.current?.value ?? '', line);
      field.current?.focus({ preventScroll: true });
      field.current?.setSelectionRange(at, at);
      const copies = field.current?.parentElement?.getElementsByTagName('code');
      copies?.item(Math.min(line, copies.length) - 1)?.scrollIntoView({ block: 'center' });
      setCursor(line, 1);
    },
    [setCursor],
  );
  useReveal(goTo);
  useLanguageTools();
  const notFormatted = usePlainFormat(field);
  useInsertion(field);

  return (
    <div className="absolute inset-0 flex flex-col">
      <div className="plain-scroll">
        <div className="plain-editor">
          <div className="plain-lines" aria-hidden="true">
            {code.split('\n').map((text, index) => (
              <PlainLine
                // biome-ignore lint/suspicious/noArrayIndexKey: a line has no other name than its number
                key={index}
                text={text}
                mark={runMark?.line === index + 1 ? runMark.kind : undefined}
              />
            ))}
          </div>
          <textarea
            // Each document has a field of its own, as undo belongs to the field.
            key={name}
            ref={field}
            aria-label={fill(texts.plainLabel, { name })}
            aria-describedby={wordsId}
            value={code}
            onChange={({ target }) => setText(openPath, target.value)}
            onSelect={({ currentTarget: { value, selectionStart } }) => {
              const { line, column } = placeOf(value, selectionStart);
              setCursor(line, column);
            }}
            {...keys}
            spellCheck={false}
            autoCapitalize="off"
            autoCorrect="off"
            autoComplete="off"
          />
        </div>
      </div>
      <PlainWords id={wordsId} note={note} notFormatted={notFormatted} onGoTo={goTo} />
    </div>
  );
}

/** Inserts the lines that the store's `insertInProgram` names. */
function useInsertion(field: RefObject<HTMLTextAreaElement | null>) {
  const store = usePlaygroundStore();
  const lines = usePlayground((state) => state.insertion);
  useEffect(() => {
    if (!lines || !field.current || store.getState().openPath !== undefined) return;
    store.getState().insertionDone();
    insertLines(field.current, lines);
  }, [store, field, lines]);
}

/** Goes to the line that the store's `revealInEditor` names. */
function useReveal(goTo: (line: number) => void) {
  const store = usePlaygroundStore();
  const place = usePlayground((state) => state.revealed);
  const fileName = usePlayground(openDocumentPath);
  useEffect(() => {
    if (place?.path !== fileName) return;
    store.getState().revealDone();
    // The editor may have been behind a tab: only with the next paint can it have the focus.
    requestAnimationFrame(() => goTo(place.line));
  }, [store, place, fileName, goTo]);
}

const PlainLine = memo(function PlainLine({
  text,
  mark,
}: {
  text: string;
  mark?: string | undefined;
}) {
  return <code className={mark && `run-mark-${mark}`}>{text === '' ? '\u200b' : text}</code>;
});

/** Tab indents, until Escape has let it go. */
function useEditingKeys() {
  const columns = usePlayground(currentTabColumns);
  const [tabLeaves, setTabLeaves] = useState(false);
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    const { key, currentTarget, ctrlKey, metaKey, altKey, shiftKey, nativeEvent } = event;
    if (nativeEvent.isComposing) return;
    if (key === 'Escape') setTabLeaves(true);
    else if (key !== 'Shift' && key !== 'Tab') setTabLeaves(false);
    if (ctrlKey || metaKey || altKey) return;
    if (key === 'Tab' && !tabLeaves) {
      event.preventDefault();
      indent(currentTarget, columns, shiftKey);
    } else if (key === 'Enter' && !shiftKey) {
      event.preventDefault();
      newLine(currentTarget, columns);
    }
  };
  return { onKeyDown, onBlur: () => setTabLeaves(false) };
}
