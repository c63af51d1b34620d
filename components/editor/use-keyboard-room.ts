import { type RefObject, useEffect } from 'react';

/** Less is a browser's own bar. */
const LEAST_KEYBOARD_PX = 60;

/**
 * Makes the page as high as what the on-screen keyboard leaves of it, while the field has the focus, and
 * keeps the cursor's line in view. Browsers that know `interactive-widget` do so themselves.
 */
export function useKeyboardRoom(field: RefObject<HTMLTextAreaElement | null>): void {
  useEffect(() => {
    const viewport = window.visualViewport;
    const { style } = document.documentElement;
    if (!viewport) return;
    const fit = () => {
      const hidden = window.innerHeight - viewport.height - viewport.offsetTop;
      const isKeyboard =
        document.activeElement === field.current &&
        viewport.scale < 1.01 &&
        hidden >= LEAST_KEYBOARD_PX;
      style.setProperty('--keyboard', isKeyboard ? `${Math.round(hidden)}px` : '0px');
      if (document.activeElement === field.current) showCursor(field.current);
    };
    viewport.addEventListener('resize', fit);
    viewport.addEventListener('scroll', fit);
    document.addEventListener('focusin', fit);
    document.addEventListener('focusout', fit);
    return () => {
      viewport.removeEventListener('resize', fit);
      viewport.removeEventListener('scroll', fit);
      document.removeEventListener('focusin', fit);
      document.removeEventListener('focusout', fit);
      style.removeProperty('--keyboard');
    };
  }, [field]);
}

function showCursor(field: HTMLTextAreaElement | null): void {
  if (!field) return;
  const line = field.value.slice(0, field.selectionEnd).split('\n').length - 1;
  const copy = field.parentElement?.getElementsByTagName('code').item(line);
  copy?.scrollIntoView({ block: 'nearest' });
}
