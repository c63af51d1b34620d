'use client';

import { MessageSquareText } from 'lucide-react';
import { type FormEvent, type KeyboardEvent, useId, useRef, useState } from 'react';
import { useMessages } from '@/components/ui/messages-provider';
import type { Language } from '@/lib/agentbay/languages';
import { type LineNote, NOTE_LIMIT, placeOfNote } from '@/lib/follow/notes';
import { createLineColours } from '@/lib/highlight/line-colours';
import { fill } from '@/lib/messages/messages';

/** A note as the wall knows it. */
export interface LeftNote extends LineNote {
  /** The student has put it away. */
  isSeen: boolean;
}

interface NoteLinesProps {
  code: string;
  language: Language | undefined;
  notes: readonly LeftNote[];
  /** Rejects where it could not be left. */
  onLeave: (line: number, text: string) => Promise<void>;
  onRemove: (note: LineNote) => Promise<void>;
}

/** A student's code on the teacher's side: each line takes a note. One stop of Tab, then the arrows. */
export function NoteLines({ code, language, notes, onLeave, onRemove }: NoteLinesProps) {
  const words = useMessages().follow.notes;
  const [colour] = useState(createLineColours);
  const [at, setAt] = useState(1);
  const [open, setOpen] = useState<number>();
  const [said, setSaid] = useState('');
  const list = useRef<HTMLOListElement>(null);
  const lines = code.split('\n');
  const coloured = colour(code, language ?? 'plaintext');
  const placed = new Map(notes.map((note) => [placeOfNote(code, note) ?? lines.length, note]));
  const current = Math.min(at, lines.length);

  const focusLine = (line: number) => {
    const within = Math.min(lines.length, Math.max(1, line));
    setAt(within);
    list.current?.querySelectorAll<HTMLElement>('.note-line > button')[within - 1]?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const steps: Record<string, number> = {
      ArrowDown: current + 1,
      ArrowUp: current - 1,
      Home: 1,
      End: lines.length,
    };
    const to = steps[event.key];
    if (to === undefined || !(event.target instanceof HTMLButtonElement)) return;
    if (!event.target.matches('.note-line > button')) return;
    event.preventDefault();
    focusLine(to);
  };
  const close = (line: number) => {
    setOpen(undefined);
    focusLine(line);
  };
  const done = async (work: Promise<void>, line: number, words_: string) => {
    try {
      await work;
      setSaid(fill(words_, { line }));
      close(line);
    } catch {
      setSaid(words.failed);
    }
  };

  return (
    <div className="note-lines">
      <p className="note-hint">{words.hint}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveElementInteractions: the buttons in it share the arrow keys */}
      <ol ref={list} aria-label={words.code} translate="no" onKeyDown={onKeyDown}>
        {lines.map((text, index) => {
          const line = index + 1;
          const note = placed.get(line);
          const label = note ? words.lineButtonNoted : words.lineButton;
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a line has no other name than its number
            <li key={index} className="note-line">
              <button
                type="button"
                tabIndex={line === current ? 0 : -1}
                aria-label={fill(label, { line, code: text.trim().slice(0, 120) || words.empty })}
                aria-expanded={open === line}
                onClick={() => {
                  setAt(line);
                  setOpen(open === line ? undefined : line);
                }}
              >
                <span className="note-number">{line}</span>
                <code>
                  {(coloured[index] ?? []).map((piece, pieceAt) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces are made anew with the line
                    <span key={pieceAt} data-code={piece.kind}>
                      {piece.text}
                    </span>
                  ))}
                  {text === '' ? '\u200b' : null}
                </code>
              </button>
              {note && open !== line ? (
                <p className="note-left" translate="yes" dir="auto">
                  <MessageSquareText className="size-3.5" aria-hidden="true" />
                  <span>{note.text}</span>
                  {note.isSeen ? <em>{words.seen}</em> : null}
                </p>
              ) : null}
              {open === line ? (
                <NoteForm
                  line={line}
                  note={note}
                  onLeave={(written) => done(onLeave(line, written), line, words.sent)}
                  onRemove={() => note && done(onRemove(note), line, words.removed)}
                  onCancel={() => close(line)}
                />
              ) : null}
            </li>
          );
        })}
      </ol>
      <p role="status" className="note-said">
        {said}
      </p>
    </div>
  );
}

interface NoteFormProps {
  line: number;
  note: LineNote | undefined;
  onLeave: (text: string) => void;
  onRemove: () => void;
  onCancel: () => void;
}

function NoteForm({ line, note, onLeave, onRemove, onCancel }: NoteFormProps) {
  const words = useMessages().follow.notes;
  const [text, setText] = useState(note?.text ?? '');
  const id = useId();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() !== '') onLeave(text);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') {
      // Not the panel around it.
      event.stopPropagation();
      onCancel();
    } else if (event.key === 'Enter' && !event.shiftKey) submit(event);
  };
  return (
    <form className="note-form" onSubmit={submit} translate="yes">
      <label htmlFor={id}>{fill(words.field, { line })}</label>
      <textarea
        id={id}
        // biome-ignore lint/a11y/noAutofocus: it opens by the button of its line
        autoFocus
        rows={2}
        maxLength={NOTE_LIMIT}
        placeholder={words.placeholder}
        value={text}
        onChange={({ target }) => setText(target.value)}
        onKeyDown={onKeyDown}
      />
      <div>
        <button type="submit" className="snippet-button is-main" disabled={text.trim() === ''}>
          {note ? words.change : words.send}
        </button>
        {note ? (
          <button type="button" className="snippet-button" onClick={onRemove}>
            {words.remove}
          </button>
        ) : null}
        <button type="button" className="snippet-button" onClick={onCancel}>
          {words.cancel}
        </button>
      </div>
    </form>
  );
}
