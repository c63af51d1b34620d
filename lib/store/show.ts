/** How results and errors look on the console. */
import type { DoneEvent, Limits, ProgramError, RichItem } from '../agentbay/contract';
import { formatBytes } from '../console/format';
import { bestForm, textOfItem } from '../console/rich-forms';
import type { Transcript } from '../console/transcript';
import { fill, type Texts } from '../messages/messages';

/** Shows a value in the best form it offers; one that offers only text becomes lines like any other. */
export function showItem(transcript: Transcript, item: RichItem): void {
  const form = bestForm(item);
  const text = textOfItem(item);
  if (form) transcript.addBlock({ kind: 'result', item, form });
  else if (text !== undefined) transcript.addText('result', text);
}

/** Shows where a program was when it was interrupted: quietly, as it did nothing wrong, if that was us. */
export function showInterrupt(transcript: Transcript, done: DoneEvent, error: ProgramError): void {
  const { reason } = done.exit;
  if (reason === 'stopped' || reason === 'timed_out') {
    // The end names the line; only the way to it through several calls is worth more.
    const calls = error.traceback.match(/^ {2}File /gm)?.length ?? 0;
    if (calls > 1) transcript.addText('note', error.traceback.trimEnd());
  } else {
    showError(transcript, error);
  }
}

/**
 * Shows what the engine has to say beyond the exception itself, such as which limit a full disk is.
 * Its sentence begins with the exception and, in brackets, the line.
 */
export function showHint(
  transcript: Transcript,
  done: DoneEvent,
  error: ProgramError | undefined,
  known: { limits: Limits | undefined; texts: Texts },
): void {
  const said = done.errorMessage;
  const head = error && headOf(error);
  if (done.exit.reason !== 'exited' || !said || !head || !said.startsWith(head)) return;
  const hint = said.slice(head.length).replace(/^(?: \(line \d+\))?[.\s]*/, '');
  if (hint) transcript.addText('note', hintInWords(error, known) ?? hint);
}

/** Undefined where the server's own words are the best there are. */
function hintInWords(
  { value }: ProgramError,
  { limits, texts }: { limits: Limits | undefined; texts: Texts },
): string | undefined {
  const { hints } = texts.messages.server;
  if (!hints || !limits) return undefined;
  if (/\bENOSPC\b|No space left on device/.test(value)) {
    const workspace = formatBytes(limits.workspaceBytes);
    return fill(hints.fullDisk, { workspace, tmp: formatBytes(limits.tmpBytes) });
  }
  if (/\bEFBIG\b|File too large/.test(value)) {
    return fill(hints.largeFile, { file: formatBytes(limits.fileBytes) });
  }
  return undefined;
}

function headOf(error: ProgramError): string {
  return error.value ? `${error.name}: ${error.value}` : error.name;
}

/** Shows an exception: its traceback, and the line that names it marked as the one to read first. */
export function showError(transcript: Transcript, error: ProgramError): void {
  const head = headOf(error);
  const traceback = error.traceback.trimEnd();
  const at = traceback.lastIndexOf(head);
  if (at < 0) {
    if (traceback) transcript.addText('error', traceback);
    transcript.addText('error-name', head);
    return;
  }
  const before = traceback.slice(0, at).replace(/\n$/, '');
  const after = traceback.slice(at + head.length).replace(/^\n/, '');
  if (before) transcript.addText('error', before);
  transcript.addText('error-name', head);
  if (after) transcript.addText('error', after);
}
