import type { Messages } from '@/lib/messages/messages';

/** What the page needs, where it cannot do anything. */
export function NoScript({ words }: { words: Messages['playground'] }) {
  return (
    <noscript>
      <p
        role="alert"
        className="fixed inset-x-4 top-1/3 z-50 mx-auto max-w-md rounded-lg border border-line-strong bg-raised p-5 text-text shadow-lg"
      >
        {words.needsScript}
      </p>
    </noscript>
  );
}
