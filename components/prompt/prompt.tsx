'use client';

import { ArrowRightToLine, CornerDownLeft } from 'lucide-react';
import { type RefObject, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { usePlayground, usePlaygroundStore } from '@/components/playground/store-provider';
import { useLocale, useMessages } from '@/components/ui/messages-provider';
import { LANGUAGE_NAMES } from '@/lib/agentbay/languages';
import { isInputComplete } from '@/lib/console/input-complete';
import { PROMPT_MARKS } from '@/lib/console/prompt-marks';
import { fill, fillPlural } from '@/lib/messages/messages';
import { isActive, isWaitingForInput } from '@/lib/store/selectors';
import { CompletionList } from './completion-list';
import { useCompletion } from './use-completion';
import { usePromptActions } from './use-prompt-actions';
import { usePromptKeys } from './use-prompt-keys';

/** Characters of a line that leaves room for words beside it. */
const MAX_BESIDE_HINT = 30;

interface PromptProps {
  /** Called when it takes more or less room. */
  onResized: () => void;
}

/** The line under the output at which a program's context goes on. */
export function Prompt({ onResized }: PromptProps) {
  const language = usePlayground((state) => state.language);
  const text = usePlayground((state) => state.promptText[language] ?? '');
  const active = usePlayground(isActive);
  const waiting = usePlayground(isWaitingForInput);
  const hasContext = usePlayground((state) => Boolean(state.contextRuns[language]));
  const completes = usePlayground((state) => state.server?.capabilities.completes ?? true);
  const setText = usePlayground((state) => state.setPromptText);
  const texts = useMessages().prompt;
  const field = useRef<HTMLTextAreaElement>(null);
  const box = useRef<HTMLFormElement>(null);
  const hintId = useId();
  const [focused, setFocused] = useState(false);
  const completion = useCompletion(field);
  const send = useSend(field);
  const { onKeyDown, onPaste, onTyped } = usePromptKeys({ field, completion, send });
  const { name } = LANGUAGE_NAMES[language];
  // While a program runs it stays for who is about to type, out of the output's way for all others.
  const isHidden = waiting || (active && !focused && text === '');

  const hasRoomForHint = text !== '' && text.length <= MAX_BESIDE_HINT && !text.includes('\n');

  usePromptActions();
  useRoom(box, onResized);

  return (
    <form
      ref={box}
      className="prompt"
      hidden={isHidden}
      data-active={active || undefined}
      data-hint={hasRoomForHint && completes && !active ? texts.shortHint : undefined}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <span className="prompt-mark" data-mark={PROMPT_MARKS[language].first} aria-hidden="true" />
      <span className="prompt-text" data-text={text}>
        <textarea
          ref={field}
          id="prompt"
          rows={1}
          value={text}
          aria-label={fill(texts.label, { language: name })}
          aria-describedby={hintId}
          aria-autocomplete="list"
          aria-haspopup="listbox"
          aria-controls={completion.isOpen ? completion.listId : undefined}
          aria-activedescendant={
            completion.isOpen ? completion.optionId(completion.active) : undefined
          }
          placeholder={fill(hasContext ? texts.goOn : texts.begin, { language: name })}
          enterKeyHint={isInputComplete(language, text) ? 'send' : 'enter'}
          autoComplete="off"
          autoCapitalize="off"
          autoCorrect="off"
          spellCheck={false}
          onChange={(event) => {
            setText(event.target.value);
            onTyped();
          }}
          onKeyDown={onKeyDown}
          onPaste={onPaste}
          onPointerDown={completion.close}
          onFocus={() => setFocused(true)}
          onBlur={() => {
            setFocused(false);
            completion.close();
          }}
        />
      </span>
      {completes ? (
        <button
          type="button"
          className="prompt-button prompt-complete"
          aria-label={texts.complete}
          title={texts.completeHint}
          // The keyboard on the screen stays.
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => {
            field.current?.focus();
            void completion.ask();
          }}
        >
          <ArrowRightToLine className="size-4" aria-hidden="true" />
        </button>
      ) : null}
      <button
        type="submit"
        className="prompt-button"
        aria-label={texts.send}
        title={texts.sendHint}
        aria-disabled={active || text.trim() === ''}
        onPointerDown={(event) => event.preventDefault()}
      >
        <CornerDownLeft className="size-4" aria-hidden="true" />
      </button>
      <Spoken hintId={hintId} completion={completion} />
      {completion.isOpen ? <CompletionList completion={completion} field={field} /> : null}
    </form>
  );
}

/** Words that are heard and not seen; they are no part of the program's output, in whose midst the prompt stands. */
function Spoken({
  hintId,
  completion,
}: {
  hintId: string;
  completion: ReturnType<typeof useCompletion>;
}) {
  const texts = useMessages().prompt;
  const locale = useLocale();
  const [pane, setPane] = useState<HTMLElement | null>(null);
  useLayoutEffect(() => setPane(document.getElementById('console')), []);
  if (!pane) return null;
  const { isOpen, isNothing, items } = completion;
  return createPortal(
    <>
      <p id={hintId} className="sr-only">
        {texts.hint}
      </p>
      <p aria-live="polite" className="sr-only">
        {isOpen ? fillPlural(locale, texts.found, items.length) : isNothing ? texts.nothing : ''}
      </p>
    </>,
    pane,
  );
}

/**
 * Sends what stands at the prompt. While something runs it waits for its end, and goes then, unless it
 * is changed or the other was stopped.
 */
function useSend(field: RefObject<HTMLTextAreaElement | null>): () => void {
  const store = usePlaygroundStore();
  const waiting = useRef<string>(undefined);

  useEffect(
    () =>
      store.subscribe((state, old) => {
        if (waiting.current === undefined || isActive(state) || !isActive(old)) return;
        const { end } = state.run ?? {};
        const isUnchanged = field.current?.value === waiting.current;
        waiting.current = undefined;
        if (isUnchanged && end?.kind === 'done' && end.done.exit.reason === 'exited') {
          void state.enterPrompt();
        }
      }),
    [store, field],
  );

  return () => {
    const log = field.current?.closest('[role="log"]');
    if (log) log.scrollTop = log.scrollHeight;
    if (isActive(store.getState())) waiting.current = field.current?.value;
    else void store.getState().enterPrompt();
    field.current?.focus({ preventScroll: true });
  };
}

/** Tells the pane how high the prompt is: what floats above the output stays clear of it. */
function useRoom(box: RefObject<HTMLElement | null>, onResized: () => void): void {
  useEffect(() => {
    const element = box.current;
    const pane = element?.closest<HTMLElement>('[role="log"]')?.parentElement;
    if (!element || !pane) return;
    const observer = new ResizeObserver(() => {
      pane.style.setProperty('--prompt-height', `${element.offsetHeight}px`);
      onResized();
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [box, onResized]);
}
