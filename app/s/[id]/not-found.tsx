import { SnippetMessage } from '@/components/share/snippet-message';

export default function NotFound() {
  return <SnippetMessage status={404} />;
}
