'use client';

import { usePlayground } from '@/components/playground/store-provider';
import { currentCode } from '@/lib/store/selectors';

/** What stands in for the editor where it could not be loaded: everything but the comfort. */
export function PlainEditor() {
  const code = usePlayground(currentCode);
  const setCode = usePlayground((state) => state.setCode);
  return (
    <textarea
      aria-label="Code editor (plain: the full editor could not be loaded)"
      className="plain-editor"
      value={code}
      onChange={(event) => setCode(event.target.value)}
      spellCheck={false}
      autoCapitalize="off"
      autoCorrect="off"
      autoComplete="off"
      wrap="off"
    />
  );
}
