'use client';

import { useMessages } from '@/components/ui/messages-provider';
import { useWriting } from './writing-context';

/** The demo as its readers will see it. */
export function PreviewPane() {
  const words = useMessages().writing;
  const markdown = useWriting((state) => state.markdown);
  return (
    <section className="writing-preview" aria-label={words.preview}>
      <pre>{markdown}</pre>
    </section>
  );
}
