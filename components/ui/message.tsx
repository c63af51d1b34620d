import type { ReactNode } from 'react';
import { Mark } from './mark';

export const messageActionClass =
  'inline-flex min-h-10 items-center rounded-md bg-accent-solid px-4 font-medium text-on-accent hover:bg-accent-solid-hover';

/** A page that says one thing: what happened, and what to do next. */
export function Message({ title, children }: { title: string; children: ReactNode }) {
  return (
    <main className="grid min-h-dvh place-items-center px-6">
      <div className="flex max-w-sm flex-col items-start gap-4 text-muted">
        <Mark className="size-9" />
        <h1 className="text-xl font-semibold text-text">{title}</h1>
        {children}
      </div>
    </main>
  );
}

/** A link that loads its page anew, as the page it stands on may be broken. */
export function MessageLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <a href={href} className={messageActionClass}>
      {children}
    </a>
  );
}
