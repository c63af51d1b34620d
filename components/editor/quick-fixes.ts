import type { EditorProblem, TextEdit } from '@/lib/store/check-slice';
import { monaco } from './monaco';

/** Offers what the store's problems know to put right. `problems` gives those of the document shown. */
export function registerQuickFixes(problems: () => readonly EditorProblem[]): monaco.IDisposable {
  return monaco.languages.registerCodeActionProvider('python', {
    provideCodeActions(model, range) {
      if (!model.isAttachedToEditor()) return undefined;
      const actions = problems()
        .filter(
          (problem) =>
            problem.fix && monaco.Range.areIntersectingOrTouching(rangeOf(problem), range),
        )
        .map((problem) => actionFor(problem, model));
      return { actions, dispose: () => {} };
    },
  });
}

function actionFor(
  { fix }: EditorProblem,
  model: monaco.editor.ITextModel,
): monaco.languages.CodeAction {
  const edits = (fix?.edits ?? []).map((edit) => ({
    resource: model.uri,
    versionId: model.getVersionId(),
    textEdit: { range: rangeOf(edit), text: edit.text },
  }));
  return { title: fix?.title ?? '', kind: 'quickfix', edit: { edits }, isPreferred: true };
}

type Stretch = Pick<TextEdit, 'line' | 'column' | 'endLine' | 'endColumn'>;

export const rangeOf = ({ line, column, endLine, endColumn }: Stretch) =>
  new monaco.Range(line, column, endLine, endColumn);
