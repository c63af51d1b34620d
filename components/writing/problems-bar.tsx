import { CircleAlert, CircleCheck, TriangleAlert } from 'lucide-react';
import { Filled } from '@/components/ui/filled';
import { useTexts } from '@/components/ui/messages-provider';
import { fill, fillPlural } from '@/lib/messages/messages';
import { wordsOfDemoProblem } from './problem-words';
import { DEMO_PATH } from './source-store';
import { useWriting, useWritingPage } from './writing-context';

/** Below the source: what is wrong in it, line by line, and whether it is kept. */
export function ProblemsBar() {
  const { locale, messages } = useTexts();
  const words = messages.writing.problems;
  const { problems, source } = useWritingPage();
  const hasError = problems.some(({ severity }) => severity === 'error');
  const Icon = problems.length === 0 ? CircleCheck : hasError ? CircleAlert : TriangleAlert;
  const goTo = (line: number) => source.getState().revealInEditor({ path: DEMO_PATH, line });
  const count =
    problems.length === 0 ? words.none : fillPlural(locale, words.count, problems.length);
  const head = (
    <span
      className="writing-count"
      data-severity={problems.length === 0 ? 'none' : hasError ? 'error' : 'warning'}
    >
      <Icon className="size-4 shrink-0" aria-hidden="true" />
      {count}
    </span>
  );
  return (
    <div className="writing-foot">
      {problems.length === 0 ? (
        <p className="writing-foot-head">{head}</p>
      ) : (
        <details className="writing-problems">
          <summary className="writing-foot-head">{head}</summary>
          <ul aria-label={words.label}>
            {problems.map((problem, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two problems may say the same
              <li key={index} data-severity={problem.severity}>
                <Filled
                  text={words.says}
                  values={{
                    place: (
                      <button type="button" onClick={() => goTo(problem.line)}>
                        {fill(words.line, { line: problem.line })}
                      </button>
                    ),
                    text: wordsOfDemoProblem(problem, messages),
                  }}
                />
              </li>
            ))}
          </ul>
        </details>
      )}
      <KeptStatus />
    </div>
  );
}

function KeptStatus() {
  const words = useTexts().messages.writing.kept;
  const kept = useWriting((state) => state.kept);
  return (
    <p role="status" className="writing-kept" data-kept={kept}>
      {kept === 'clean' ? '' : words[kept]}
    </p>
  );
}
