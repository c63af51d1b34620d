'use client';

import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { useMessages } from '@/components/ui/messages-provider';
import { readDocument } from '@/lib/demos/document';
import { slidesOf } from '@/lib/demos/slides';
import { fill } from '@/lib/messages/messages';
import { type FromNotes, type FromStage, NOTES_COMMANDS, openNotes } from '@/lib/present/channel';
import type { StageCommand } from '@/lib/present/keys';
import { readNotes, secretIn } from '@/lib/present/read-notes';
import { SlidePreview } from './slide-preview';
import { SpeakerClock } from './speaker-clock';
import { SpeakerProse } from './speaker-prose';
import { useStageKeys } from './use-stage-keys';

interface SpeakerViewProps {
  reference: string;
  revision: number;
  /** What the audience sees. */
  markdown: string;
  title: string;
}

type Notes = 'loading' | 'failed' | 'locked' | string[][];

/** What only the speaker sees: notes, what comes next, the clock; and the buttons that steer the stage. */
export function SpeakerView({ reference, revision, markdown, title }: SpeakerViewProps) {
  const words = useMessages().present;
  const { speaker } = words;
  const [slides] = useState(() => slidesOf(readDocument(markdown)));
  const { stage, tell } = useStageState(reference);
  const [secret, setSecret] = useState<string>();
  const notes = useNotes(reference, revision, markdown, secret);
  const at = Math.min(stage?.at ?? 0, slides.length - 1);
  const next = slides[at + 1];
  useStageKeys((command) => tell(command));

  return (
    <main className="speaker">
      <header className="speaker-head">
        <div>
          <h1>{speaker.title}</h1>
          <p translate="no">{title}</p>
        </div>
        <p className="speaker-only">{speaker.only}</p>
      </header>
      <SpeakerClock reference={reference} />
      {/* biome-ignore lint/a11y/useSemanticElements: these are no fields of a form */}
      <div className="speaker-actions" role="group" aria-label={words.bar}>
        <Command name="previous" tell={tell}>
          {words.previous}
        </Command>
        <Command name="next" tell={tell} isMain>
          {words.next}
        </Command>
        <Command name={stage?.isRunning ? 'stop' : 'run'} tell={tell}>
          {stage?.isRunning ? words.stop : words.run}
        </Command>
        <Command name="blank" tell={tell}>
          {stage?.isBlank ? speaker.brighten : speaker.darken}
        </Command>
      </div>
      <p className="speaker-state" role="status">
        {stage === undefined
          ? speaker.waiting
          : `${fill(words.number, { number: at + 1, count: slides.length })}${stage.isBlank ? ` · ${speaker.isBlank}` : ''}`}
      </p>
      <div className="speaker-columns">
        <section aria-labelledby="speaker-now">
          <h2 id="speaker-now">{speaker.now}</h2>
          {slides[at]?.title ? (
            <p className="speaker-slide" translate="no" dir="auto">
              {slides[at]?.title}
            </p>
          ) : null}
          <NotesOf notes={notes} at={at} wasWrong={secret !== undefined} onSecret={setSecret} />
        </section>
        <section aria-labelledby="speaker-next">
          <h2 id="speaker-next">{speaker.nextSlide}</h2>
          {next === undefined ? <p>{speaker.end}</p> : <SlidePreview slide={next} />}
        </section>
      </div>
    </main>
  );
}

interface NotesOfProps {
  notes: Notes;
  at: number;
  /** A secret was given. */
  wasWrong: boolean;
  onSecret: (secret: string) => void;
}

function NotesOf({ notes, at, wasWrong, onSecret }: NotesOfProps) {
  const words = useMessages().present.speaker;
  if (notes === 'locked') return <EditLinkField wasWrong={wasWrong} onSecret={onSecret} />;
  if (typeof notes === 'string') return <p className="speaker-none">{words[notes]}</p>;
  const here = notes[at] ?? [];
  if (here.length === 0) return <p className="speaker-none">{words.noNotes}</p>;
  return (
    <div className="speaker-notes" aria-live="polite">
      <SpeakerProse markdown={here.join('\n\n')} />
    </div>
  );
}

/** For an author who has come with another browser. */
function EditLinkField({ wasWrong, onSecret }: Pick<NotesOfProps, 'wasWrong' | 'onSecret'>) {
  const words = useMessages().present.speaker;
  const [isWrong, setWrong] = useState(wasWrong);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const secret = secretIn(String(new FormData(event.currentTarget).get('link')));
    setWrong(secret === undefined);
    if (secret !== undefined) onSecret(secret);
  };
  return (
    <form className="speaker-unlock" onSubmit={submit}>
      <p className="speaker-none">{words.locked}</p>
      <label>
        {words.editLink}
        <input name="link" type="text" autoComplete="off" spellCheck={false} />
      </label>
      <button type="submit" className="snippet-button is-main">
        {words.unlock}
      </button>
      <p role="status">{isWrong ? words.wrongLink : ''}</p>
    </form>
  );
}

interface CommandProps {
  name: FromNotes['command'];
  tell: (command: StageCommand) => void;
  isMain?: boolean;
  children: ReactNode;
}

function Command({ name, tell, isMain = false, children }: CommandProps) {
  return (
    <button
      type="button"
      className={`snippet-button${isMain ? ' is-main' : ''}`}
      onClick={() => name !== 'hello' && tell(name)}
    >
      {children}
    </button>
  );
}

/** What the audience's window last told; undefined while there is none. */
function useStageState(reference: string) {
  const [stage, setStage] = useState<FromStage>();
  const channel = useRef<ReturnType<typeof openNotes>>(undefined);
  useEffect(() => {
    const opened = openNotes(reference);
    channel.current = opened;
    opened.onMessage = setStage;
    opened.tell({ from: 'notes', command: 'hello' });
    return () => opened.close();
  }, [reference]);
  const tell = (command: StageCommand) => {
    const known = NOTES_COMMANDS.find((one) => one === command);
    if (known) channel.current?.tell({ from: 'notes', command: known });
  };
  return { stage, tell };
}

function useNotes(
  reference: string,
  revision: number,
  markdown: string,
  secret: string | undefined,
): Notes {
  const [notes, setNotes] = useState<Notes>('loading');
  // biome-ignore lint/correctness/useExhaustiveDependencies: nothing of it changes while the window is open
  useEffect(() => {
    let isCurrent = true;
    setNotes('loading');
    readNotes(reference, revision, markdown, secret).then(
      (found) => isCurrent && setNotes(found),
      () => isCurrent && setNotes('failed'),
    );
    return () => {
      isCurrent = false;
    };
  }, [reference, revision, secret]);
  return notes;
}
