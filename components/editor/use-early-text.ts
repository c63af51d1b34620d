import { type RefObject, useEffect, useState } from 'react';
import { usePlayground, usePlaygroundStore } from '@/components/playground/store-provider';
import { openText } from '@/lib/store/selectors';

/**
 * Keeps what was typed before the page was hydrated. React gives a field the server's text when it takes
 * it over; this reads the field just before.
 */
export function useEarlyText(field: RefObject<HTMLTextAreaElement | null>): void {
  const store = usePlaygroundStore();
  const code = usePlayground(openText);
  const [early] = useState(() => {
    if (typeof document === 'undefined') return undefined;
    const own = document.getElementById('code-field');
    if (!(own instanceof HTMLTextAreaElement) || own.value === code) return undefined;
    const { value, selectionStart, selectionEnd } = own;
    return { value, selectionStart, selectionEnd };
  });

  useEffect(() => {
    if (!early) return;
    // By then saved work has been taken up; what was typed comes after it.
    queueMicrotask(() => {
      store.getState().setText(undefined, early.value);
      requestAnimationFrame(() =>
        field.current?.setSelectionRange(early.selectionStart, early.selectionEnd),
      );
    });
  }, [store, field, early]);
}
