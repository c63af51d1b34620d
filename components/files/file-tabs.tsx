'use client';

import { Plus } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { focusPane } from '@/components/actions/focus-pane';
import { usePlayground, usePlaygroundStore } from '@/components/playground/store-provider';
import { IconButton } from '@/components/ui/icon-button';
import { useMessages } from '@/components/ui/messages-provider';
import { LANGUAGE_NAMES } from '@/lib/agentbay/languages';
import { fill } from '@/lib/messages/messages';
import { shownPath } from '@/lib/store/shown-path';
import { NameField } from './name-field';
import { PathLabel } from './path-label';

/** The panel that the tabs belong to. */
export const DOCUMENT_ID = 'document';
const ERROR_ID = 'tab-name-error';
export const documentTabId = (index: number) => `file-tab-${index}`;

/** The program itself and its files, and the way to one more. */
export function FileTabs() {
  const texts = useMessages().files;
  const files = usePlayground((state) => state.sourceFiles);
  const openPath = usePlayground((state) => state.openPath);
  const naming = usePlayground((state) => state.naming);
  const nameFile = usePlayground((state) => state.nameFile);
  const [error, setError] = useState<string>();
  const list = useRef<HTMLDivElement>(null);
  const onKeyDown = useTabKeys();
  const openIndex = files.findIndex(({ path }) => path === openPath) + 1;

  // biome-ignore lint/correctness/useExhaustiveDependencies: a tab that is new or open comes into view
  useEffect(() => {
    const tab = list.current?.querySelector('[aria-selected="true"]');
    tab?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [openIndex, files.length]);

  return (
    <div className="file-strip-place">
      <div className="file-strip">
        <div
          ref={list}
          role="tablist"
          aria-label={texts.tabs}
          className="file-tabs"
          onKeyDown={onKeyDown}
        >
          <FileTab index={0} path={undefined} open={openIndex === 0} />
          {files.map(({ path }, at) => (
            <FileTab key={path} index={at + 1} path={path} open={at + 1 === openIndex} />
          ))}
        </div>
        {naming ? <TabName key={naming.path} path={naming.path} onError={setError} /> : null}
        <IconButton label={texts.newFile} className="new-file" onClick={() => nameFile(undefined)}>
          <Plus className="size-4" aria-hidden="true" />
        </IconButton>
      </div>
      <p id={ERROR_ID} role="alert" className="file-name-error">
        {naming ? error : undefined}
      </p>
    </div>
  );
}

interface FileTabProps {
  index: number;
  /** Undefined: the program itself. */
  path: string | undefined;
  open: boolean;
}

function FileTab({ index, path, open }: FileTabProps) {
  const store = usePlaygroundStore();
  const texts = useMessages().files;
  const programName = usePlayground(({ language }) => LANGUAGE_NAMES[language].fileName);
  const isNamed = usePlayground(({ naming }) => path !== undefined && naming?.path === path);
  const isChanged = usePlayground(({ changedFiles }) =>
    changedFiles.some((file) => file.path === path),
  );
  const mark = usePlayground(({ runMark }) =>
    runMark && runMark.path === path ? runMark : undefined,
  );
  return (
    <button
      id={documentTabId(index)}
      type="button"
      role="tab"
      aria-selected={open}
      aria-controls={DOCUMENT_ID}
      aria-label={[
        shownPath(path ?? programName),
        mark ? fill(texts.tabLineMarked, { line: mark.line }) : '',
        isChanged ? texts.tabChanged : '',
      ].join('')}
      aria-keyshortcuts={path === undefined ? undefined : 'F2 Delete'}
      tabIndex={open ? 0 : -1}
      hidden={isNamed}
      className="file-tab"
      style={{ order: index * 2 }}
      onClick={({ detail }) => {
        store.getState().openFile(path);
        // Who points at a file wants to write in it; a phone would bring its keyboard up for that.
        if (detail === 1 && window.matchMedia('(pointer: fine)').matches) focusPane('editor');
      }}
      onDoubleClick={() => path !== undefined && store.getState().nameFile(path)}
    >
      <PathLabel path={path ?? programName} />
      {mark ? <span className="tab-dot" data-kind={mark.kind} /> : null}
      {isChanged ? <span className="tab-dot" data-kind="changed" /> : null}
    </button>
  );
}

/** Arrows, Home and End go from tab to tab, F2 renames, Delete removes (ARIA's tabs). */
function useTabKeys() {
  const store = usePlaygroundStore();
  return (event: KeyboardEvent) => {
    const { sourceFiles, openPath, openFile, nameFile, removeFiles } = store.getState();
    const paths = [undefined, ...sourceFiles.map(({ path }) => path)];
    const at = paths.indexOf(openPath);
    const targets: Record<string, number> = {
      ArrowLeft: (at - 1 + paths.length) % paths.length,
      ArrowRight: (at + 1) % paths.length,
      Home: 0,
      End: paths.length - 1,
    };
    const target = targets[event.key];
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    if (target !== undefined) openFile(paths[target]);
    else if (event.key === 'F2' && openPath !== undefined) nameFile(openPath);
    else if (event.key === 'Delete' && openPath !== undefined) removeFiles([openPath]);
    else return;
    event.preventDefault();
    // What has been removed has turned to the program itself.
    if (event.key !== 'F2') document.getElementById(documentTabId(target ?? 0))?.focus();
  };
}

interface TabNameProps {
  path: string | undefined;
  onError: (error: string | undefined) => void;
}

/** The name that a new file, or the one of that path, is to have. */
function TabName({ path, onError }: TabNameProps) {
  const store = usePlaygroundStore();
  const texts = useMessages().files;
  const index = store.getState().sourceFiles.findIndex((file) => file.path === path);

  const close = (byKey: boolean) => {
    store.getState().nameFile(null);
    onError(undefined);
    if (byKey) focusPane('editor');
  };
  const onName = (name: string) => {
    const { createFile, renameFile } = store.getState();
    const refusal = path === undefined ? createFile(name) : renameFile(path, name);
    onError(refusal && texts.refusals[refusal]);
    return !refusal;
  };
  return (
    <span className="tab-name" style={{ order: index < 0 ? undefined : index * 2 + 3 }}>
      <NameField
        label={path === undefined ? texts.newName : fill(texts.renameOf, { name: shownPath(path) })}
        path={path}
        placeholder="helper.py"
        errorId={ERROR_ID}
        onName={onName}
        onClose={close}
      />
    </span>
  );
}
