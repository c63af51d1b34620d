'use client';

import { useEffect, useMemo } from 'react';
import { useActions } from '@/components/actions/actions-provider';
import { usePlayground, usePlaygroundStore } from '@/components/playground/store-provider';
import { useMessages } from '@/components/ui/messages-provider';
import type { Action } from '@/lib/actions/registry';
import { fill } from '@/lib/messages/messages';
import { shownPath } from '@/lib/store/shown-path';
import { chooseFiles } from './choose-files';

/** What the page offers in the palette about files, and the keys that go from one to the next. */
export function FilesActions() {
  useTabShortcuts();
  useToggleShortcut();
  useActions(useProgramFileActions());
  return null;
}

function useProgramFileActions(): Action[] {
  const store = usePlaygroundStore();
  const texts = useMessages().files;
  const openPath = usePlayground((state) => state.openPath);
  // Not the files: they change with every letter that is typed.
  const names = usePlayground((state) => namesOf(state.sourceFiles));

  return useMemo(() => {
    const paths: string[] = JSON.parse(names);
    const name = openPath === undefined ? '' : shownPath(openPath);
    const aboutOpen: Action[] =
      openPath === undefined
        ? []
        : [
            {
              id: 'files.rename',
              label: fill(texts.actions.rename, { name }),
              group: 'Files',
              run: () => store.getState().nameFile(openPath),
            },
            {
              id: 'files.remove',
              label: fill(texts.actions.remove, { name }),
              group: 'Files',
              keywords: texts.actions.removeWords,
              run: () => store.getState().removeFiles([openPath]),
            },
          ];
    return [
      {
        id: 'files.toggle',
        label: texts.actions.toggle,
        group: 'Files',
        shortcut: 'Mod+B',
        keywords: texts.actions.toggleWords,
        run: () => store.getState().toggleFiles(),
      },
      {
        id: 'files.upload',
        label: texts.actions.upload,
        group: 'Files',
        keywords: texts.actions.uploadWords,
        run: () => chooseFiles(store),
      },
      {
        id: 'files.new',
        label: texts.actions.newFile,
        group: 'Files',
        keywords: texts.actions.newFileWords,
        run: () => store.getState().nameFile(undefined),
      },
      ...aboutOpen,
      {
        id: 'files.next',
        label: texts.actions.next,
        group: 'Files',
        shortcut: 'Ctrl+PageDown',
        enabled: paths.length > 0,
        run: () => goTo(store, 1),
      },
      {
        id: 'files.previous',
        label: texts.actions.previous,
        group: 'Files',
        shortcut: 'Ctrl+PageUp',
        enabled: paths.length > 0,
        run: () => goTo(store, -1),
      },
      ...paths.map(
        (path): Action => ({
          id: `files.open.${path}`,
          label: fill(texts.actions.open, { name: shownPath(path) }),
          group: 'Files',
          keywords: texts.actions.openWords,
          enabled: path !== openPath,
          run: () => store.getState().openFile(path),
        }),
      ),
      {
        id: 'files.removeAll',
        label: texts.actions.removeAll,
        group: 'Files',
        keywords: texts.actions.removeWords,
        enabled: paths.length > 0,
        run: () => store.getState().removeFiles(paths),
      },
    ];
  }, [store, texts, openPath, names]);
}

const namesOf = (files: readonly { path: string }[]) =>
  JSON.stringify(files.map(({ path }) => path));

/** Ctrl+B, as in other editors. */
function useToggleShortcut() {
  const store = usePlaygroundStore();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const { key, ctrlKey, metaKey, altKey, shiftKey } = event;
      if (key.toLowerCase() !== 'b' || !(ctrlKey || metaKey) || altKey || shiftKey) return;
      if (event.defaultPrevented) return;
      event.preventDefault();
      store.getState().toggleFiles();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [store]);
}

/** Ctrl+Page Down and Ctrl+Page Up in the editor, where the browser does not keep them for its own tabs. */
function useTabShortcuts() {
  const store = usePlaygroundStore();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const steps: Record<string, number> = { PageDown: 1, PageUp: -1 };
      const step = steps[event.key];
      if (step === undefined || !event.ctrlKey || event.shiftKey || event.altKey || event.metaKey)
        return;
      const target = event.target instanceof Element ? event.target : document.body;
      if (!target.closest('#editor') || store.getState().sourceFiles.length === 0) return;
      event.preventDefault();
      // Before Monaco scrolls by them.
      event.stopPropagation();
      goTo(store, step);
    };
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true });
  }, [store]);
}

function goTo(store: ReturnType<typeof usePlaygroundStore>, step: number): void {
  const { sourceFiles, openPath, openFile } = store.getState();
  const paths = [undefined, ...sourceFiles.map(({ path }) => path)];
  openFile(paths[(paths.indexOf(openPath) + step + paths.length) % paths.length]);
}
