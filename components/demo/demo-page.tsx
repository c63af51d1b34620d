import { PrintLink } from '@/components/print/print-link';
import { AboutSnippet } from '@/components/share/about-snippet';
import { AuthorPart } from '@/components/share/author-part';
import { CopyLink } from '@/components/share/copy-link';
import { type Origin, OriginFact } from '@/components/share/origin-fact';
import { StayCurrent } from '@/components/share/stay-current';
import { Time } from '@/components/share/time';
import { Filled } from '@/components/ui/filled';
import { Mark } from '@/components/ui/mark';
import type { DemoDocument } from '@/lib/demos/document';
import type { StoredDemo } from '@/lib/demos/read-demo';
import { fill, type Texts } from '@/lib/messages/messages';
import type { Snippet } from '@/lib/snippets/contract';
import { urlOf } from '@/lib/snippets/links';
import { DemoActions } from './demo-actions';
import type { MakeFormula } from './demo-text';
import { DemoView, hasOwnTitle } from './demo-view';
import { KeptBlocks } from './kept-blocks';

interface DemoPageProps {
  snippet: Snippet;
  /** Without its Markdown, which has what readers may not have. */
  demo: Omit<StoredDemo, 'markdown'>;
  /** As readers may have it. */
  document: DemoDocument;
  /** The forms in which it can be fetched. */
  formats: readonly string[];
  origin: Origin | undefined;
  texts: Texts;
  /** Where the page is, whole. */
  address: string;
  makeFormula: MakeFormula;
}

/** A shared document with all that is known of it, made on the server; scripts only add to it. */
export function DemoPage(props: DemoPageProps) {
  const { snippet, demo, document, formats, origin, texts, address, makeFormula } = props;
  const words = texts.messages.share.page;
  const { id, revision, latestRevision, visibility, expiresAtMs } = snippet;
  const fixed = revision === latestRevision ? undefined : revision;
  return (
    <div className="snippet-page">
      <header className="snippet-head" data-print="no">
        <a href="/" className="snippet-home" aria-label={words.toPlayground}>
          <Mark className="size-6" />
          <span className="max-sm:sr-only">Runbay</span>
        </a>
        {/* biome-ignore lint/a11y/useSemanticElements: these are no fields of a form */}
        <div
          className="snippet-actions"
          role="group"
          aria-label={texts.messages.demo.actions}
          data-print="no"
        >
          <CopyLink />
          <DemoActions reference={demo.ref} revision={fixed} />
        </div>
      </header>
      <main className="demo-page">
        <PrintLink address={address} />
        {hasOwnTitle(document) ? null : (
          <h1 className="demo-title" dir="auto" translate="no">
            {demo.title || texts.messages.demo.untitled}
          </h1>
        )}
        {fixed === undefined ? null : (
          <p className="snippet-note">
            {fill(words.older, { number: revision, latest: latestRevision })}{' '}
            <a href={urlOf(id, undefined, 'demo')}>{words.newest}</a>
          </p>
        )}
        {snippet.kind === 'demo' ? (
          <AuthorPart
            snippet={{ id, kind: 'demo', title: snippet.title, visibility, expiresAtMs }}
          />
        ) : null}
        <DemoView
          document={document}
          recorded={demo.recorded}
          reference={demo.ref}
          revision={revision}
          texts={texts}
          makeFormula={makeFormula}
        >
          <KeptBlocks reference={demo.ref} />
        </DemoView>
        <div className="demo-more" data-print="no">
          <Facts snippet={snippet} origin={origin} texts={texts} />
          <AboutSnippet snippet={snippet} page="demo" formats={formats} texts={texts} />
        </div>
      </main>
      <StayCurrent />
    </div>
  );
}

interface FactsProps {
  snippet: Snippet;
  origin: Origin | undefined;
  texts: Texts;
}

function Facts({ snippet, origin, texts }: FactsProps) {
  const words = texts.messages.share.page;
  const { createdAtMs, revisedAtMs, revision, expiresAtMs } = snippet;
  return (
    <ul className="snippet-facts">
      <li>
        <Filled
          text={revision === 1 ? words.shared : words.revised}
          values={{ time: <Time ms={revision === 1 ? createdAtMs : revisedAtMs} texts={texts} /> }}
        />
      </li>
      {expiresAtMs === undefined ? null : (
        <li>
          <Filled text={words.expires} values={{ time: <Time ms={expiresAtMs} texts={texts} /> }} />
        </li>
      )}
      <OriginFact origin={origin} texts={texts} />
    </ul>
  );
}
