import type { WorkspaceFile } from '../agentbay/contract';
import type { PlaygroundState } from './slice';

type FilesState = Pick<PlaygroundState, 'workspace' | 'sourceFiles' | 'sentFiles' | 'changedFiles'>;

/**
 * What lies in the session beside the program's own files. Those that went with the last run and are no
 * longer the program's go with the next one, unless the program has changed them.
 */
export function sessionFiles({
  workspace,
  sourceFiles,
  sentFiles,
  changedFiles,
}: FilesState): WorkspaceFile[] {
  const hasPath = (files: readonly { path: string }[], path: string) =>
    files.some((file) => file.path === path);
  return (workspace?.files ?? []).filter(
    ({ path }) =>
      !hasPath(sourceFiles, path) && (!hasPath(sentFiles, path) || hasPath(changedFiles, path)),
  );
}
