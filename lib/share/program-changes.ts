/** What is different between two forms of a program, in numbers. */
import type { SharedProgram } from './program';

export interface LineCount {
  added: number;
  removed: number;
}

export interface FileChange extends LineCount {
  /** Undefined: the program itself. */
  path: string | undefined;
  kind: 'added' | 'removed' | 'changed';
}

export interface ProgramChanges {
  files: FileChange[];
  /** The prepared input is another one. */
  input: boolean;
  /** The new one, where it is another. */
  timeoutS: number | undefined;
}

export function changesOf(before: SharedProgram, after: SharedProgram): ProgramChanges {
  const files: FileChange[] = [];
  if (before.code !== after.code)
    files.push({ path: undefined, kind: 'changed', ...countLines(before.code, after.code) });
  for (const { path, text } of after.files) {
    const old = before.files.find((file) => file.path === path);
    if (!old) files.push({ path, kind: 'added', ...countLines('', text) });
    else if (old.text !== text)
      files.push({ path, kind: 'changed', ...countLines(old.text, text) });
  }
  for (const { path, text } of before.files) {
    if (!after.files.some((file) => file.path === path))
      files.push({ path, kind: 'removed', ...countLines(text, '') });
  }
  return {
    files,
    input: before.stdin !== after.stdin,
    timeoutS: before.timeoutS === after.timeoutS ? undefined : after.timeoutS,
  };
}

export function isUnchanged({ files, input, timeoutS }: ProgramChanges): boolean {
  return files.length === 0 && !input && timeoutS === undefined;
}

/** Lines that are only in one of them; one that has only moved is in both. */
function countLines(before: string, after: string): LineCount {
  const counts = new Map<string, number>();
  for (const line of linesOf(before)) counts.set(line, (counts.get(line) ?? 0) - 1);
  for (const line of linesOf(after)) counts.set(line, (counts.get(line) ?? 0) + 1);
  let [added, removed] = [0, 0];
  for (const count of counts.values()) {
    if (count > 0) added += count;
    else removed -= count;
  }
  return { added, removed };
}

const linesOf = (text: string) => (text === '' ? [] : text.replace(/\n$/, '').split('\n'));
