'use client';

import { usePlayground, usePlaygroundStore } from '@/components/playground/store-provider';
import { Filled } from '@/components/ui/filled';
import { useMessages } from '@/components/ui/messages-provider';
import { shownPath } from '@/lib/store/shown-path';

/** Over a file that the program has changed in the session: the next run would put its text back. */
export function ChangedBar() {
  const store = usePlaygroundStore();
  const texts = useMessages().files.changed;
  const path = usePlayground(
    ({ changedFiles, openPath }) => changedFiles.find((file) => file.path === openPath)?.path,
  );
  if (path === undefined) return null;
  const take = async () => (await store.getState().fileWork()).takeVersion(path);
  return (
    <div className="changed-bar" role="status">
      <p className="min-w-0 wrap-anywhere">
        <Filled text={texts.told} values={{ name: <bdi>{shownPath(path)}</bdi> }} />
      </p>
      <span className="flex flex-wrap gap-1">
        <button type="button" className="toast-action" onClick={() => void take()}>
          {texts.take}
        </button>
        <button
          type="button"
          className="toast-action"
          onClick={() => store.getState().forgetChange(path)}
        >
          {texts.keepOwn}
        </button>
      </span>
    </div>
  );
}
