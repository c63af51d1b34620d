import type { DoneEvent, ProgramError, SourceFile } from '../agentbay/contract';
import { RESERVED_PATHS } from '../agentbay/workspace-path';
import type { RunMark } from './editor-slice';

/**
 * The line to mark for an exception: the innermost of the program and its `files`, where the
 * traceback names one of them; undefined where it did not come from the user's code.
 */
export function markOfError(
  error: ProgramError,
  files: readonly SourceFile[],
): RunMark | undefined {
  const message = error.value ? `${error.name}: ${error.value}` : error.name;
  const place = innermostPlace(error.traceback, files);
  if (place) return { kind: 'error', message, ...place };
  if (error.line === undefined) return undefined;
  return { kind: 'error', line: error.line, column: error.column, message };
}

/** The project file in which the traceback ends; undefined where that is the program itself, or none of both. */
function innermostPlace(
  traceback: string,
  files: readonly SourceFile[],
): Pick<RunMark, 'path' | 'line' | 'column'> | undefined {
  const known = (path: string) =>
    RESERVED_PATHS.has(path) || files.some((file) => file.path === path);
  // Python names the innermost last, JavaScript first; and a path in a URL may be encoded.
  const inPython = [...traceback.matchAll(/^ *File "\/workspace\/(.+)", line (\d+)/gm)];
  const frames = inPython.length > 0 ? inPython.reverse() : traceback.matchAll(IN_JAVASCRIPT);
  for (const [, written = '', line, column] of frames) {
    const path = [written, decoded(written)].find(known);
    if (path === undefined) continue;
    if (RESERVED_PATHS.has(path)) return undefined;
    return { path, line: Number(line), column: column ? Number(column) : undefined };
  }
  return undefined;
}

const IN_JAVASCRIPT = /\/workspace\/([^:\n]+):(\d+)(?::(\d+))?/g;

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** What the end adds: a program that was cut short marks the line that was running. */
export function markOfEnd(done: DoneEvent, marked: RunMark | undefined): RunMark | undefined {
  const { reason } = done.exit;
  if (reason === 'exited' || reason === 'signalled') return undefined;
  if (marked?.path !== undefined) {
    const { path, line, column } = marked;
    return { kind: 'stopped', path, line, column, done };
  }
  const line = done.exit.line ?? marked?.line;
  return line === undefined ? undefined : { kind: 'stopped', line, done };
}
