import { partsOfPath, shownPath } from '@/lib/store/shown-path';

/** A file's path; where there is little room its folders give way before its name does. */
export function PathLabel({ path }: { path: string }) {
  const { folder, name } = partsOfPath(path);
  return (
    <bdi className="path-label" title={shownPath(path)}>
      {folder ? <span className="path-folder">{shownPath(folder)}</span> : null}
      <span className="path-name">{shownPath(name)}</span>
    </bdi>
  );
}
