import { useEffect, useMemo } from 'react';
import { useActions, useOverlay } from '@/components/actions/actions-provider';
import { usePlayground } from '@/components/playground/store-provider';
import { useMessages } from '@/components/ui/messages-provider';
import type { Action } from '@/lib/actions/registry';
import { addPaletteCommand } from './editor-commands';
import type { monaco } from './monaco';

/** What the editor offers in the page's palette, and the palette's key in the editor. */
export function useEditorActions(editor: monaco.editor.IStandaloneCodeEditor | undefined): void {
  const texts = useMessages().editor.actions;
  const { setOverlay } = useOverlay();
  const isEmacs = usePlayground((state) => state.settings.keys === 'emacs');
  useEffect(() => {
    if (!editor) return;
    const open = () => setOverlay('palette');
    const command = addPaletteCommand(editor, texts.everything, open, isEmacs);
    return () => command.dispose();
  }, [editor, setOverlay, texts, isEmacs]);

  // The text has been replaced by now: effects of the editor come before those of its parent.
  const openedCount = usePlayground((state) => state.openedCount);
  useEffect(() => {
    if (!editor || openedCount === 0) return;
    editor.setPosition({ lineNumber: 1, column: 1 });
    editor.setScrollTop(0);
  }, [editor, openedCount]);

  useActions(
    useMemo(() => {
      if (!editor) return [];
      /** An action of Monaco's own. It acts where the cursor is. */
      const own = (id: string) => () => {
        editor.focus();
        void editor.getAction(id)?.run();
      };
      return [
        {
          id: 'editor.goToLine',
          label: texts.goToLine,
          group: 'Editor',
          shortcut: 'Ctrl+G',
          keywords: texts.goToLineKeywords,
          run: own('editor.action.gotoLine'),
        },
        {
          id: 'editor.find',
          label: texts.find,
          group: 'Editor',
          shortcut: 'Mod+F',
          keywords: texts.findKeywords,
          run: own('actions.find'),
        },
        {
          id: 'editor.undo',
          label: texts.undo,
          group: 'Editor',
          shortcut: 'Mod+Z',
          run: () => {
            editor.focus();
            editor.trigger('palette', 'undo', undefined);
          },
        },
        {
          id: 'editor.format',
          label: texts.format,
          group: 'Editor',
          shortcut: 'Shift+Alt+F',
          keywords: texts.formatKeywords,
          run: own('runbay.format'),
        },
        {
          id: 'editor.nextProblem',
          label: texts.nextProblem,
          group: 'Editor',
          shortcut: 'F8',
          keywords: texts.nextProblemKeywords,
          run: own('editor.action.marker.nextInFiles'),
        },
        {
          id: 'editor.comment',
          label: texts.comment,
          group: 'Editor',
          shortcut: 'Mod+/',
          run: own('editor.action.commentLine'),
        },
        {
          id: 'editor.commands',
          label: texts.all,
          group: 'Editor',
          shortcut: 'F1',
          run: own('editor.action.quickCommand'),
        },
      ] satisfies Action[];
    }, [editor, texts]),
  );
}
