'use client';

import { Message, messageActionClass } from '@/components/ui/message';

export default function ErrorPage({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <Message title="The page stopped working">
      <p>
        Your program is saved in this browser. Try again; if it keeps happening, reload the page.
      </p>
      <button type="button" className={messageActionClass} onClick={reset}>
        Try again
      </button>
      {error.digest ? <p className="font-mono text-xs">Reference {error.digest}</p> : null}
    </Message>
  );
}
