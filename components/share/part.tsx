import type { ReactNode } from 'react';

interface PartProps {
  title: string;
  /** At the other end of its head. */
  aside?: ReactNode;
  /** On a handout: a program has its trace table below, outputs and the rest may be left out. */
  print?: 'program' | 'output' | 'not';
  children: ReactNode;
}

/** A part of the page of a shared program. */
export function Part({ title, aside, print, children }: PartProps) {
  return (
    <section
      className="snippet-part"
      aria-label={title}
      {...(print === undefined ? {} : { [`data-print-${print}`]: '' })}
    >
      <div className="snippet-part-head">
        <h2>{title}</h2>
        {aside}
      </div>
      {children}
    </section>
  );
}
