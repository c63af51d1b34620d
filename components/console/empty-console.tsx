'use client';

import { usePlayground } from '@/components/playground/store-provider';
import { Filled } from '@/components/ui/filled';
import { Kbd } from '@/components/ui/kbd';
import { useMessages } from '@/components/ui/messages-provider';
import { useCommandKey } from '@/components/ui/platform';
import { fill } from '@/lib/messages/messages';

/** What stands where output will be: what to do first, or that a program printed nothing. */
export function EmptyConsole() {
  const { console: texts, toolbar } = useMessages();
  const words = texts.empty;
  const phase = usePlayground((state) => state.phase);
  const isEmpty = usePlayground((state) => state.outputVersion >= 0 && state.transcript.isEmpty);
  const wasDone = usePlayground((state) => state.run?.end?.kind === 'done');
  const isLive = usePlayground((state) => state.server?.capabilities.liveOutput ?? true);
  const commandKey = useCommandKey();

  if (!isEmpty) return null;
  if (phase === 'finished' && wasDone) {
    return <p className="px-5 font-sans text-muted">{words.printedNothing}</p>;
  }
  if (phase !== 'idle') return null;
  return (
    <div className="space-y-3 px-5 pt-1 font-sans text-muted">
      <p>
        <Filled
          text={isLive ? words.pressRun : words.pressRunAtEnd}
          values={{
            run: <strong className="font-semibold text-text">{toolbar.run}</strong>,
          }}
        />
      </p>
      <p className="hidden items-center gap-x-1.5 pointer-fine:flex">
        <Kbd name={`${commandKey} ↵`} /> {words.runs}
        <span className="sr-only">{fill(words.runsSpoken, { key: commandKey })}</span>
        <span className="w-2" />
        <Kbd name="Esc" /> {words.stops}
        <span className="sr-only">{words.stopsSpoken}</span>
      </p>
      <p>
        <Filled
          text={words.learn}
          values={{
            lessons: (
              <a href="/learn" className="rounded-xs text-accent underline underline-offset-2">
                {words.lessons}
              </a>
            ),
          }}
        />
      </p>
    </div>
  );
}
