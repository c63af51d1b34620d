import { monaco } from '../monaco';
import {
  COMMANDS,
  MOVEMENTS,
  OWN,
  type OwnCommand,
  SEARCH_COMMANDS,
  type Stroke,
  strokesOf,
} from './emacs-bindings';
import { KillRing } from './kill-ring';

type CodeEditor = monaco.editor.IStandaloneCodeEditor;

export interface EmacsCommands {
  /** `C-x C-s` */
  save(): void;
  /** `M-x` */
  palette(): void;
}

/** True while movements select. */
const MARK = 'runbayEmacsMark';
const SOURCE = 'emacs';

/** Gives the editor Emacs' usual keys. Returns how to take them away. */
export function startEmacs(
  editor: CodeEditor,
  outside: EmacsCommands,
  isApple: boolean,
): () => void {
  const mark = editor.createContextKey(MARK, false);
  const own = ownCommands(editor, mark, outside);
  const ids = Object.keys(own).map((name) =>
    monaco.editor.addCommand({ id: idOf(name), run: own[name as OwnCommand] }),
  );

  const rule = (keys: string, command: string, when = 'editorTextFocus') => ({
    keybinding: keybindingOf(keys, isApple),
    command,
    when,
  });
  const rules = monaco.editor.addKeybindingRules([
    ...Object.entries(MOVEMENTS).flatMap(([keys, command]) => [
      rule(keys, command, `editorTextFocus && !${MARK}`),
      rule(keys, `${command}Select`, `editorTextFocus && ${MARK}`),
    ]),
    ...Object.entries(COMMANDS).map(([keys, command]) => rule(keys, command)),
    ...Object.entries(OWN).map(([keys, name]) => rule(keys, idOf(name))),
    ...Object.entries(SEARCH_COMMANDS).map(([keys, command]) =>
      rule(keys, command, 'findInputFocussed'),
    ),
  ]);
  // A list of suggestions is walked with the same keys as the text.
  const suggestions = monaco.editor.addKeybindingRules([
    rule('C-n', 'selectNextSuggestion', 'suggestWidgetVisible && textInputFocus'),
    rule('C-p', 'selectPrevSuggestion', 'suggestWidgetVisible && textInputFocus'),
    rule('C-g', 'hideSuggestWidget', 'suggestWidgetVisible && textInputFocus'),
  ]);
  const edits = editor.onDidChangeModelContent(() => mark.set(false));

  return () => {
    mark.set(false);
    for (const one of [...ids, rules, suggestions, edits]) one.dispose();
  };
}

const idOf = (name: string) => `runbay.emacs.${name}`;

function ownCommands(
  editor: CodeEditor,
  mark: monaco.editor.IContextKey<boolean>,
  outside: EmacsCommands,
): Record<OwnCommand, () => void> {
  const ring = new KillRing();
  editor.onDidChangeCursorPosition(({ source }) => {
    if (source !== SOURCE) ring.close();
  });

  const copy = () => void navigator.clipboard?.writeText(ring.text).catch(() => {});
  const textOf = (range: monaco.IRange) => editor.getModel()?.getValueInRange(range) ?? '';
  const replace = (range: monaco.IRange, text: string) => {
    editor.pushUndoStop();
    editor.executeEdits(SOURCE, [{ range, text, forceMoveMarkers: true }]);
    editor.pushUndoStop();
  };
  const collapse = () => {
    const position = editor.getPosition();
    if (position) editor.setPosition(position, SOURCE);
    mark.set(false);
  };

  return {
    setMark() {
      collapse();
      mark.set(true);
    },
    cancel: collapse,
    killLine() {
      const position = editor.getPosition();
      const model = editor.getModel();
      if (!position || !model) return;
      const { lineNumber, column } = position;
      const end = model.getLineMaxColumn(lineNumber);
      const range =
        column < end
          ? new monaco.Range(lineNumber, column, lineNumber, end)
          : new monaco.Range(lineNumber, column, lineNumber + 1, 1);
      ring.kill(textOf(range));
      copy();
      replace(range, '');
    },
    killRegion() {
      const region = editor.getSelection();
      if (!region || region.isEmpty()) return;
      ring.put(textOf(region));
      copy();
      replace(region, '');
    },
    copyRegion() {
      const region = editor.getSelection();
      if (!region || region.isEmpty()) return;
      ring.put(textOf(region));
      copy();
      collapse();
    },
    yank() {
      const region = editor.getSelection();
      if (region && ring.text) replace(region, ring.text);
      ring.close();
    },
    centre() {
      const position = editor.getPosition();
      if (position) editor.revealPositionInCenter(position);
    },
    save: outside.save,
    palette: outside.palette,
  };
}

/** Monaco's number for `C-x C-s`. */
function keybindingOf(keys: string, isApple: boolean): number {
  const [first = 0, second] = strokesOf(keys).map((stroke) => numberOf(stroke, isApple));
  return second === undefined ? first : monaco.KeyMod.chord(first, second);
}

function numberOf({ isControl, isAlt, isShift, key }: Stroke, isApple: boolean): number {
  const { KeyMod } = monaco;
  // Monaco's `CtrlCmd` is Command on a Mac, where Emacs keeps to Control.
  const control = isApple ? KeyMod.WinCtrl : KeyMod.CtrlCmd;
  return (
    (isControl ? control : 0) |
    (isAlt ? KeyMod.Alt : 0) |
    (isShift ? KeyMod.Shift : 0) |
    codeOf(key)
  );
}

function codeOf(key: string): monaco.KeyCode {
  const { KeyCode } = monaco;
  switch (key) {
    case 'Space':
      return KeyCode.Space;
    case '/':
      return KeyCode.Slash;
    case ';':
      return KeyCode.Semicolon;
    case ',':
      return KeyCode.Comma;
    case '.':
      return KeyCode.Period;
    default:
      return KeyCode[`Key${key.toUpperCase()}` as keyof typeof KeyCode];
  }
}
