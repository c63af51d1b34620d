import { useTexts } from '@/components/ui/messages-provider';
import { LANGUAGE_NAMES } from '@/lib/agentbay/languages';
import { statusOfEnd } from '@/lib/console/status';
import { fill, fillPlural } from '@/lib/messages/messages';
import type { SharedProgram } from '@/lib/share/program';
import type { FreshRun } from '@/lib/store/run-slice';
import { shownPath } from '@/lib/store/shown-path';

interface ShareContentsProps {
  program: SharedProgram;
  withOutput: boolean;
  /** The run whose output goes with it, if one there was fits; else the server makes one. */
  run: FreshRun | undefined;
}

/** A list of what the link will show to whoever has it. */
export function ShareContents({ program, withOutput, run }: ShareContentsProps) {
  const texts = useTexts();
  const { locale, messages } = texts;
  const words = messages.share.dialog.contents;
  const { language, code, files, stdin } = program;
  const linesOf = (text: string) =>
    fillPlural(locale, words.lines, text.replace(/\n$/, '').split('\n').length);
  return (
    <div className="share-contents">
      <p className="share-label">{words.label}</p>
      <ul>
        <li>
          {fill(words.program, { name: LANGUAGE_NAMES[language].fileName, lines: linesOf(code) })}
        </li>
        {files.length === 0 ? null : (
          <li className="wrap-anywhere">
            {fillPlural(locale, words.files, files.length, {
              names: files.map(({ path }) => shownPath(path)).join(', '),
            })}
          </li>
        )}
        {stdin === undefined ? null : <li>{fill(words.input, { lines: linesOf(stdin) })}</li>}
        <li>{outputSaid()}</li>
      </ul>
    </div>
  );

  function outputSaid(): string {
    if (!withOutput) return words.noOutput;
    if (!run) return words.outputOfNewRun;
    const { headline, facts } = statusOfEnd(
      run.done,
      { timeoutS: run.timeoutS, limits: undefined },
      texts,
    );
    return fill(words.output, { end: [headline, ...facts.slice(0, -2)].join(' · ') });
  }
}
