import { usePlayground, usePlaygroundStore } from '@/components/playground/store-provider';
import { Filled } from '@/components/ui/filled';
import { useLocale, useMessages, useTexts } from '@/components/ui/messages-provider';
import { wordsOfProblem } from '@/lib/client/problem-words';
import { formatBytes } from '@/lib/console/format';
import { fill, fillPlural, type Texts } from '@/lib/messages/messages';
import { codeForFile } from '@/lib/store/code-for-file';
import type { FilesNotice } from '@/lib/store/files-slice';
import { currentCode } from '@/lib/store/selectors';
import { shownPath } from '@/lib/store/shown-path';
import type { FileNote } from '@/lib/store/workspace-slice';

export function Notes({ notes }: { notes: readonly FileNote[] }) {
  const texts = useTexts();
  return (
    <ul className="file-notes">
      {notes.map(({ id, path, about }) => (
        <li key={id}>
          <b className="font-medium">
            <bdi>{shownPath(path)}</bdi>
          </b>{' '}
          {wordsOfNote(about, texts)}
        </li>
      ))}
    </ul>
  );
}

function wordsOfNote(about: FileNote['about'], texts: Texts): string {
  const { refusals, notes } = texts.messages.files;
  if (typeof about === 'string') return { ...refusals, ...notes }[about];
  const { problem } = about;
  if (problem.code === 'too_large') return notes.sessionFull;
  if (problem.code === 'file_failed' || problem.code === 'busy') return notes.sessionBusy;
  if (problem.code === 'exists') return notes.existsInSession;
  if (problem.code === 'not_found') return notes.gone;
  const { title, detail } = wordsOfProblem(problem, texts);
  return `${title}. ${detail}`;
}

export function Notice({ notice }: { notice: FilesNotice }) {
  switch (notice.kind) {
    case 'added':
      return <Added paths={notice.paths} />;
    case 'removed_in_session':
      return <RemovedInSession path={notice.path} isLost={!notice.content} />;
    default:
      return <Changed kind={notice.kind} paths={notice.files.map(({ file }) => file.path)} />;
  }
}

/** A name stands alone, or it is said how many. */
function Words({ one, many, paths }: { one: string; many: { other: string }; paths: string[] }) {
  const locale = useLocale();
  const [path = '', ...others] = paths;
  return (
    <span className="min-w-0 wrap-anywhere">
      {others.length > 0 ? (
        fillPlural(locale, many, paths.length)
      ) : (
        <Filled text={one} values={{ name: <bdi>{shownPath(path)}</bdi> }} />
      )}
    </span>
  );
}

function Changed({ kind, paths }: { kind: 'removed' | 'replaced'; paths: string[] }) {
  const texts = useMessages().files;
  const undo = usePlayground((state) => state.undoFilesNotice);
  const isRemoved = kind === 'removed';
  return (
    <>
      <Words
        one={isRemoved ? texts.removed : texts.replaced}
        many={isRemoved ? texts.removedMany : texts.replacedMany}
        paths={paths}
      />
      <button type="button" className="toast-action" onClick={undo}>
        {texts.undo}
      </button>
    </>
  );
}

function RemovedInSession({ path, isLost }: { path: string; isLost: boolean }) {
  const store = usePlaygroundStore();
  const texts = useMessages().files;
  const undo = async () => (await store.getState().fileWork()).undoRemoval();
  return (
    <>
      <Words
        one={isLost ? texts.removedForGood : texts.removed}
        many={texts.removedMany}
        paths={[path]}
      />
      {isLost ? null : (
        <button type="button" className="toast-action" onClick={() => void undo()}>
          {texts.undo}
        </button>
      )}
    </>
  );
}

/** Files that have just come: how the program takes up the one, where it is one. */
function Added({ paths }: { paths: string[] }) {
  const store = usePlaygroundStore();
  const texts = useMessages().files;
  const language = usePlayground((state) => state.language);
  const program = usePlayground(currentCode);
  const [path = '', ...others] = paths;
  const code = others.length === 0 ? codeForFile(path, language, program) : undefined;
  const insert = (lines: string[]) => {
    store.getState().forgetFilesNotice();
    store.getState().insertInProgram(lines);
  };
  return (
    <>
      <span className="min-w-0">
        <Words one={texts.added} many={texts.addedMany} paths={paths} />{' '}
        {code ? (
          <Filled
            text={texts.useIt}
            values={{ code: <code className="hint-code">{shownPath(code.shown)}</code> }}
          />
        ) : null}
      </span>
      {code ? (
        <button type="button" className="toast-action" onClick={() => insert(code.lines)}>
          {texts.insert}
        </button>
      ) : null}
    </>
  );
}

export function Uploads() {
  const texts = useMessages().files;
  const uploads = usePlayground((state) => state.uploads);
  return (
    <div className="toast-place">
      <ul className="toast file-uploads">
        {uploads.map(({ path, sizeBytes, sentBytes }) => (
          <li key={path}>
            <span className="flex justify-between gap-4">
              <bdi className="truncate">{shownPath(path)}</bdi>
              <span className="shrink-0 text-muted tabular-nums">
                {formatBytes(sentBytes)} / {formatBytes(sizeBytes)}
              </span>
            </span>
            <progress
              aria-label={fill(texts.uploading, { name: shownPath(path) })}
              value={sentBytes}
              max={Math.max(sizeBytes, 1)}
            />
          </li>
        ))}
      </ul>
    </div>
  );
}
