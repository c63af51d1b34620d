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

/** Adds Run and Stop to the editor and its palette. Returns how to say whether a program runs. */
export function addRunCommands(
  editor: monaco.editor.IStandaloneCodeEditor,
  { run, stop }: Commands,
): (active: boolean) => void {
  const active = editor.createContextKey<boolean>('runbayActive', false);
  editor.addAction({
    id: 'runbay.run',
    label: 'Run the program',
    keybindings: [monaco.KeyMod.CtrlCmd | monaco.KeyCode.Enter],
    run,
  });
  editor.addAction({
    id: 'runbay.stop',
    label: 'Stop the program',
    precondition: 'runbayActive',
    keybindings: [monaco.KeyCode.Escape],
    keybindingContext: ESCAPE_IS_FREE,
    run: stop,
  });
  return (value) => active.set(value);
}
