import { RotateCw } from 'lucide-react';
import { useMemo } from 'react';
import { usePlayground, usePlaygroundStore } from '@/components/playground/store-provider';
import { IconButton } from '@/components/ui/icon-button';
import { useLocale, useMessages } from '@/components/ui/messages-provider';
import type { WorkspaceFile } from '@/lib/agentbay/contract';
import { fileUrl } from '@/lib/client/api';
import { fill, fillPlural } from '@/lib/messages/messages';
import { sessionFiles } from '@/lib/store/session-files';
import { partsOfPath, shownPath } from '@/lib/store/shown-path';
import { MAX_SOURCE_BYTES } from '@/lib/store/source-files';
import { FileRow } from './file-row';
import { FilesPart } from './files-part';
import { UseButton } from './use-button';

/** What programs wrote, and uploads that are not the program's own. */
export function SessionFiles() {
  const locale = useLocale();
  const texts = useMessages().files.pane;
  const workspace = usePlayground((state) => state.workspace);
  const sourceFiles = usePlayground((state) => state.sourceFiles);
  const sentFiles = usePlayground((state) => state.sentFiles);
  const changedFiles = usePlayground((state) => state.changedFiles);
  const idleTimeoutS = usePlayground((state) => state.session?.idleTimeoutS);
  const refresh = usePlayground((state) => state.refreshWorkspace);
  const files = useMemo(
    () => sessionFiles({ workspace, sourceFiles, sentFiles, changedFiles }),
    [workspace, sourceFiles, sentFiles, changedFiles],
  );
  return (
    <FilesPart
      title={texts.session}
      facts={
        <IconButton label={texts.refresh} onClick={() => void refresh()}>
          <RotateCw className="size-3.5" aria-hidden="true" />
        </IconButton>
      }
    >
      {idleTimeoutS === undefined ? null : (
        <p className="files-hint">
          {fillPlural(locale, texts.sessionHint, Math.max(1, Math.round(idleTimeoutS / 60)))}
        </p>
      )}
      {files.length > 0 ? (
        <ul>
          {files.map((file) => (
            <SessionFile key={file.path} file={file} />
          ))}
        </ul>
      ) : (
        <p className="files-hint">{texts.sessionEmpty}</p>
      )}
      {workspace?.truncated ? <p className="files-hint">{texts.truncated}</p> : null}
    </FilesPart>
  );
}

function SessionFile({ file }: { file: WorkspaceFile }) {
  const store = usePlaygroundStore();
  const texts = useMessages().files.pane;
  const { path, sizeBytes } = file;
  const name = shownPath(path);
  const work = () => store.getState().fileWork();
  const onRename = async (newName: string) => {
    await (await work()).renameInSession(path, newName);
    return undefined;
  };
  const remove = () => void work().then((done) => done.removeFromSession(path));
  return (
    <FileRow path={path} sizeBytes={sizeBytes} onRename={onRename} onRemove={remove}>
      {(rename) => (
        <>
          <UseButton path={path} />
          {sizeBytes <= MAX_SOURCE_BYTES ? (
            <button
              type="button"
              className="files-action"
              aria-label={fill(texts.keepOf, { name })}
              title={fill(texts.keepOf, { name })}
              onClick={() => void work().then((done) => done.keep(path))}
            >
              {texts.keep}
            </button>
          ) : null}
          <button
            type="button"
            className="files-action"
            aria-label={fill(texts.renameOf, { name })}
            onClick={rename}
          >
            {texts.rename}
          </button>
          <a
            className="files-action"
            aria-label={fill(texts.downloadOf, { name })}
            href={fileUrl(path)}
            download={partsOfPath(path).name}
          >
            {texts.download}
          </a>
          <button
            type="button"
            className="files-action"
            aria-label={fill(texts.removeOf, { name })}
            onClick={remove}
          >
            {texts.remove}
          </button>
        </>
      )}
    </FileRow>
  );
}
