import { useEffect, useRef } from 'react';
import { commandOf, type Focus, type StageCommand } from '@/lib/present/keys';

const CONTROLS = 'button, a[href], summary, select, [role="radio"], [role="tab"], [role="option"]';

/** What the focus stands on; a scroller only where it can be scrolled. */
function focusOf(element: Element | null): Focus {
  if (!(element instanceof HTMLElement)) return 'none';
  if (element.matches('textarea, input, [contenteditable="true"]')) return 'text';
  if (element.matches(CONTROLS)) return 'control';
  const scrolls = element.tabIndex === 0 && element.scrollHeight > element.clientHeight + 1;
  return scrolls ? 'scroller' : 'none';
}

/** Calls back for each key that is the stage's, wherever the focus is; not while a dialog is open. */
export function useStageKeys(onCommand: (command: StageCommand) => void): void {
  const latest = useRef(onCommand);
  useEffect(() => {
    latest.current = onCommand;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || document.querySelector('[role="dialog"]')) return;
      const focus = focusOf(document.activeElement);
      if (event.key === 'Escape' && focus === 'text' && !event.isComposing) {
        (document.activeElement as HTMLElement).blur();
        return;
      }
      const command = commandOf(event, focus);
      if (command === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      latest.current(command);
    };
    // Before the editor and the console take what they know.
    document.addEventListener('keydown', onKeyDown, true);
    return () => document.removeEventListener('keydown', onKeyDown, true);
  }, []);
}
