import { useAllowed } from '@/components/console/use-allowed';
import { usePlayground } from '@/components/playground/store-provider';
import { Filled } from '@/components/ui/filled';
import { useTexts } from '@/components/ui/messages-provider';
import { fill } from '@/lib/messages/messages';
import { openRunMark } from '@/lib/store/selectors';
import { wordsOfMark } from './mark-words';

/** Beyond these nobody reads on. */
const MAX_PROBLEMS = 20;

interface PlainWordsProps {
  id: string;
  note: string | undefined;
  /** Why the last try to format changed nothing. */
  notFormatted: string | undefined;
  onGoTo: (line: number) => void;
}

/** What Monaco would underline, said in words below the text: errors first. */
export function PlainWords({ id, note, notFormatted, onGoTo }: PlainWordsProps) {
  const texts = useTexts();
  const allowed = useAllowed();
  const problems = usePlayground((state) => state.problems);
  const runMark = usePlayground(openRunMark);
  const ofRun = runMark
    ? [{ line: runMark.line, message: wordsOfMark(runMark, allowed, texts) }]
    : [];
  const byWeight = problems.toSorted((a, b) => weightOf(a) - weightOf(b));
  const all = [...ofRun, ...byWeight].slice(0, MAX_PROBLEMS);

  return (
    <>
      {/* There before it says something: only then is it read aloud. */}
      <p aria-live="polite" className={notFormatted ? 'plain-words' : 'sr-only'}>
        {notFormatted}
      </p>
      {all.length === 0 && !note ? null : (
        <div id={id} className="plain-words">
          {note ? <p>{note}</p> : null}
          {all.map(({ line, message }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two problems may say the same
            <p key={index}>
              <Filled
                text={texts.messages.editor.lineSays}
                values={{
                  place: (
                    <button type="button" onClick={() => onGoTo(line)}>
                      {fill(texts.messages.editor.line, { line })}
                    </button>
                  ),
                  message,
                }}
              />
            </p>
          ))}
        </div>
      )}
    </>
  );
}

const weightOf = (problem: { severity: string; isUnnecessary?: boolean }) =>
  problem.isUnnecessary ? 2 : problem.severity === 'error' ? 0 : 1;
