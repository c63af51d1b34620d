import type { Metadata } from 'next';
import { Message, MessageLink } from '@/components/ui/message';
import { textsOfRequest } from './texts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await textsOfRequest()).messages.errors.notFound.tab };
}

export default async function NotFound() {
  const texts = (await textsOfRequest()).messages.errors.notFound;
  return (
    <Message title={texts.title}>
      <p>{texts.text}</p>
      <MessageLink href="/">{texts.toPlayground}</MessageLink>
    </Message>
  );
}
