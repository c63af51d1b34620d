'use client';

import {
  type Ref,
  type RefObject,
  useCallback,
  useEffect,
  useId,
  useImperativeHandle,
  useRef,
} from 'react';
import { usePlayground, usePlaygroundStore } from '@/components/playground/store-provider';
import { useMessages } from '@/components/ui/messages-provider';
import { useTouch } from '@/components/ui/use-media-query';
import type { Piece } from '@/lib/highlight/pieces';
import { fill } from '@/lib/messages/messages';
import { openDocumentName, openDocumentPath, openText } from '@/lib/store/selectors';
import { KeyBar } from './key-bar';
import { insertLines, offsetOfLine, placeOf } from './plain-keys';
import { PlainLines } from './plain-lines';
import { PlainWords } from './plain-words';
import { useBusy } from './use-busy';
import { useEarlyText } from './use-early-text';
import { usePlainFormat } from './use-plain-format';
import { usePlainKeys } from './use-plain-keys';

export interface PlainEditorHandle {
  field: HTMLTextAreaElement;
  /** What scrolls it. */
  scroller: HTMLElement;
  /** Calls back when it can be taken away: no character is being composed, nothing being selected. */
  whenFree: (callback: () => void) => void;
}

interface PlainEditorProps {
  ref?: Ref<PlainEditorHandle>;
  /** The first program's colours, from the server. */
  firstLines: readonly Piece[][];
  /** Another editor will take its place. */
  isMakeshift: boolean;
  note?: string | undefined;
}

/**
 * The program in a text field, over a copy of itself that has the colours, the line numbers and the
 * marks. The copy gives the field its size, so that both break their lines alike and scroll as one.
 */
export function PlainEditor({ ref, firstLines, isMakeshift, note }: PlainEditorProps) {
  const texts = useMessages().editor;
  const code = usePlayground(openText);
  const name = usePlayground(openDocumentName);
  const openPath = usePlayground((state) => state.openPath);
  const setText = usePlayground((state) => state.setText);
  const setCursor = usePlayground((state) => state.setCursor);
  const field = useRef<HTMLTextAreaElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const { whenFree, busyProps } = useBusy();
  const touch = useTouch();
  const keys = usePlainKeys();
  // What is typed now is meant for Vim, and no text.
  const isForVim = usePlayground(({ settings }) => isMakeshift && settings.keys === 'vim');
  const wordsId = useId();

  useImperativeHandle(ref, () => ({
    // Both are there for as long as the component is.
    field: field.current as HTMLTextAreaElement,
    scroller: scroller.current as HTMLDivElement,
    whenFree,
  }));
  useEarlyText(field);
  const notFormatted = usePlainFormat(field);
  useInsertion(field);
  const goTo = useGoTo(field);

  return (
    <div className="plain-pane absolute inset-0 flex flex-col">
      <div ref={scroller} className="plain-scroll" data-makeshift={isMakeshift}>
        <div className="plain-editor">
          <PlainLines firstLines={firstLines} />
          <textarea
            readOnly={isForVim}
            // Each document has a field of its own, as undo belongs to the field.
            key={name}
            ref={field}
            id="code-field"
            aria-label={fill(texts.plainLabel, { name })}
            aria-describedby={wordsId}
            value={code}
            onChange={({ target }) => setText(openPath, target.value)}
            onFocus={({ currentTarget }) => {
              currentTarget.dataset.used = 'true';
            }}
            onSelect={({ currentTarget: { value, selectionStart } }) => {
              const { line, column } = placeOf(value, selectionStart);
              setCursor(line, column);
            }}
            {...keys}
            {...busyProps}
            spellCheck={false}
            autoCapitalize="off"
            autoCorrect="off"
            autoComplete="off"
          />
        </div>
      </div>
      {isMakeshift ? null : (
        <>
          <PlainWords id={wordsId} note={note} notFormatted={notFormatted} onGoTo={goTo} />
          {touch ? <KeyBar field={field} /> : null}
        </>
      )}
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

/** Goes to a line: for the caller, and where the store's `revealInEditor` names one. */
function useGoTo(field: { current: HTMLTextAreaElement | null }): (line: number) => void {
  const store = usePlaygroundStore();
  const place = usePlayground((state) => state.revealed);
  const fileName = usePlayground(openDocumentPath);
  const openedCount = usePlayground((state) => state.openedCount);

  const goTo = useCallback(
    (line: number) => {
      const at = offsetOfLine(field.current?.value ?? '', line);
      field.current?.focus({ preventScroll: true });
      field.current?.setSelectionRange(at, at);
      const copies = field.current?.parentElement?.getElementsByTagName('code');
      copies?.item(Math.min(line, copies.length) - 1)?.scrollIntoView({ block: 'center' });
      store.getState().setCursor(line, 1);
    },
    [store, field],
  );

  useEffect(() => {
    if (place?.path !== fileName) return;
    store.getState().revealDone();
    // The editor may have been behind a tab: only with the next paint can it have the focus.
    requestAnimationFrame(() => goTo(place.line));
  }, [store, place, fileName, goTo]);

  // A program that has just been opened is read from its beginning.
  useEffect(() => {
    if (openedCount === 0) return;
    field.current?.setSelectionRange(0, 0);
    field.current?.parentElement?.parentElement?.scrollTo(0, 0);
  }, [openedCount, field]);

  return goTo;
}
