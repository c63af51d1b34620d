import type { ReactNode } from 'react';
import { Mark } from '@/components/ui/mark';
import type { Texts } from '@/lib/messages/messages';

interface LearnHeadProps {
  texts: Texts;
  /** Where this page stands among the others. */
  path?: ReactNode;
  /** What can be done here. */
  children: ReactNode;
}

/** The bar over all pages of learning. */
export function LearnHead({ texts, path, children }: LearnHeadProps) {
  const words = texts.messages.learn;
  return (
    <header className="snippet-head" data-print="no">
      <div className="learn-head-place">
        <a href="/" className="snippet-home" aria-label={words.toHome}>
          <Mark className="size-6" />
          <span className="max-sm:sr-only">Runbay</span>
        </a>
        {path}
      </div>
      <div className="snippet-actions">{children}</div>
    </header>
  );
}
