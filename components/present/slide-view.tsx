import { ActivityView } from '@/components/activities/activity-view';
import { DemoBlock } from '@/components/demo/demo-block';
import { DemoText } from '@/components/demo/demo-text';
import { PlainCode } from '@/components/demo/plain-code';
import { useTexts } from '@/components/ui/messages-provider';
import type { DemoDocument } from '@/lib/demos/document';
import { headingsByPart } from '@/lib/demos/headings';
import type { RecordedBlocks } from '@/lib/demos/recorded';
import type { Slide, SlidePart } from '@/lib/demos/slides';

interface SlideViewProps {
  slide: Slide;
  document: DemoDocument;
  recorded: RecordedBlocks;
  reference: string;
  revision: number;
}

/** What stands on one slide. What a block gave is shown when it has run: the class is to guess it first. */
export function SlideView({ slide, document, reference, revision }: SlideViewProps) {
  const texts = useTexts();
  const headings = headingsByPart(slide.parts);
  const titleId = headings.flat().find(({ depth }) => depth === 1)?.id;
  const runnable = document.parts.filter(
    (part) => part.kind === 'code' && (part.role === 'run' || part.role === 'readonly'),
  );
  const draw = (part: SlidePart, at: number) => {
    if (part.kind === 'text') {
      return (
        <DemoText
          markdown={part.markdown}
          headings={headings[at] ?? []}
          titleId={titleId}
          name={`t${part.line}`}
          texts={texts}
        />
      );
    }
    if (part.kind === 'plain') {
      return <PlainCode code={part.code} language={part.language} texts={texts} />;
    }
    if (part.kind === 'activity') {
      return <ActivityView part={part} reference={reference} revision={revision} texts={texts} />;
    }
    if (part.role === 'file') {
      return (
        <div className="demo-block" data-file>
          <div className="demo-block-head">
            <bdi className="demo-block-name" translate="no">
              {part.path}
            </bdi>
          </div>
          <PlainCode
            code={part.code}
            language={/\.([^./]+)$/.exec(part.path ?? '')?.[1] ?? ''}
            label={part.path ?? ''}
            texts={texts}
          />
        </div>
      );
    }
    const number = runnable.findIndex((one) => one.kind === 'code' && one.id === part.id) + 1;
    return (
      <DemoBlock part={part} number={number}>
        {null}
      </DemoBlock>
    );
  };
  return slide.parts.map((part, at) => (
    <div key={part.line} className="stage-part" data-part={at}>
      {draw(part, at)}
    </div>
  ));
}
