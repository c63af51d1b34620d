import { Fragment, type ReactNode } from 'react';
import { ActivityView } from '@/components/activities/activity-view';
import { Predict } from '@/components/activities/predict';
import type { DemoStore } from '@/lib/demos/demo-store';
import type { CodePart, DemoDocument, DemoPart } from '@/lib/demos/document';
import { exerciseBlock } from '@/lib/demos/exercise-block';
import { type Heading, headingsByPart, headingsOf } from '@/lib/demos/headings';
import type { RecordedBlocks } from '@/lib/demos/recorded';
import type { Texts } from '@/lib/messages/messages';
import { AskingBlock } from './asking-block';
import type { BlockTool } from './block-tools';
import { DemoBar, KeysHint } from './demo-bar';
import { DemoBlock } from './demo-block';
import { DemoProvider } from './demo-provider';
import { DemoText, type MakeFormula } from './demo-text';
import { PlainCode } from './plain-code';
import { RecordedBlock } from './recorded-block';

export interface DemoViewProps {
  /** Of what a reader may have: `readDocument(publicMarkdown(...))`. */
  document: DemoDocument;
  recorded: RecordedBlocks;
  /** `d/{id}` or `learn/{slug}`; absent: it is kept nowhere yet, so that nothing of it can be checked. */
  reference?: string | undefined;
  revision?: number | undefined;
  texts: Texts;
  /** The server gives it; in a browser formulas come with a script of their own. */
  makeFormula?: MakeFormula | undefined;
  /** Only in a browser: one that lives longer than the view, and more buttons at each block. */
  store?: DemoStore | undefined;
  tools?: readonly BlockTool[] | undefined;
  /** Of its parts only these are shown; absent: all of them. */
  shown?: readonly DemoPart[] | undefined;
  /** It stands in a frame: what leads away opens beside it. */
  isFramed?: boolean;
  /** Above the document, where `useDemo` finds it. */
  children?: ReactNode;
}

/** A document: whole as the server makes it, then alive. */
export function DemoView(props: DemoViewProps) {
  const { document, store, shown, children } = props;
  const code = document.parts.flatMap((part) => {
    if (part.kind === 'activity') return exerciseBlock(part) ?? [];
    return part.kind === 'code' ? [part] : [];
  });
  const firstBlock = code.find(isShownBlock);
  const parts = shown ?? document.parts;
  const headings = headingsByPart(parts);
  const titleId = headings.flat().find(({ depth }) => depth === 1)?.id;
  const numbers = new Map(code.filter(isShownBlock).map(({ id }, at) => [id, at + 1]));
  return (
    <DemoProvider parts={code} store={store}>
      <div className="demo">
        {children}
        {shown ? (
          <>
            <KeysHint />
            {code.filter(isShownBlock).map((part) => {
              if (parts.includes(part)) return null;
              const number = numbers.get(part.id) ?? 0;
              return <AskingBlock key={part.id} part={part} number={number} />;
            })}
          </>
        ) : null}
        {parts.map((part, at) => (
          <Fragment key={part.kind === 'code' ? part.id : at}>
            {part === firstBlock && !shown ? <DemoBar /> : null}
            <Part
              {...props}
              part={part}
              name={`t${at}`}
              headings={headings[at] ?? []}
              titleId={titleId}
              number={part.kind === 'code' ? (numbers.get(part.id) ?? 0) : 0}
            />
          </Fragment>
        ))}
      </div>
    </DemoProvider>
  );
}

/** The heading that the document brings itself; without one its page needs another. */
export function hasOwnTitle(document: DemoDocument): boolean {
  return headingsOf(document.parts).some(({ depth }) => depth === 1);
}

interface PartProps extends DemoViewProps {
  part: DemoPart;
  name: string;
  headings: readonly Heading[];
  titleId: string | undefined;
  number: number;
}

function Part(props: PartProps) {
  const { part, recorded, texts, tools, number, reference, revision } = props;
  if (part.kind === 'note') return null;
  if (part.kind === 'text') return <DemoText {...props} markdown={part.markdown} />;
  if (part.kind === 'plain') {
    return <PlainCode code={part.code} language={part.language} texts={texts} />;
  }
  if (part.kind === 'activity') {
    return <ActivityView part={part} reference={reference} revision={revision} texts={texts} />;
  }
  if (part.role === 'setup') return null;
  if (part.role === 'file') return <FileBlock part={part} texts={texts} />;
  // What is to be guessed is not in the page.
  const receipt = part.isPredicted ? undefined : recorded[part.id];
  const { output: _, ...hidden } = part;
  const shown = part.isPredicted ? hidden : part;
  return (
    <DemoBlock
      part={shown}
      number={number}
      tools={tools}
      withheld={
        part.isPredicted ? <Predict id={part.id} reference={reference} revision={revision} /> : null
      }
    >
      <RecordedBlock part={shown} receipt={receipt} texts={texts} />
    </DemoBlock>
  );
}

function isShownBlock({ role, isAside }: CodePart): boolean {
  return (role === 'run' || role === 'readonly') && !isAside;
}

function FileBlock({ part, texts }: { part: CodePart; texts: Texts }) {
  const words = texts.messages.demo;
  const { path = '', code, id } = part;
  return (
    <div className="demo-block" id={id} data-file>
      <div className="demo-block-head">
        <span className="demo-block-name" title={words.fileHint}>
          {words.file} <bdi translate="no">{path}</bdi>
        </span>
      </div>
      <PlainCode code={code} language={extensionOf(path)} label={path} texts={texts} />
    </div>
  );
}

const extensionOf = (path: string) => /\.([^./]+)$/.exec(path)?.[1] ?? '';
