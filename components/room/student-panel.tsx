'use client';

import { X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useNoteSlots } from '@/components/follow/use-note-slots';
import { IconButton } from '@/components/ui/icon-button';
import { useTexts } from '@/components/ui/messages-provider';
import { fill } from '@/lib/messages/messages';
import { removeStudent } from '@/lib/rooms/client/room-api';
import { HAND_DOWN, type Student } from '@/lib/rooms/contract';
import { lastFailure, type WallItem } from '@/lib/rooms/wall-view';
import { StudentCode } from './student-code';
import { SureButton } from './sure-button';
import { useStudentCode } from './use-student-code';
import { useWall } from './wall-context';
import { errorWords, itemWords, nameOfItem, stateOf } from './wall-words';

interface StudentPanelProps {
  student: Student;
  items: readonly WallItem[];
  onClose: () => void;
  /** Nothing of this student will be there to go back to. */
  onRemove: () => void;
}

/** One student's code, as it is now, and how each block stands. Only the teacher has it. */
export function StudentPanel({ student, items, onClose, onRemove }: StudentPanelProps) {
  const texts = useTexts();
  const words = texts.messages.rooms.student;
  const wall = useWall();
  const [chosen, setChosen] = useState<string>();
  const heading = useRef<HTMLHeadingElement>(null);
  const { id, nickname, codeVersion, handAtMs } = student;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another student's panel is another one
  useEffect(() => {
    heading.current?.focus();
    setChosen(undefined);
  }, [id]);

  // Without a choice it is where the student is.
  const shownName = chosen ?? lastFailure(student)?.item ?? student.at;
  const shown = items.find(({ item }) => item === shownName) ?? items[0];
  const known = new Map(student.items.map((progress) => [progress.item, progress]));
  const code = useStudentCode(id, codeVersion);
  const written = code?.find(({ item }) => item === shown?.item)?.text;
  const progress = shown && known.get(shown.item);
  const notes = useNoteSlots({
    room: wall,
    student: id,
    item: shown?.item ?? '',
    code: written ?? shown?.code ?? '',
  });

  return (
    <section
      className="student-panel"
      aria-label={fill(words.label, { name: nickname })}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <div className="student-head">
        <h2 ref={heading} tabIndex={-1}>
          <bdi translate="no">{nickname}</bdi>
        </h2>
        <IconButton label={words.close} onClick={onClose}>
          <X className="size-4" aria-hidden="true" />
        </IconButton>
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: it is no fieldset */}
      <div className="student-items" role="group" aria-label={words.choose}>
        {items.map((item) => (
          <button
            key={item.item}
            type="button"
            className="student-item"
            data-state={stateOf(known.get(item.item))}
            aria-pressed={item === shown}
            title={itemWords(item, known.get(item.item), texts)}
            onClick={() => setChosen(item.item)}
          >
            <bdi>{item.label}</bdi>
            <span className="sr-only">{itemWords(item, known.get(item.item), texts)}</span>
          </button>
        ))}
      </div>
      {shown ? (
        <div className="student-work">
          <p className="student-facts">
            <span>{itemWords(shown, progress, texts)}</span>
            {shown.under ? <bdi translate="no">{shown.under}</bdi> : null}
          </p>
          {progress?.error ? (
            <p className="wall-error" translate="no">
              <bdi>{errorWords(progress.error, texts)}</bdi>
            </p>
          ) : null}
          {code === undefined ? <p className="snippet-none">{words.loading}</p> : null}
          {code !== undefined && !written && shown.isAnswer ? (
            <p className="student-given">{words.noAnswer}</p>
          ) : code !== undefined && written === undefined ? (
            <p className="student-given">{words.asGiven}</p>
          ) : null}
          {code === undefined || (!written && shown.isAnswer) ? null : (
            <StudentCode
              code={written ?? shown.code}
              language={shown.language ?? 'plaintext'}
              label={fill(words.code, { name: nickname, item: nameOfItem(shown, texts) })}
              errorLine={progress?.error?.line}
              // An answer has no lines of its own on the student's page.
              {...(shown.isAnswer ? {} : { number: notes.number, below: notes.below })}
            />
          )}
          {shown.isAnswer ? null : <p className="note-hint">{notes.hint}</p>}
          <p role="status" className="note-said">
            {notes.said}
          </p>
        </div>
      ) : null}
      <div className="student-foot">
        {handAtMs === undefined ? null : (
          <button
            type="button"
            className="snippet-button is-main"
            onClick={() => void wall.send({ to: id, kind: HAND_DOWN, data: true }).catch(() => {})}
          >
            {words.lowerHand}
          </button>
        )}
        <SureButton
          key={id}
          action={words.remove}
          question={fill(words.removeSure, { name: nickname })}
          yes={words.removeYes}
          no={words.keep}
          onSure={() => {
            void removeStudent(wall.key, id).catch(() => {});
            onRemove();
          }}
        />
      </div>
    </section>
  );
}
