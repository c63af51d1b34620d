import { Filled } from '@/components/ui/filled';
import type { Texts } from '@/lib/messages/messages';

/** What it was forked from. */
export type Origin = { url: string; title: string } | 'gone';

interface OriginFactProps {
  origin: Origin | undefined;
  texts: Texts;
}

/** Among the facts of a shared program: what it was made from; nothing where that was nothing. */
export function OriginFact({ origin, texts }: OriginFactProps) {
  const { fork } = texts.messages.compare;
  if (origin === undefined) return null;
  if (origin === 'gone') return <li>{fork.gone}</li>;
  const title = origin.title ? <bdi translate="no">{origin.title}</bdi> : fork.untitled;
  return (
    <li>
      <Filled text={fork.from} values={{ parent: <a href={origin.url}>{title}</a> }} />
    </li>
  );
}
