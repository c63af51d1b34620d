import type { DoneEvent, ErrorEvent } from '../agentbay/contract';
import type { RunMark } from './editor-slice';

/** The line to mark for an exception; undefined where it did not come from the user's code. */
export function markOfError(error: ErrorEvent): RunMark | undefined {
  if (error.line === undefined) return undefined;
  const message = error.value ? `${error.name}: ${error.value}` : error.name;
  return { kind: 'error', line: error.line, column: error.column, message };
}

/** What the end adds: a program that was cut short marks the line that was running. */
export function markOfEnd(done: DoneEvent, marked: RunMark | undefined): RunMark | undefined {
  const { reason } = done.exit;
  if (reason === 'exited' || reason === 'signalled') return undefined;
  const message = done.errorMessage ?? 'The program was stopped here.';
  const said = done.errorMessage?.match(/\bline (\d+)/)?.[1];
  const line = said === undefined ? marked?.line : Number(said);
  return line === undefined ? undefined : { kind: 'stopped', line, message };
}
