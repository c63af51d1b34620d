import { ExternalLink } from 'lucide-react';
import type { MakeFormula } from '@/components/demo/demo-text';
import { DemoView } from '@/components/demo/demo-view';
import type { DemoDocument, DemoPart } from '@/lib/demos/document';
import { framedRecorded } from '@/lib/demos/framed-result';
import { headingsOf } from '@/lib/demos/headings';
import { partsOfName, readonlyDocument } from '@/lib/demos/one-part';
import type { RecordedBlocks } from '@/lib/demos/recorded';
import type { Texts } from '@/lib/messages/messages';
import type { EmbedOptions } from '@/lib/share/embed-code';
import { Surroundings } from './surroundings';

interface FramedDemoProps {
  id: string;
  title: string;
  /** As readers may have it. */
  document: DemoDocument;
  recorded: RecordedBlocks;
  /** `d/{id}` */
  reference: string;
  revision: number;
  options: EmbedOptions;
  /** Its page, as a path of this server. */
  link: string;
  texts: Texts;
  makeFormula: MakeFormula;
}

/** A document in somebody else's page: whole as the server makes it, then alive. */
export function FramedDemo(props: FramedDemoProps) {
  const { id, title, recorded, reference, revision, options, link, texts, makeFormula } = props;
  const { messages } = texts;
  const document = options.readonly ? readonlyDocument(props.document) : props.document;
  const shown = options.block === undefined ? undefined : partsOfName(document, options.block);
  const place = placeOf(shown?.at(-1));
  const name = title || messages.demo.untitled;
  return (
    <main className="framed" id="framed">
      <Surroundings id={id} />
      <div className="framed-head">
        <Name name={name} parts={shown ?? document.parts} />
        <a
          className="snippet-button framed-open"
          href={link + place}
          target="_blank"
          rel="noopener"
          title={messages.embed.opensTab}
        >
          <ExternalLink className="size-3.5" aria-hidden="true" />
          {messages.embed.open}
        </a>
      </div>
      <DemoView
        document={document}
        shown={shown}
        recorded={framedRecorded(recorded, messages.demo.notInFrame)}
        reference={reference}
        revision={revision}
        texts={texts}
        makeFormula={makeFormula}
        isFramed
      />
    </main>
  );
}

/** A document mostly names itself; a part of it does not. */
function Name({ name, parts }: { name: string; parts: readonly DemoPart[] }) {
  const ownTitle = headingsOf(parts).some(({ depth }) => depth === 1);
  if (ownTitle) return <span />;
  return (
    <h1 className="framed-title" dir="auto" translate="no" title={name}>
      {name}
    </h1>
  );
}

/** Where it stands on its page. */
function placeOf(part: DemoPart | undefined): string {
  if (part?.kind === 'code') return `#${part.id}`;
  return part?.kind === 'activity' ? `#exercise-${encodeURIComponent(part.name)}` : '';
}
