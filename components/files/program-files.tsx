import { FileCode, FilePlus } from 'lucide-react';
import { useRef, useState } from 'react';
import { usePlayground, usePlaygroundStore } from '@/components/playground/store-provider';
import { useMessages } from '@/components/ui/messages-provider';
import type { SourceFile } from '@/lib/agentbay/contract';
import { LANGUAGE_NAMES } from '@/lib/agentbay/languages';
import { formatBytes } from '@/lib/console/format';
import { fill } from '@/lib/messages/messages';
import { currentCode } from '@/lib/store/selectors';
import { partsOfPath, shownPath } from '@/lib/store/shown-path';
import { MAX_SOURCE_BYTES, sizeOfText } from '@/lib/store/source-files';
import { FileRow } from './file-row';
import { FilesPart } from './files-part';
import { NameField } from './name-field';
import { showFile } from './show-file';
import { UseButton } from './use-button';

const NAME_ERROR_ID = 'files-name-error';

/** The program itself and its files. */
export function ProgramFiles() {
  const store = usePlaygroundStore();
  const texts = useMessages().files;
  const programName = usePlayground(({ language }) => LANGUAGE_NAMES[language].fileName);
  const program = usePlayground(currentCode);
  const files = usePlayground((state) => state.sourceFiles);
  const openPath = usePlayground((state) => state.openPath);
  const filesKept = usePlayground((state) => state.filesKept);
  const sizes = files.map(({ text }) => sizeOfText(text));
  const sum = sizes.reduce((all, size) => all + size, 0);
  const { pane } = texts;
  return (
    <FilesPart
      title={pane.program}
      facts={
        <span className="file-facts pr-2">
          {files.length > 0
            ? fill(pane.ofRoom, { size: formatBytes(sum), limit: formatBytes(MAX_SOURCE_BYTES) })
            : null}
        </span>
      }
    >
      <ul>
        <li className="file-row" data-open={openPath === undefined}>
          <div className="file-line">
            <button
              type="button"
              className="file-name"
              aria-current={openPath === undefined ? 'true' : undefined}
              onClick={() => showFile(store, undefined)}
            >
              <FileCode className="size-4 shrink-0 text-muted" aria-hidden="true" />
              {programName}
              <span className="text-muted">{pane.theProgram}</span>
            </button>
            <span className="file-facts pr-2">{formatBytes(sizeOfText(program))}</span>
          </div>
        </li>
        {files.map((file, at) => (
          <ProgramFile
            key={file.path}
            file={file}
            sizeBytes={sizes[at] ?? 0}
            isOpen={file.path === openPath}
          />
        ))}
      </ul>
      <div className="file-actions">
        <NewFile />
        {files.length > 1 ? (
          <button
            type="button"
            className="files-action"
            onClick={() => store.getState().removeFiles(files.map(({ path }) => path))}
          >
            {pane.removeAll}
          </button>
        ) : null}
      </div>
      {files.length === 0 ? <p className="files-hint">{pane.noFiles}</p> : null}
      {filesKept ? null : <p className="files-hint text-warning">{pane.notKept}</p>}
    </FilesPart>
  );
}

function NewFile() {
  const store = usePlaygroundStore();
  const texts = useMessages().files;
  const [isNaming, setNaming] = useState(false);
  const [error, setError] = useState<string>();
  const button = useRef<HTMLButtonElement>(null);
  const onName = (name: string) => {
    const refusal = store.getState().createFile(name);
    setError(refusal && texts.refusals[refusal]);
    if (!refusal) showFile(store, name);
    return !refusal;
  };
  const onClose = () => {
    setNaming(false);
    setError(undefined);
    // The button is there with the next paint.
    requestAnimationFrame(() => button.current?.focus());
  };
  return (
    <>
      {isNaming ? (
        <NameField
          label={texts.newName}
          placeholder="helper.py"
          errorId={NAME_ERROR_ID}
          onName={onName}
          onClose={onClose}
        />
      ) : (
        <button ref={button} type="button" className="files-action" onClick={() => setNaming(true)}>
          <FilePlus className="size-4" aria-hidden="true" />
          {texts.newFile}
        </button>
      )}
      <p id={NAME_ERROR_ID} role="alert" className="file-row-error">
        {error}
      </p>
    </>
  );
}

interface ProgramFileProps {
  file: SourceFile;
  sizeBytes: number;
  isOpen: boolean;
}

function ProgramFile({ file, sizeBytes, isOpen }: ProgramFileProps) {
  const store = usePlaygroundStore();
  const texts = useMessages().files;
  const { path } = file;
  const name = shownPath(path);
  const changed = usePlayground((state) => state.changedFiles.some((one) => one.path === path));
  const remove = () => store.getState().removeFiles([path]);
  const onRename = (newName: string) => {
    const refusal = store.getState().renameFile(path, newName);
    return refusal && texts.refusals[refusal];
  };
  const download = () => {
    const url = URL.createObjectURL(new Blob([file.text]));
    const link = document.createElement('a');
    link.href = url;
    link.download = partsOfPath(path).name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(url), 10_000);
  };
  return (
    <FileRow
      path={path}
      sizeBytes={sizeBytes}
      isOpen={isOpen}
      onOpen={() => showFile(store, path)}
      onRename={onRename}
      onRemove={remove}
      remark={changed ? texts.pane.changed : undefined}
    >
      {(rename) => (
        <>
          {changed ? (
            <button
              type="button"
              className="files-action"
              onClick={() =>
                void store
                  .getState()
                  .fileWork()
                  .then((work) => work.takeVersion(path))
              }
            >
              {texts.changed.take}
            </button>
          ) : null}
          <UseButton path={path} />
          <button
            type="button"
            className="files-action"
            aria-label={fill(texts.pane.renameOf, { name })}
            onClick={rename}
          >
            {texts.pane.rename}
          </button>
          <button
            type="button"
            className="files-action"
            aria-label={fill(texts.pane.downloadOf, { name })}
            onClick={download}
          >
            {texts.pane.download}
          </button>
          <button
            type="button"
            className="files-action"
            aria-label={fill(texts.pane.removeOf, { name })}
            onClick={remove}
          >
            {texts.pane.remove}
          </button>
        </>
      )}
    </FileRow>
  );
}
