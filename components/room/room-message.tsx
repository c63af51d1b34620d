'use client';

import { SnippetMessage } from '@/components/share/snippet-message';
import { Message, MessageLink } from '@/components/ui/message';
import { useMessages } from '@/components/ui/messages-provider';

interface RoomMessageProps {
  /** 200: the room is there, its demo is not. */
  status: number;
  retryAfterS?: number;
}

/** A page in place of a room: why there is none, and what to do. */
export function RoomMessage({ status, retryAfterS = 60 }: RoomMessageProps) {
  const { missing, gone } = useMessages().rooms;
  if (status === 429 || status === 503) {
    return <SnippetMessage status={status} retryAfterS={retryAfterS} />;
  }
  const { title, text } = status === 200 ? gone : missing;
  return (
    <Message title={title}>
      <p>{text}</p>
      <MessageLink href="/r">{missing.again}</MessageLink>
    </Message>
  );
}
