import { useEffect, useMemo } from 'react';
import { useActions, useOverlay } from '@/components/actions/actions-provider';
import { usePlayground } from '@/components/playground/store-provider';
import type { Action } from '@/lib/actions/registry';
import { addPaletteCommand } from './editor-commands';
import type { monaco } from './monaco';

/** What the editor offers in the page's palette, and the palette's key in the editor. */
export function useEditorActions(editor: monaco.editor.IStandaloneCodeEditor | undefined): void {
  const { setOverlay } = useOverlay();
  useEffect(() => {
    if (!editor) return;
    const command = addPaletteCommand(editor, () => setOverlay('palette'));
    return () => command.dispose();
  }, [editor, setOverlay]);

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
          label: 'Go to line…',
          group: 'Editor',
          shortcut: 'Ctrl+G',
          keywords: 'jump number',
          run: own('editor.action.gotoLine'),
        },
        {
          id: 'editor.find',
          label: 'Find in the program',
          group: 'Editor',
          shortcut: 'Mod+F',
          keywords: 'search',
          run: own('actions.find'),
        },
        {
          id: 'editor.undo',
          label: 'Undo the last change',
          group: 'Editor',
          shortcut: 'Mod+Z',
          run: () => {
            editor.focus();
            editor.trigger('palette', 'undo', undefined);
          },
        },
        {
          id: 'editor.comment',
          label: 'Comment or uncomment lines',
          group: 'Editor',
          shortcut: 'Mod+/',
          run: own('editor.action.commentLine'),
        },
        {
          id: 'editor.commands',
          label: 'All commands of the editor',
          group: 'Editor',
          shortcut: 'F1',
          run: own('editor.action.quickCommand'),
        },
      ] satisfies Action[];
    }, [editor]),
  );
}
