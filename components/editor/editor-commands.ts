import { monaco } from './monaco';

interface Commands {
  run: () => void;
  stop: () => void;
}

/** The editor's own uses of Escape come first; a program is stopped when none of them is at hand. */
const ESCAPE_IS_FREE = [
  'suggestWidgetVisible',
  'parameterHintsVisible',
  'findWidgetVisible',
  'renameInputVisible',
  'markersNavigationVisible',
  'inSnippetMode',
  'inlineSuggestionVisible',
  'inQuickInput',
  'messageVisible',
]
  .map((key) => `!${key}`)
  .join(' && ');

/**
 * The page's palette by Ctrl+K, which begins chords of Monaco's otherwise. F1 stays Monaco's own palette.
 * Emacs' keys have another use for Ctrl+K, and M-x.
 */
export function addPaletteCommand(
  editor: monaco.editor.IStandaloneCodeEditor,
  label: string,
  open: () => void,
  isEmacs: boolean,
): monaco.IDisposable {
  return editor.addAction({
    id: 'runbay.palette',
    label,
    keybindings: isEmacs ? [] : [monaco.KeyMod.CtrlCmd | monaco.KeyCode.KeyK],
    run: open,
  });
}

/** Adds Run and Stop to the editor and its palette. `setActive` says whether a program runs. */
export function addRunCommands(
  editor: monaco.editor.IStandaloneCodeEditor,
  words: { run: string; stop: string },
  { run, stop }: Commands,
): monaco.IDisposable & { setActive: (active: boolean) => void } {
  const active = editor.createContextKey<boolean>('runbayActive', false);
  const runAction = editor.addAction({
    id: 'runbay.run',
    label: words.run,
    keybindings: [monaco.KeyMod.CtrlCmd | monaco.KeyCode.Enter],
    run,
  });
  const stopAction = editor.addAction({
    id: 'runbay.stop',
    label: words.stop,
    precondition: 'runbayActive',
    keybindings: [monaco.KeyCode.Escape],
    keybindingContext: ESCAPE_IS_FREE,
    run: stop,
  });
  return {
    setActive: (value) => active.set(value),
    dispose: () => {
      runAction.dispose();
      stopAction.dispose();
    },
  };
}
