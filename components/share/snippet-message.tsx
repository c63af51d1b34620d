'use client';

import { Message, MessageLink } from '@/components/ui/message';
import { useTexts } from '@/components/ui/messages-provider';
import { fillPlural } from '@/lib/messages/messages';

interface SnippetMessageProps {
  status: number;
  /** Where it asks to wait. */
  retryAfterS?: number;
}

/** A page in place of a shared program: why there is none, and what to do. */
export function SnippetMessage({ status, retryAfterS = 60 }: SnippetMessageProps) {
  const { locale, messages } = useTexts();
  const { share, errors } = messages;
  const kinds: Record<number, 'gone' | 'busy' | 'unavailable'> = {
    410: 'gone',
    429: 'busy',
    503: 'unavailable',
  };
  const { title, text } = share[kinds[status] ?? 'missing'];
  const mayCome = status === 429 || status === 503;
  return (
    <Message title={title}>
      <p>{typeof text === 'string' ? text : fillPlural(locale, text, retryAfterS)}</p>
      <div className="flex flex-wrap gap-3">
        {mayCome ? <AgainLink>{errors.page.tryAgain}</AgainLink> : null}
        <MessageLink href="/">{errors.notFound.toPlayground}</MessageLink>
      </div>
    </Message>
  );
}

/** This page once more: a link where there is no script, else with the fragment, which may hold a secret. */
function AgainLink({ children }: { children: string }) {
  return (
    // biome-ignore lint/a11y/useValidAnchor: a button does nothing without a script
    <a
      href=""
      className="snippet-button"
      onClick={(event) => {
        event.preventDefault();
        location.reload();
      }}
    >
      {children}
    </a>
  );
}
