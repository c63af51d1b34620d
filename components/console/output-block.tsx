import { CircleAlert } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useLayoutEffect, useRef } from 'react';
import { ResultBoundary } from '@/components/results/result-boundary';
import { useTexts } from '@/components/ui/messages-provider';
import { adviceFor, wordsOfProblem } from '@/lib/client/problem-words';
import type { Block, ProblemBlock } from '@/lib/console/transcript';
import { fill } from '@/lib/messages/messages';

const ExplanationNote = dynamic(
  () => import('./explanation-note').then((part) => part.ExplanationNote),
  { ssr: false },
);
const ResultView = dynamic(
  () => import('@/components/results/result-view').then((part) => part.ResultView),
  { ssr: false },
);

interface OutputBlockProps {
  block: Block;
  /** Whether the search has found it. */
  match: 'found' | 'current' | undefined;
  /** The reader clicks in it or presses a key. */
  onUse: () => void;
  onMeasured: (height: number) => void;
}

/** A piece of the transcript that is not text; its height is known only once it is on the page. */
export function OutputBlock({ block, match, onUse, onMeasured }: OutputBlockProps) {
  const box = useRef<HTMLDivElement>(null);
  const report = useRef(onMeasured);

  useLayoutEffect(() => {
    report.current = onMeasured;
  });
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const observer = new ResizeObserver(() => report.current(element.offsetHeight));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  return (
    <div
      ref={box}
      className={block.kind === 'result' ? 'result' : 'py-1.5 pr-3 pl-5'}
      data-match={match}
      onPointerUpCapture={onUse}
      onKeyDownCapture={onUse}
    >
      <BlockContents block={block} />
    </div>
  );
}

function BlockContents({ block }: { block: Block }) {
  if (block.kind === 'problem') return <ProblemMessage block={block} />;
  if (block.kind === 'explanation') return <ExplanationNote block={block} />;
  return (
    <ResultBoundary block={block}>
      <ResultView block={block} />
    </ResultBoundary>
  );
}

function ProblemMessage({ block: { problem, lost } }: { block: ProblemBlock }) {
  const texts = useTexts();
  const { typeAgain, reference } = texts.messages.errors;
  const { title, detail } = wordsOfProblem(problem, texts);
  return (
    <div
      translate="yes"
      className="flex max-w-xl gap-2.5 rounded-lg border border-warning-line bg-warning-soft p-3 font-sans text-[0.8125rem] leading-5"
    >
      <CircleAlert className="mt-0.5 size-4 shrink-0 text-warning" aria-hidden="true" />
      <div className="min-w-0 space-y-1 [overflow-wrap:anywhere]">
        <p className="font-semibold">{title}</p>
        <p>{detail}</p>
        <p className="text-muted">{lost === 'input' ? typeAgain : adviceFor(problem, texts)}</p>
        {problem.requestId ? (
          <p className="font-mono text-[0.6875rem] text-muted">
            {fill(reference, { id: problem.requestId })}
          </p>
        ) : null}
      </div>
    </div>
  );
}
