'use client';

import { MessageSquareText } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { useMessages } from '@/components/ui/messages-provider';
import {
  keyOfNote,
  type LineNote,
  NOTE_KIND,
  noteFor,
  placeOfNote,
  REPLY_KIND,
  readNote,
} from '@/lib/follow/notes';
import { fill } from '@/lib/messages/messages';
import type { MessageRequest, RoomMessage } from '@/lib/rooms/contract';
import { NoteForm } from './note-form';

/** What notes need of the teacher's side of a room. */
export interface NotingRoom {
  messages(kind: string): RoomMessage[];
  onMessage(kind: string, handler: (message: RoomMessage) => void): () => void;
  send(message: MessageRequest): Promise<void>;
}

interface NoteSlotsOptions {
  room: NotingRoom;
  /** The student's id. */
  student: string;
  item: string;
  code: string;
}

interface LeftNote {
  note: LineNote;
  /** The student has put it away since. */
  isSeen: boolean;
}

/** Notes on the lines of one student's code: what stands at a number, what below a line, and what is said of it. */
export function useNoteSlots({ room, student, item, code }: NoteSlotsOptions) {
  const words = useMessages().follow.notes;
  const notes = useLeftNotes(room, student, item);
  const [at, setAt] = useState(1);
  const [openLine, setOpenLine] = useState<number>();
  const [said, setSaid] = useState('');
  // biome-ignore lint/correctness/useExhaustiveDependencies: other code is other lines
  useEffect(() => {
    setAt(1);
    setOpenLine(undefined);
    setSaid('');
  }, [student, item]);

  // The form that had it is gone.
  const focusLine = useRef(false);
  useEffect(() => {
    if (openLine !== undefined || !focusLine.current) return;
    focusLine.current = false;
    document.querySelector<HTMLElement>('.note-number[tabindex="0"]')?.focus();
  }, [openLine]);

  const lines = code.replace(/\n$/, '').split('\n');
  const placed = new Map(
    notes.map((one) => [placeOfNote(code, one.note) ?? lines.length, one] as const),
  );
  const current = Math.min(at, lines.length);

  const send = async (note: LineNote, data: LineNote | null, then: string) => {
    try {
      await room.send({ to: student, kind: NOTE_KIND, key: keyOfNote(note), data });
      setSaid(fill(then, { line: note.line }));
      focusLine.current = true;
      setOpenLine(undefined);
    } catch {
      setSaid(words.failed);
    }
  };
  const onKeyDown = (event: KeyboardEvent<HTMLButtonElement>) => {
    const to = { ArrowDown: current + 1, ArrowUp: current - 1, Home: 1, End: lines.length }[
      event.key
    ];
    if (to === undefined) return;
    event.preventDefault();
    const within = Math.min(lines.length, Math.max(1, to));
    setAt(within);
    const all = event.currentTarget.closest('[role="group"]')?.querySelectorAll('.note-number');
    (all?.item(within - 1) as HTMLElement | null)?.focus();
  };

  return {
    /** One stop of Tab for all numbers, then the arrows. */
    number: (line: number): ReactNode => {
      const text = lines[line - 1]?.trim().slice(0, 120) || words.empty;
      const label = placed.has(line) ? words.lineButtonNoted : words.lineButton;
      return (
        <button
          type="button"
          className="note-number"
          tabIndex={line === current ? 0 : -1}
          aria-label={fill(label, { line, code: text })}
          title={words.hint}
          aria-expanded={openLine === line}
          onKeyDown={onKeyDown}
          onClick={() => {
            setAt(line);
            setOpenLine(openLine === line ? undefined : line);
          }}
        >
          {line}
        </button>
      );
    },
    below: (line: number): ReactNode => {
      const left = placed.get(line);
      if (openLine === line) {
        return (
          <NoteForm
            key={line}
            line={line}
            note={left?.note}
            onLeave={(text) => {
              const note = left
                ? { ...noteFor(code, item, line, text), line: left.note.line }
                : noteFor(code, item, line, text);
              void send(note, note, words.sent);
            }}
            onRemove={() => left && void send(left.note, null, words.removed)}
            onCancel={() => {
              focusLine.current = true;
              setOpenLine(undefined);
            }}
          />
        );
      }
      if (!left) return null;
      return (
        <p className="note-left" translate="yes" dir="auto">
          <MessageSquareText className="size-3.5" aria-hidden="true" />
          <span>{left.note.text}</span>
          {left.isSeen ? <em>{words.seen}</em> : null}
        </p>
      );
    },
    said,
    hint: words.hint,
  };
}

/** What was left on one item of one student, the latest of each line. */
function useLeftNotes(room: NotingRoom, student: string, item: string): LeftNote[] {
  const [notes, setNotes] = useState<LeftNote[]>([]);
  useEffect(() => {
    const read = () => {
      const seenAt = new Map(
        room
          .messages(REPLY_KIND)
          .filter(({ from }) => from === student)
          .map(({ key, atMs }) => [key, atMs]),
      );
      setNotes(
        room.messages(NOTE_KIND).flatMap(({ to, key, data, atMs }) => {
          const note = to === student ? readNote(data) : undefined;
          if (note?.item !== item) return [];
          return [{ note, isSeen: (seenAt.get(key) ?? 0) >= atMs }];
        }),
      );
    };
    read();
    const ends = [room.onMessage(NOTE_KIND, read), room.onMessage(REPLY_KIND, read)];
    return () => {
      for (const end of ends) end();
    };
  }, [room, student, item]);
  return notes;
}
