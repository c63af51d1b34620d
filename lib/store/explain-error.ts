import type { ProgramError } from '../agentbay/contract';
import { LANGUAGE_NAMES, type Language } from '../agentbay/languages';
import type { Transcript } from '../console/transcript';

/** What was run when an error came. */
export interface FailedProgram {
  language: Language;
  /** The file that the error's line points into. */
  code: string;
  /** Where that file is in the workspace; undefined for what was entered at the prompt. */
  path: string | undefined;
}

/**
 * Puts what an error means below the lines that were shown for it, where that can be said. What it needs is loaded
 * first, so `isCurrent` says whether the run is still the one on the console. Settles when that is done.
 */
export async function explainBelow(
  transcript: Transcript,
  error: ProgramError,
  { language, code, path }: FailedProgram,
  isCurrent: () => boolean,
): Promise<void> {
  const shown = transcript.items.at(-2);
  try {
    const { explainError } = await import('../console/explain/explain');
    const explanation = explainError(error, code, language);
    if (!shown || !explanation || !isCurrent()) return;
    const { line, column } = error;
    const place =
      path === undefined || line === undefined
        ? undefined
        : { path, line, ...(column === undefined ? {} : { column }) };
    transcript.addBlockAfter(shown, { kind: 'explanation', explanation, place });
  } catch {
    // Without a connection the traceback has to do.
  }
}

/** The program itself, or the file of it in which the error is. */
export function failedProgram(
  run: { language: Language; code: string; isCell: boolean },
  file: { path: string; text: string } | undefined,
): FailedProgram {
  const { language, code, isCell } = run;
  if (file) return { language, code: file.text, path: file.path };
  return { language, code, path: isCell ? undefined : LANGUAGE_NAMES[language].fileName };
}
