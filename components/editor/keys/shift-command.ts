/**
 * Indents one line, or takes a step away: what monaco-vim would import from Monaco's inside, where it
 * has changed (next.config.js puts this file in its place).
 */
import type { monaco } from '../monaco';

interface ShiftOptions {
  isUnshift: boolean;
  indentSize: number;
  tabSize: number;
  insertSpaces: boolean;
}

export class ShiftCommand implements monaco.editor.ICommand {
  readonly #selection: monaco.Selection;
  readonly #options: ShiftOptions;
  #tracked = '';

  constructor(selection: monaco.Selection, options: ShiftOptions) {
    this.#selection = selection;
    this.#options = options;
  }

  getEditOperations(
    model: monaco.editor.ITextModel,
    builder: monaco.editor.IEditOperationBuilder,
  ): void {
    const { startLineNumber } = this.#selection;
    const old = /^[ \t]*/.exec(model.getLineContent(startLineNumber))?.[0] ?? '';
    const range = {
      startLineNumber,
      startColumn: 1,
      endLineNumber: startLineNumber,
      endColumn: old.length + 1,
    };
    builder.addEditOperation(range, shiftedIndent(old, this.#options));
    this.#tracked = builder.trackSelection(this.#selection);
  }

  computeCursorState(
    _model: monaco.editor.ITextModel,
    helper: monaco.editor.ICursorStateComputerData,
  ): monaco.Selection {
    return helper.getTrackedSelection(this.#tracked);
  }
}

/** The indentation one step further in, or out, at the next whole step. */
export function shiftedIndent(
  indent: string,
  { isUnshift, indentSize, tabSize, insertSpaces }: ShiftOptions,
): string {
  let columns = 0;
  for (const character of indent) {
    columns = character === '\t' ? columns + tabSize - (columns % tabSize) : columns + 1;
  }
  const steps = isUnshift
    ? Math.ceil(columns / indentSize) - 1
    : Math.floor(columns / indentSize) + 1;
  const wanted = Math.max(0, steps) * indentSize;
  if (insertSpaces) return ' '.repeat(wanted);
  return '\t'.repeat(Math.floor(wanted / tabSize)) + ' '.repeat(wanted % tabSize);
}
