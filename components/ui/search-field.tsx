import { Search } from 'lucide-react';
import type { ComponentProps } from 'react';

/** The text field at the top of a dialog that searches. */
export function SearchField(props: ComponentProps<'input'>) {
  return (
    <label className="search-field">
      <Search className="size-4 shrink-0 text-muted" aria-hidden="true" />
      <input
        type="text"
        autoComplete="off"
        autoCapitalize="off"
        autoCorrect="off"
        spellCheck={false}
        enterKeyHint="go"
        {...props}
      />
    </label>
  );
}
