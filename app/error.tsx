'use client';

import { Message, messageActionClass } from '@/components/ui/message';
import { useMessages } from '@/components/ui/messages-provider';
import { fill } from '@/lib/messages/messages';

export default function ErrorPage({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  const { page: texts, reference } = useMessages().errors;
  return (
    <Message title={texts.title}>
      <p>{texts.text}</p>
      <button type="button" className={messageActionClass} onClick={reset}>
        {texts.tryAgain}
      </button>
      {error.digest ? (
        <p className="font-mono text-xs">{fill(reference, { id: error.digest })}</p>
      ) : null}
    </Message>
  );
}
