import { useCallback, useState } from 'react';

const kept = new WeakMap<object, Map<string, unknown>>();

/**
 * State that outlives the component: results leave the page when they are scrolled out of view, and
 * come back as the reader left them. It belongs to `owner` under `name` and goes with it.
 */
export function useKept<T>(owner: object, name: string, initial: T): [T, (value: T) => void] {
  const [value, setValue] = useState(() => {
    const found = kept.get(owner);
    return found?.has(name) ? (found.get(name) as T) : initial;
  });
  const keep = useCallback(
    (next: T) => {
      const found = kept.get(owner) ?? new Map<string, unknown>();
      kept.set(owner, found.set(name, next));
      setValue(next);
    },
    [owner, name],
  );
  return [value, keep];
}
