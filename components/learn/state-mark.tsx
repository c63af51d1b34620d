import type { LessonState } from '@/lib/lessons/progress';

interface StateMarkProps {
  state: LessonState;
  /** What stands in it while it is not finished. */
  number: number;
  /** From 0 to 1. */
  share: number;
}

const RADIUS = 13;
const AROUND = 2 * Math.PI * RADIUS;

/** A lesson's number in a ring that fills; its words stand elsewhere. */
export function StateMark({ state, number, share }: StateMarkProps) {
  return (
    <svg viewBox="0 0 32 32" className="state-mark" data-state={state} aria-hidden="true">
      <circle cx="16" cy="16" r={RADIUS} className="state-mark-ground" />
      {state === 'begun' ? (
        <circle
          cx="16"
          cy="16"
          r={RADIUS}
          className="state-mark-share"
          strokeDasharray={`${Math.max(0.06, share) * AROUND} ${AROUND}`}
          transform="rotate(-90 16 16)"
        />
      ) : null}
      {state === 'finished' ? (
        <path d="m10.5 16.5 3.7 3.7 7.6-8" className="state-mark-tick" />
      ) : (
        <text x="16" y="20.2" textAnchor="middle">
          {number}
        </text>
      )}
    </svg>
  );
}
