'use client';

import clsx from 'clsx';
import { Fragment } from 'react';
import { useMessages } from '@/components/ui/messages-provider';
import type { StatusTone } from '@/lib/console/status';
import { useRunStatus } from './use-run-status';

const DOTS: Record<StatusTone, string> = {
  quiet: 'bg-line-strong',
  active: 'bg-accent animate-pulse',
  waiting: 'bg-warning-line',
  success: 'bg-success',
  failure: 'bg-danger-line',
};

/** One line on what the program does, or how it ended. The spoken form of it is in `Announcer`. */
export function ConsoleStatus() {
  const { label } = useMessages().console.status;
  const { tone, headline, facts, counter, used } = useRunStatus();
  return (
    <div
      role="status"
      aria-label={label}
      aria-live="off"
      className="flex min-h-8 min-w-0 flex-1 max-[23rem]:basis-full items-start gap-2 px-3 py-1.5 pointer-coarse:max-sm:py-2.5"
    >
      {used === undefined ? null : (
        <span
          aria-hidden="true"
          className="status-progress"
          style={{ transform: `scaleX(${used})` }}
        />
      )}
      <span
        aria-hidden="true"
        className={clsx('mt-1.5 size-2 shrink-0 rounded-full', DOTS[tone])}
      />
      <p className="min-w-0 text-muted tabular-nums [overflow-wrap:anywhere]">
        <span className={clsx('font-medium', tone === 'failure' ? 'text-danger' : 'text-text')}>
          {headline}
        </span>
        {counter ? ` ${counter}` : null}
        {facts.map((fact) => (
          <Fragment key={fact}>
            {' · '}
            <span className="whitespace-nowrap">{fact}</span>
          </Fragment>
        ))}
      </p>
    </div>
  );
}
