import { Hand } from 'lucide-react';
import { useTexts } from '@/components/ui/messages-provider';
import { fill } from '@/lib/messages/messages';
import type { Student } from '@/lib/rooms/contract';
import { countDone, lastFailure, type Standing, type WallItem } from '@/lib/rooms/wall-view';
import { ItemSquares } from './item-squares';
import { errorWords, standingWords } from './wall-words';

interface StudentCardProps {
  student: Student;
  items: readonly WallItem[];
  standing: Standing;
  nowMs: number;
  isOpen: boolean;
  onOpen: () => void;
}

/** One student on the wall; pressed, the code comes up. */
export function StudentCard(props: StudentCardProps) {
  const { student, items, standing, nowMs, isOpen, onOpen } = props;
  const texts = useTexts();
  const words = texts.messages.rooms.wall;
  const failure = lastFailure(student);
  const since =
    standing === 'hand'
      ? student.handAtMs
      : standing === 'stuck' || standing === 'failing'
        ? student.failingSinceMs
        : undefined;
  return (
    <li>
      <button
        type="button"
        className="wall-card"
        data-standing={standing}
        data-student={student.id}
        aria-pressed={isOpen}
        onClick={onOpen}
      >
        <span className="wall-card-head">
          <bdi className="wall-name" translate="no">
            {student.nickname}
          </bdi>
          <span className="wall-standing" data-standing={standing}>
            {standing === 'hand' ? <Hand className="size-3.5" aria-hidden="true" /> : null}
            {standingWords(standing, since, nowMs, texts)}
          </span>
        </span>
        <span className="sr-only">
          {fill(words.progress, { done: countDone(student, items), all: items.length })}
        </span>
        <ItemSquares student={student} items={items} />
        {failure?.error ? (
          <bdi className="wall-error" translate="no">
            {errorWords(failure.error, texts)}
          </bdi>
        ) : null}
      </button>
    </li>
  );
}
