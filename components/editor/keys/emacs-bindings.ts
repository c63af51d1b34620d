/** Emacs' usual keys as data: `C-` is Control, `M-` is Alt (Option), two strokes stand with a space between. */

/** Movements; while the mark is set they select (the command with `Select` behind its name). */
export const MOVEMENTS = {
  'C-f': 'cursorRight',
  'C-b': 'cursorLeft',
  'C-n': 'cursorDown',
  'C-p': 'cursorUp',
  'C-a': 'cursorLineStart',
  'C-e': 'cursorLineEnd',
  'M-f': 'cursorWordEndRight',
  'M-b': 'cursorWordStartLeft',
  'M-S-,': 'cursorTop',
  'M-S-.': 'cursorBottom',
} as const;

/** Commands of Monaco. */
export const COMMANDS = {
  'C-d': 'deleteRight',
  'M-d': 'deleteWordRight',
  'C-o': 'lineBreakInsert',
  'C-j': 'lineBreakInsert',
  'C-t': 'editor.action.transposeLetters',
  'C-/': 'undo',
  'C-x u': 'undo',
  'C-s': 'actions.find',
  'C-r': 'actions.find',
  'C-x h': 'editor.action.selectAll',
  'M-;': 'editor.action.commentLine',
  'M-u': 'editor.action.transformToUppercase',
  'M-l': 'editor.action.transformToLowercase',
  'M-g g': 'editor.action.gotoLine',
} as const;

/** In the field of the search. */
export const SEARCH_COMMANDS = {
  'C-s': 'editor.action.nextMatchFindAction',
  'C-r': 'editor.action.previousMatchFindAction',
  'C-g': 'closeFindWidget',
} as const;

/** What Monaco has no command for (emacs-keys.ts). */
export const OWN = {
  'C-Space': 'setMark',
  'C-g': 'cancel',
  'C-k': 'killLine',
  'C-w': 'killRegion',
  'M-w': 'copyRegion',
  'C-y': 'yank',
  'C-l': 'centre',
  'C-x C-s': 'save',
  'M-x': 'palette',
} as const;
export type OwnCommand = (typeof OWN)[keyof typeof OWN];

export interface Stroke {
  isControl: boolean;
  isAlt: boolean;
  isShift: boolean;
  key: string;
}

/** `C-x C-s` as its strokes. */
export function strokesOf(keys: string): Stroke[] {
  return keys.split(' ').map((stroke) => {
    const parts = stroke.split('-');
    return {
      isControl: parts.includes('C'),
      isAlt: parts.includes('M'),
      isShift: parts.includes('S'),
      key: parts.at(-1) ?? '',
    };
  });
}
