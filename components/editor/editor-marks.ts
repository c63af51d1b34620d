import type { EditorProblem } from '@/lib/store/check-slice';
import type { RunMark } from '@/lib/store/editor-slice';
import { monaco } from './monaco';

const CHECK_OWNER = 'runbay-check';
const RUN_OWNER = 'runbay-run';

/** Underlines what the check found; what is of no use is shown paler instead. */
export function showProblems(
  model: monaco.editor.ITextModel,
  problems: readonly EditorProblem[],
): void {
  const markers = problems.map(
    (problem): monaco.editor.IMarkerData => ({
      startLineNumber: problem.line,
      startColumn: problem.column,
      endLineNumber: problem.endLine,
      endColumn: problem.endColumn,
      message: problem.message,
      code: problem.code,
      severity: severityOf(problem),
      tags: problem.isUnnecessary ? [monaco.MarkerTag.Unnecessary] : [],
    }),
  );
  monaco.editor.setModelMarkers(model, CHECK_OWNER, markers);
}

function severityOf({ severity, isUnnecessary }: EditorProblem): monaco.MarkerSeverity {
  if (isUnnecessary) return monaco.MarkerSeverity.Hint;
  return severity === 'error' ? monaco.MarkerSeverity.Error : monaco.MarkerSeverity.Warning;
}

/** Marks the line where the last run ended: underline, coloured line, sign in the margin. */
export function showRunMark(
  editor: monaco.editor.ICodeEditor,
  decorations: monaco.editor.IEditorDecorationsCollection,
  mark: RunMark | undefined,
  message: string,
): void {
  const model = editor.getModel();
  if (!model) return;
  if (!mark || mark.line > model.getLineCount()) {
    decorations.clear();
    monaco.editor.setModelMarkers(model, RUN_OWNER, []);
    return;
  }
  const { line, kind } = mark;
  const from = mark.column ?? (model.getLineFirstNonWhitespaceColumn(line) || 1);
  const word =
    mark.column === undefined ? null : model.getWordAtPosition({ lineNumber: line, column: from });
  monaco.editor.setModelMarkers(model, RUN_OWNER, [
    {
      startLineNumber: line,
      startColumn: from,
      endLineNumber: line,
      endColumn: word?.endColumn ?? model.getLineMaxColumn(line),
      message,
      severity: kind === 'error' ? monaco.MarkerSeverity.Error : monaco.MarkerSeverity.Warning,
    },
  ]);
  decorations.set([
    {
      range: new monaco.Range(line, 1, line, 1),
      options: {
        isWholeLine: true,
        className: `run-mark run-mark-${kind}`,
        glyphMarginClassName: `run-glyph run-glyph-${kind}`,
        glyphMarginHoverMessage: { value: message.replace(/[\\`*_{}[\]()#+\-.!<>|~]/g, '\\$&') },
      },
    },
  ]);
  editor.revealLineInCenterIfOutsideViewport(line);
}
