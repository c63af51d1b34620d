import type { Messages } from '@/lib/messages/messages';

/** What the page needs, where it cannot do anything. */
export function NoScript({ words }: { words: Messages['playground'] }) {
  return (
    <noscript>
      <div className="fixed inset-x-4 top-1/3 z-50 mx-auto max-w-md rounded-lg border border-line-strong bg-raised p-5 text-text shadow-lg">
        <p role="alert">{words.needsScript}</p>
        <a href="/learn" className="mt-2 inline-block text-accent underline underline-offset-2">
          {words.toLessons}
        </a>
      </div>
    </noscript>
  );
}
