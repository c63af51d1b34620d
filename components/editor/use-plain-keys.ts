import { type KeyboardEvent, useState } from 'react';
import { usePlayground } from '@/components/playground/store-provider';
import { currentTabColumns } from '@/lib/store/selectors';
import { indent, newLine } from './plain-keys';

/** Tab indents, until Escape has let it go. */
export function usePlainKeys() {
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
