'use client';

import { MessageSquareText, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { IconButton } from '@/components/ui/icon-button';
import { useMessages } from '@/components/ui/messages-provider';
import { type LineNote, NOTE_KIND, placeOfNote, REPLY_KIND, readNote } from '@/lib/follow/notes';
import { markSeen, wasSeen } from '@/lib/follow/seen-notes';
import { fill } from '@/lib/messages/messages';
import type { RoomMessage } from '@/lib/rooms/contract';
import type { FollowedRoom } from './use-teacher-live';

interface ShownNote {
  key: string;
  atMs: number;
  note: LineNote;
}

interface LineNotesProps {
  room: FollowedRoom;
  /** The student's code of a block or an exercise as it is now; undefined where the document has none. */
  codeOf: (item: string) => string | undefined;
  /** The element that shows it. */
  elementOf: (item: string) => HTMLElement | null;
}

/** The teacher's notes, each at its line of the student's code. */
export function LineNotes({ room, codeOf, elementOf }: LineNotesProps) {
  const words = useMessages().follow.notes;
  const { notes, said, dismiss } = useNotes(room);
  return (
    <>
      <p className="sr-only" role="status">
        {said}
      </p>
      {notes.map((shown) => {
        const { key, note } = shown;
        const code = codeOf(note.item);
        const block = elementOf(note.item);
        if (code === undefined || block === null) return null;
        const line = placeOfNote(code, note);
        return (
          <PlacedNote key={key} block={block}>
            {line === undefined ? null : <LineStyle block={block} line={line} />}
            {/* biome-ignore lint/a11y/useSemanticElements: an aside would be a landmark, and there may be many */}
            <div className="line-note" role="group" aria-label={words.title}>
              <MessageSquareText className="size-4" aria-hidden="true" />
              <p dir="auto">
                {line === undefined ? (
                  <span className="line-note-line">
                    {fill(words.gone, { code: note.lineText.trim() })}
                  </span>
                ) : (
                  <button
                    type="button"
                    className="line-note-line"
                    title={words.show}
                    onClick={() => lineOf(block, line)?.scrollIntoView({ block: 'center' })}
                  >
                    {fill(words.line, { line })}
                  </button>
                )}{' '}
                {note.text}
              </p>
              <IconButton label={words.dismiss} onClick={() => dismiss(shown)}>
                <X className="size-4" aria-hidden="true" />
              </IconButton>
            </div>
          </PlacedNote>
        );
      })}
    </>
  );
}

/** Of a block's editor (components/demo) and of an exercise's. */
const LINES = '.snippet-line';

function lineOf(block: HTMLElement, line: number): Element | undefined {
  return block.querySelectorAll(`.demo-code ${LINES}`)[line - 1];
}

/** By a rule, since the lines are the editor's. */
function LineStyle({ block, line }: { block: HTMLElement; line: number }) {
  const place = `#${CSS.escape(block.id)} .demo-code ${LINES}:nth-child(${line})`;
  const rule = `${place} { background: var(--warning-soft); box-shadow: inset 3px 0 var(--warning-line); }`;
  return <style>{rule}</style>;
}

/** Directly behind the code of its block, in an element of ours at the end of the block's. */
function PlacedNote({ block, children }: { block: HTMLElement; children: React.ReactNode }) {
  const [place, setPlace] = useState<HTMLElement>();
  useEffect(() => {
    const own = document.createElement('div');
    const editor = block.querySelector('.demo-code');
    if (editor) editor.after(own);
    else block.append(own);
    setPlace(own);
    return () => own.remove();
  }, [block]);
  return place ? createPortal(children, place) : null;
}

/** The notes that are there and not put away; what a new one says is announced. */
function useNotes(room: FollowedRoom) {
  const words = useMessages().follow.notes;
  const latest = useRef(words);
  const [notes, setNotes] = useState<ShownNote[]>([]);
  const [said, setSaid] = useState('');
  useEffect(() => {
    latest.current = words;
  });
  useEffect(() => {
    const take = ({ key, data, atMs }: RoomMessage): LineNote | undefined => {
      if (key === undefined) return undefined;
      const note = wasSeen(key, atMs) ? undefined : readNote(data);
      setNotes((all) => {
        const others = all.filter((one) => one.key !== key);
        return note ? [...others, { key, atMs, note }] : others;
      });
      return note;
    };
    setNotes([]);
    for (const message of room.messages(NOTE_KIND)) take(message);
    return room.onMessage(NOTE_KIND, (message) => {
      const note = take(message);
      if (note) {
        setSaid(fill(latest.current.announced, { line: note.line, text: note.text }));
      }
    });
  }, [room]);

  const dismiss = ({ key, atMs }: ShownNote) => {
    markSeen(key, atMs);
    setNotes((all) => all.filter((one) => one.key !== key));
    // Where it does not get there, the teacher does not know.
    room.send({ kind: REPLY_KIND, key, data: { seen: true } }).catch(() => {});
  };
  return { notes, said, dismiss };
}
