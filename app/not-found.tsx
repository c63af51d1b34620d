import type { Metadata } from 'next';
import { Message, MessageLink } from '@/components/ui/message';

export const metadata: Metadata = { title: 'Page not found' };

export default function NotFound() {
  return (
    <Message title="There is no page here">
      <p>The address may be mistyped, or what it pointed to is gone.</p>
      <MessageLink href="/">Open the playground</MessageLink>
    </Message>
  );
}
