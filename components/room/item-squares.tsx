import { Check, Ellipsis, Minus, X } from 'lucide-react';
import { useTexts } from '@/components/ui/messages-provider';
import type { Student } from '@/lib/rooms/contract';
import type { WallItem } from '@/lib/rooms/wall-view';
import { itemWords, stateOf } from './wall-words';

const SIGNS = {
  open: undefined,
  running: Ellipsis,
  ok: Check,
  passed: Check,
  error: X,
  failed: X,
  stopped: Minus,
};

interface ItemSquaresProps {
  student: Student;
  items: readonly WallItem[];
}

/** How far a student is: a square for each block and exercise. The words for it stand elsewhere on the card. */
export function ItemSquares({ student, items }: ItemSquaresProps) {
  const texts = useTexts();
  const known = new Map(student.items.map((progress) => [progress.item, progress]));
  return (
    <span className="wall-squares" aria-hidden="true">
      {items.map((item) => {
        const progress = known.get(item.item);
        const state = stateOf(progress);
        const Sign = SIGNS[state];
        return (
          <span
            key={item.item}
            className="wall-square"
            data-state={state}
            data-kind={item.kind}
            title={itemWords(item, progress, texts)}
          >
            {Sign ? <Sign className="size-3" strokeWidth={3} /> : null}
          </span>
        );
      })}
    </span>
  );
}
