import { Message, MessageLink } from '@/components/ui/message';
import type { Texts } from '@/lib/messages/messages';

/** In place of a lesson that there is not. */
export function LessonMissing({ texts }: { texts: Texts }) {
  const { missing, lesson } = texts.messages.learn;
  return (
    <Message title={missing.title}>
      <p>{missing.text}</p>
      <MessageLink href="/learn">{lesson.toAll}</MessageLink>
    </Message>
  );
}
