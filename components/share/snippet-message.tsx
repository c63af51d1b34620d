'use client';

import { Message, MessageLink } from '@/components/ui/message';
import { useMessages } from '@/components/ui/messages-provider';
import { fill } from '@/lib/messages/messages';

interface SnippetMessageProps {
  status: number;
  /** Where it asks to wait. */
  retryAfterS?: number;
}

/** A page in place of a shared program: why there is none, and what to do. */
export function SnippetMessage({ status, retryAfterS = 60 }: SnippetMessageProps) {
  const { share, errors } = useMessages();
  const kinds: Record<number, 'gone' | 'busy' | 'unavailable'> = {
    410: 'gone',
    429: 'busy',
    503: 'unavailable',
  };
  const { title, text } = share[kinds[status] ?? 'missing'];
  return (
    <Message title={title}>
      <p>{fill(text, { count: retryAfterS })}</p>
      <div className="flex flex-wrap gap-3">
        <MessageLink href="/">{errors.notFound.toPlayground}</MessageLink>
        {status === 503 ? (
          <button type="button" className="snippet-button" onClick={() => location.reload()}>
            {share.unavailable.again}
          </button>
        ) : null}
      </div>
    </Message>
  );
}
