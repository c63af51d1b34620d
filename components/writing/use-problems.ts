import { useEffect, useState } from 'react';
import { useMessages } from '@/components/ui/messages-provider';
import { type DemoProblem, lintDemo } from '@/lib/demos/lint';
import type { Messages } from '@/lib/messages/messages';
import type { EditorProblem } from '@/lib/store/check-slice';
import type { PlaygroundStore } from '@/lib/store/playground-store';
import { openText } from '@/lib/store/selectors';
import { wordsOfDemoProblem } from './problem-words';
import { delayAfter } from './use-later';

/** What is wrong in the document, a moment after each change; it is underlined in the source too. */
export function useProblems(source: PlaygroundStore): readonly DemoProblem[] {
  const messages = useMessages();
  const [problems, setProblems] = useState<readonly DemoProblem[]>([]);
  useEffect(() => {
    let costMs = 0;
    const look = () => {
      const startMs = performance.now();
      const markdown = openText(source.getState());
      const found = lintDemo(markdown);
      setProblems(found);
      const lines = markdown.split('\n');
      source.setState({ problems: found.map((one) => underlined(one, lines, messages)) });
      costMs = performance.now() - startMs;
    };
    look();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const unsubscribe = source.subscribe((state, old) => {
      if (state.sourceFiles === old.sourceFiles) return;
      clearTimeout(timer);
      timer = setTimeout(look, delayAfter(costMs));
    });
    return () => {
      clearTimeout(timer);
      unsubscribe();
    };
  }, [source, messages]);
  return problems;
}

function underlined(
  problem: DemoProblem,
  lines: readonly string[],
  messages: Messages,
): EditorProblem {
  const { line, endLine, severity } = problem;
  const text = lines[line - 1] ?? '';
  return {
    line,
    column: text.length - text.trimStart().length + 1,
    endLine: line,
    // The first line of what takes several says it.
    endColumn: endLine > line ? text.length + 1 : text.trimEnd().length + 1,
    severity,
    message: wordsOfDemoProblem(problem, messages),
  };
}
