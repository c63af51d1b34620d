import { useState } from 'react';
import { usePlayground, usePlaygroundStore } from '@/components/playground/store-provider';
import { useLocale, useMessages } from '@/components/ui/messages-provider';
import { formatBytes } from '@/lib/console/format';
import { fill } from '@/lib/messages/messages';
import { shownPath } from '@/lib/store/shown-path';
import { sizeOfText } from '@/lib/store/source-files';

/** What can be had back. */
export function RemovedFiles() {
  const store = usePlaygroundStore();
  const locale = useLocale();
  const texts = useMessages().files;
  const removed = usePlayground((state) => state.removedFiles);
  const [refusal, setRefusal] = useState<string>();
  if (removed.length === 0) return null;
  return (
    <details className="files-part">
      <summary className="files-part-head font-medium">{texts.pane.removed}</summary>
      <ul>
        {removed.map(({ id, path, text, removedAtMs }) => (
          <li key={id} className="file-row">
            <div className="file-line">
              <span className="file-name">
                <PathWithTime path={path} time={new Date(removedAtMs).toLocaleString(locale)} />
              </span>
              <span className="file-facts">{formatBytes(sizeOfText(text))}</span>
              <button
                type="button"
                className="files-action"
                aria-label={fill(texts.pane.putBackOf, { name: shownPath(path) })}
                onClick={() => {
                  const refused = store.getState().putBack(id);
                  setRefusal(refused && texts.refusals[refused]);
                }}
              >
                {texts.pane.putBack}
              </button>
            </div>
          </li>
        ))}
      </ul>
      <p role="alert" className="file-row-error">
        {refusal}
      </p>
    </details>
  );
}

function PathWithTime({ path, time }: { path: string; time: string }) {
  return (
    <span className="min-w-0">
      <bdi className="block truncate" title={shownPath(path)}>
        {shownPath(path)}
      </bdi>
      <span className="block text-muted">{time}</span>
    </span>
  );
}
