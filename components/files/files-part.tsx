import type { ReactNode } from 'react';

interface FilesPartProps {
  title: string;
  /** At the end of the line of the title. */
  facts?: ReactNode;
  children: ReactNode;
}

/** One of the lists of files. */
export function FilesPart({ title, facts, children }: FilesPartProps) {
  return (
    <section aria-label={title} className="files-part">
      <div className="files-part-head">
        <h3 className="font-medium">{title}</h3>
        {facts}
      </div>
      {children}
    </section>
  );
}
