import type { Slide } from '@/lib/demos/slides';
import { SpeakerProse } from './speaker-prose';

/** A slide in small, to be read and nothing else. */
export function SlidePreview({ slide }: { slide: Slide }) {
  return (
    <div className="slide-preview">
      {slide.isContinued ? <p className="stage-under">{slide.title}</p> : null}
      {slide.parts.map((part) =>
        part.kind === 'text' ? (
          <SpeakerProse key={part.line} markdown={part.markdown} />
        ) : (
          <pre key={part.line} translate="no">
            {part.kind === 'activity' ? part.main.text : part.code}
          </pre>
        ),
      )}
    </div>
  );
}
