import { type FormEvent, type KeyboardEvent, useId, useState } from 'react';
import { useMessages } from '@/components/ui/messages-provider';
import { type LineNote, NOTE_LIMIT } from '@/lib/follow/notes';
import { fill } from '@/lib/messages/messages';

interface NoteFormProps {
  line: number;
  note: LineNote | undefined;
  onLeave: (text: string) => void;
  onRemove: () => void;
  onCancel: () => void;
}

/** What the teacher writes to a line. Enter leaves it there, Escape does not. */
export function NoteForm({ line, note, onLeave, onRemove, onCancel }: NoteFormProps) {
  const words = useMessages().follow.notes;
  const [text, setText] = useState(note?.text ?? '');
  const id = useId();
  const submit = (event: FormEvent | KeyboardEvent) => {
    event.preventDefault();
    if (text.trim() !== '') onLeave(text);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') {
      // It closes this, not the panel around it.
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
