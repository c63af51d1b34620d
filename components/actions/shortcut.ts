const NAMES: Record<string, string> = { Mod: 'Ctrl', Enter: '↵', Escape: 'Esc' };
const APPLE_NAMES: Record<string, string> = { ...NAMES, Mod: '⌘', Ctrl: '⌃', Shift: '⇧', Alt: '⌥' };

/** The caps of a shortcut's keys: `Mod+Enter` is `Ctrl ↵` or `⌘ ↵`. */
export function keysOf(shortcut: string, apple: boolean): string {
  const names = apple ? APPLE_NAMES : NAMES;
  return shortcut
    .split('+')
    .map((key) => names[key] ?? key)
    .join(' ');
}

/** The same in the words of `aria-keyshortcuts`. */
export function ariaKeys(shortcut: string): string {
  return ['Control', 'Meta']
    .map((mod) => shortcut.replace('Mod', mod))
    .filter((keys, index, all) => all.indexOf(keys) === index)
    .join(' ');
}
