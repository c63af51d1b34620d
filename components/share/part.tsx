import type { ReactNode } from 'react';

interface PartProps {
  title: string;
  /** At the other end of its head. */
  aside?: ReactNode;
  children: ReactNode;
}

/** A part of the page of a shared program. */
export function Part({ title, aside, children }: PartProps) {
  return (
    <section className="snippet-part" aria-label={title}>
      <div className="snippet-part-head">
        <h2>{title}</h2>
        {aside}
      </div>
      {children}
    </section>
  );
}
