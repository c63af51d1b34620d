import { type ClipboardEvent, type KeyboardEvent, type RefObject, useEffect, useRef } from 'react';
import { indent, newLine, replaceText } from '@/components/editor/plain-keys';
import { usePlaygroundStore } from '@/components/playground/store-provider';
import { isInputComplete } from '@/lib/console/input-complete';
import { withoutMarks } from '@/lib/console/prompt-marks';
import { beginWalk, textOfWalk, type Walk, walkOn } from '@/lib/store/prompt-history';
import { currentTabColumns, isActive } from '@/lib/store/selectors';
import type { Completion } from './use-completion';

interface PromptKeys {
  field: RefObject<HTMLTextAreaElement | null>;
  completion: Completion;
  send: () => void;
}

/** What the keys do at the prompt, beside typing. */
export function usePromptKeys({ field, completion, send }: PromptKeys) {
  const store = usePlaygroundStore();
  const walk = useRef<Walk>(undefined);
  /** After Escape, until something is typed, Tab goes on to the next control. */
  const tabLeaves = useRef(false);

  const enter = (element: HTMLTextAreaElement) => {
    const { value, selectionStart } = element;
    if (value.trim() === '') return;
    const isLastLine = !value.slice(selectionStart).trimEnd().includes('\n');
    if (isLastLine && isInputComplete(store.getState().language, value)) send();
    else newLine(element, currentTabColumns(store.getState()));
  };

  const goThroughHistory = (element: HTMLTextAreaElement, by: -1 | 1): boolean => {
    const { value, selectionStart, selectionEnd } = element;
    if (selectionStart !== selectionEnd) return false;
    const rest = by < 0 ? value.slice(0, selectionStart) : value.slice(selectionEnd);
    if (rest.includes('\n')) return false;
    const from = walk.current;
    const current =
      from && textOfWalk(from) === value
        ? from
        : beginWalk(store.getState().promptHistory(), value);
    const next = walkOn(current, by);
    if (!next) return false;
    walk.current = next;
    replaceText(element, 0, value.length, textOfWalk(next));
    return true;
  };

  /** True where the prompt has used the key. */
  const takeKey = (event: KeyboardEvent<HTMLTextAreaElement>): boolean => {
    const { key, currentTarget: element, ctrlKey, metaKey, altKey, shiftKey } = event;
    if (altKey) return false;
    if (ctrlKey || metaKey) {
      if (key.toLowerCase() === 'l' && !shiftKey) store.getState().clearOutput();
      else if (key === ' ' && ctrlKey) void completion.ask();
      else return false;
      return true;
    }
    if (!shiftKey && completion.onKey(key)) return true;
    switch (key) {
      case 'Enter':
        if (shiftKey) newLine(element, currentTabColumns(store.getState()));
        else enter(element);
        return true;
      case 'Tab':
        return !shiftKey && !tabLeaves.current && takeTab(element);
      case 'Escape':
        if (isActive(store.getState())) return false;
        element.closest<HTMLElement>('[role="log"]')?.focus();
        return true;
      case 'ArrowUp':
      case 'ArrowDown':
        return !shiftKey && goThroughHistory(element, key === 'ArrowUp' ? -1 : 1);
      case 'PageUp':
      case 'PageDown':
        return !shiftKey && scroll(element, key === 'PageUp' ? -1 : 1);
      default:
        return false;
    }
  };

  const takeTab = (element: HTMLTextAreaElement): boolean => {
    const { value, selectionStart } = element;
    if (value === '' || isActive(store.getState())) return false;
    const before = value.slice(value.lastIndexOf('\n', selectionStart - 1) + 1, selectionStart);
    if (before.trim() === '') indent(element, currentTabColumns(store.getState()), false);
    else void completion.ask();
    return true;
  };

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    // 229: the key belongs to an input method, which some browsers say in no other way.
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    if (takeKey(event)) event.preventDefault();
    if (event.key === 'Escape') tabLeaves.current = true;
    else if (['ArrowLeft', 'ArrowRight', 'Home', 'End'].includes(event.key)) completion.close();
  };

  const onPaste = (event: ClipboardEvent<HTMLTextAreaElement>) => {
    const pasted = event.clipboardData.getData('text').replace(/\r\n?/g, '\n');
    const text = withoutMarks(store.getState().language, pasted);
    if (text === pasted) return;
    event.preventDefault();
    const { selectionStart, selectionEnd } = event.currentTarget;
    replaceText(event.currentTarget, selectionStart, selectionEnd, text);
  };

  const onTyped = () => {
    tabLeaves.current = false;
    completion.onTyped();
  };

  const latestEnter = useRef(enter);
  useEffect(() => {
    latestEnter.current = enter;
  });
  useEffect(() => {
    const element = field.current;
    // Keyboards on a screen may not say which key it was, only what it would do.
    const onBeforeInput = (event: InputEvent) => {
      if (!element || event.isComposing || event.inputType !== 'insertLineBreak') return;
      event.preventDefault();
      latestEnter.current(element);
    };
    element?.addEventListener('beforeinput', onBeforeInput);
    return () => element?.removeEventListener('beforeinput', onBeforeInput);
  }, [field]);

  return { onKeyDown, onPaste, onTyped };
}

/** Most of a page of output; the prompt stays in view. */
function scroll(element: HTMLElement, by: -1 | 1): boolean {
  const log = element.closest('[role="log"]');
  log?.scrollBy({ top: by * log.clientHeight * 0.8 });
  return true;
}
