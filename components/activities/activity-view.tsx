import { PlainCode } from '@/components/demo/plain-code';
import type { ActivityPart } from '@/lib/demos/document';
import type { Texts } from '@/lib/messages/messages';

export interface ActivityViewProps {
  part: ActivityPart;
  /** Of its document; absent: it is kept nowhere yet. */
  reference: string | undefined;
  revision: number | undefined;
  texts: Texts;
}

/** Something to be done by the reader. */
export function ActivityView({ part, texts }: ActivityViewProps) {
  return <PlainCode code={part.main.text} language={part.main.language} texts={texts} />;
}
