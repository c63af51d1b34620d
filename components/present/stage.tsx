'use client';

import { type MouseEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { useMessages } from '@/components/ui/messages-provider';
import type { Slide } from '@/lib/demos/slides';
import { fill } from '@/lib/messages/messages';
import type { StageCommand } from '@/lib/present/keys';
import { nextLook, scaled } from '@/lib/present/looks';
import { clickedMark, type Mark, markedLines, movedMark } from '@/lib/present/marks';
import { clickedLine, lineCount } from './clicked-line';
import { StageBar } from './stage-bar';
import { StageKeys } from './stage-keys';
import { useFit } from './use-fit';
import { useLook } from './use-look';
import { useNotesWindow } from './use-notes-window';
import { usePlace } from './use-place';
import { useStageKeys } from './use-stage-keys';

export interface StageRunner {
  isRunning: boolean;
  run(id: string): void;
  stop(): void;
}

/** What the audience looks at. */
export interface StageShown {
  /** The block of the slide that is run; undefined where it has none. */
  block: string | undefined;
  marked: { first: number; last: number } | undefined;
}

interface StageProps {
  reference: string;
  slides: readonly Slide[];
  leaveUrl: string;
  notesUrl: string;
  runner: StageRunner;
  onShow: (shown: StageShown) => void;
  /** In the bar. */
  tools: ReactNode;
  /** The parts of one slide, each in an element with `data-part`. */
  children: (slide: Slide) => ReactNode;
}

/** One slide of a document, in large type, steered by keys, a clicker, or the speaker's window. */
export function Stage(props: StageProps) {
  const { reference, slides, leaveUrl, notesUrl, runner, onShow, tools, children } = props;
  const words = useMessages().present;
  const [index, go] = usePlace(slides.length);
  const [{ look, scale }, changeLook] = useLook();
  const fit = useFit();
  const [isBlank, setBlank] = useState(false);
  const [helps, setHelps] = useState(false);
  const [marked, setMarked] = useState<{ slide: number; part: number; mark: Mark }>();
  const [said, setSaid] = useState('');
  const stage = useRef<HTMLDivElement>(null);
  const slide = slides[index] ?? slides[0];
  const mark = marked?.slide === index ? marked : undefined;
  const blockId = slide && runnableOf(slide);

  // Each slide is read from its beginning; a focus that was on the last one is gone with it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: each slide anew
  useEffect(() => {
    stage.current?.querySelector('.stage-slide')?.scrollTo(0, 0);
  }, [index]);

  // What came of a run is what one looks at then.
  const wasRunning = useRef(false);
  useEffect(() => {
    if (wasRunning.current && !runner.isRunning) {
      stage.current?.querySelector('.demo-output')?.scrollIntoView({ block: 'nearest' });
    }
    wasRunning.current = runner.isRunning;
  }, [runner.isRunning]);

  const lines = mark && markedLines(mark.mark);
  // biome-ignore lint/correctness/useExhaustiveDependencies: who hears it may be made anew each time
  useEffect(() => {
    onShow({
      block: blockId,
      marked: lines && slide?.parts[mark?.part ?? -1]?.kind === 'code' ? lines : undefined,
    });
  }, [blockId, lines?.first, lines?.last]);

  const tellMark = (next: Mark | undefined) => {
    if (next === undefined) return setSaid(words.unmarked);
    const { first, last } = markedLines(next);
    setSaid(
      first === last
        ? fill(words.marked, { line: first })
        : fill(words.markedRange, { first, last }),
    );
  };
  const setMark = (part: number, next: Mark | undefined) => {
    setMarked(next && { slide: index, part, mark: next });
    tellMark(next);
  };
  const partElement = (part: number) =>
    stage.current?.querySelector(`.stage-slide [data-part="${part}"]`) ?? null;

  const onCommand = (command: StageCommand) => {
    // A dark picture first comes back; nothing happens unseen.
    if (isBlank && command !== 'fullScreen') {
      setBlank(false);
      if (command !== 'blank') return;
    }
    switch (command) {
      case 'next':
        return go(index + 1);
      case 'previous':
        return go(index - 1);
      case 'first':
        return go(0);
      case 'last':
        return go(slides.length - 1);
      case 'blank':
        return setBlank(!isBlank);
      case 'fullScreen':
        return void toggleFullScreen();
      case 'run':
        return blockId === undefined ? undefined : runner.run(blockId);
      case 'stop':
        return runner.stop();
      case 'unmark':
        return setMark(0, undefined);
      case 'larger':
        return changeLook({ look, scale: scaled(scale, 1) });
      case 'smaller':
        return changeLook({ look, scale: scaled(scale, -1) });
      case 'contrast':
        setSaid(words.looks[nextLook(look)]);
        return changeLook({ look: nextLook(look), scale });
      case 'help':
        return setHelps(true);
      case 'notes':
        return openNotesWindow(notesUrl) ? undefined : setSaid(words.popupBlocked);
      default: {
        const part = mark?.part ?? partToMark(slide);
        if (part < 0) return;
        setMark(part, movedMark(mark?.mark, command, lineCount(partElement(part))));
      }
    }
  };
  useStageKeys(onCommand);
  useNotesWindow({ reference, at: index, isBlank, isRunning: runner.isRunning, onCommand });

  const onClick = (event: MouseEvent) => {
    const element = (event.target as Element).closest('[data-part]');
    if (element === null) return;
    const line = clickedLine(element, { x: event.clientX, y: event.clientY });
    if (line === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    const part = Number(element.getAttribute('data-part'));
    const before = mark?.part === part ? mark.mark : undefined;
    setMark(part, clickedMark(before, line, event.shiftKey));
  };

  if (slide === undefined) return null;
  const label = slide.title === '' ? words.slideUntitled : words.slideLabel;
  const numbers = { number: index + 1, count: slides.length, title: slide.title };
  return (
    <div
      ref={stage}
      className="stage"
      data-look={look}
      style={{ '--stage-zoom': Math.round(fit * scale * 100) / 100 } as React.CSSProperties}
    >
      <main
        key={index}
        className="stage-slide"
        aria-roledescription={words.slide}
        aria-label={fill(label, numbers)}
        onClickCapture={onClick}
      >
        {slide.isContinued ? <p className="stage-under">{slide.title}</p> : null}
        {children(slide)}
      </main>
      {mark ? <MarkStyle part={mark.part} mark={mark.mark} /> : null}
      <StageBar
        index={index}
        count={slides.length}
        run={blockId === undefined ? undefined : runner.isRunning ? 'stop' : 'run'}
        leaveUrl={leaveUrl}
        onCommand={onCommand}
      >
        {tools}
      </StageBar>
      <p className="sr-only" role="status">
        {fill(label, numbers)}
      </p>
      <p className="stage-said" role="status" key={said} data-shown={said === words.popupBlocked}>
        {said}
      </p>
      {isBlank ? (
        <button type="button" className="stage-blank" onClick={() => setBlank(false)}>
          <span className="sr-only">{words.blank}</span>
        </button>
      ) : null}
      <StageKeys isOpen={helps} onClose={() => setHelps(false)} />
    </div>
  );
}

/** A slide has at most one block that is run. */
function runnableOf({ parts }: Slide): string | undefined {
  for (const part of parts) if (part.kind === 'code' && part.role !== 'file') return part.id;
  return undefined;
}

/** The last block of code: what stands above it is said, it is shown. */
function partToMark(slide: Slide | undefined): number {
  return slide?.parts.findLastIndex(({ kind }) => kind === 'code' || kind === 'plain') ?? -1;
}

/** By a rule, since the lines are the editor's. */
function MarkStyle({ part, mark }: { part: number; mark: Mark }) {
  const { first, last } = markedLines(mark);
  const nth = `:nth-child(n + ${first}):nth-child(-n + ${last})`;
  const lines = `.stage [data-part="${part}"] :is(.plain-lines > code, .snippet-line)${nth}`;
  const look =
    'background: var(--stage-mark); box-shadow: inset 0.35em 0 var(--stage-mark-edge); outline: 1px solid transparent';
  const rule = `${lines} { ${look} }`;
  return <style>{rule}</style>;
}

async function toggleFullScreen(): Promise<void> {
  try {
    if (document.fullscreenElement) await document.exitFullscreen();
    else await document.documentElement.requestFullscreen();
  } catch {
    // The browser does not allow it here.
  }
}

function openNotesWindow(url: string): boolean {
  const opened = window.open(url, 'runbay-notes', 'popup,width=1000,height=720');
  opened?.focus();
  return opened !== null;
}
