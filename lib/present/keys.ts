/** What a key does on the stage. Clickers send PageDown, PageUp, a full stop or `b`, some also the arrows. */

export type StageCommand =
  | 'next'
  | 'previous'
  | 'first'
  | 'last'
  | 'blank'
  | 'fullScreen'
  | 'run'
  | 'stop'
  | 'markDown'
  | 'markUp'
  | 'extendDown'
  | 'extendUp'
  | 'unmark'
  | 'larger'
  | 'smaller'
  | 'contrast'
  | 'notes'
  | 'help';

const COMMANDS: Record<string, StageCommand> = {
  PageDown: 'next',
  ArrowRight: 'next',
  ArrowDown: 'next',
  ' ': 'next',
  PageUp: 'previous',
  ArrowLeft: 'previous',
  ArrowUp: 'previous',
  Home: 'first',
  End: 'last',
  b: 'blank',
  '.': 'blank',
  f: 'fullScreen',
  r: 'run',
  s: 'stop',
  j: 'markDown',
  k: 'markUp',
  J: 'extendDown',
  K: 'extendUp',
  m: 'unmark',
  '+': 'larger',
  '=': 'larger',
  '-': 'smaller',
  c: 'contrast',
  n: 'notes',
  '?': 'help',
};

export interface PressedKey {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
  isComposing: boolean;
}

/**
 * Where the focus is: `text` is being typed, a `control` needs its space and arrows, a `scroller` its
 * arrows and Home.
 */
export type Focus = 'text' | 'control' | 'scroller' | 'none';

/** Undefined: the key is not the stage's. */
export function commandOf(pressed: PressedKey, focus: Focus): StageCommand | undefined {
  const { key, ctrlKey, metaKey, altKey, shiftKey, isComposing } = pressed;
  if (ctrlKey || metaKey || altKey || isComposing) return undefined;
  if (key === ' ' && shiftKey) return focus === 'none' ? 'previous' : undefined;
  // A clicker pages on wherever the cursor happens to stand.
  if (focus === 'text' && key !== 'PageDown' && key !== 'PageUp') return undefined;
  if (focus === 'control' && (key === ' ' || key.startsWith('Arrow'))) return undefined;
  if (focus === 'scroller' && /^(?: |Arrow(?:Up|Down)|Home|End)$/.test(key)) return undefined;
  return Object.hasOwn(COMMANDS, key) ? COMMANDS[key] : undefined;
}
