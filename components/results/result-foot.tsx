import clsx from 'clsx';
import type { ComponentProps, ReactNode } from 'react';

/** The quiet line below a result: what it is, and what can be done with it. */
export function ResultFoot({ summary, children }: { summary: ReactNode; children: ReactNode }) {
  return (
    <div className="result-foot">
      <span>{summary}</span>
      {children}
    </div>
  );
}

export function FootButton({ className, ...rest }: ComponentProps<'button'>) {
  return <button type="button" className={clsx('result-button', className)} {...rest} />;
}

export function FootLink({ className, children, ...rest }: ComponentProps<'a'>) {
  return (
    <a className={clsx('result-button', className)} {...rest}>
      {children}
    </a>
  );
}
