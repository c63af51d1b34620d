import { useMessages } from '@/components/ui/messages-provider';
import {
  clockText,
  goneMs,
  leftMs,
  MAX_PLAN_MINUTES,
  STANDING,
  toggled,
} from '@/lib/present/clock';
import { useClock } from './use-clock';

/** How long it has gone and, where a time was planned, what is left of it. */
export function SpeakerClock({ reference }: { reference: string }) {
  const words = useMessages().present.speaker;
  const { clock, nowMs, change } = useClock(reference);
  const left = leftMs(clock, nowMs);
  const isOver = left !== undefined && left < 0;
  const isShort = left !== undefined && left < clock.planMinutes * 60_000 * 0.15;
  return (
    <section className="speaker-clock" aria-label={words.clock}>
      <div role="timer">
        <span className="speaker-clock-name">{words.gone}</span>
        <span className="speaker-time">{clockText(goneMs(clock, nowMs))}</span>
      </div>
      {left === undefined ? null : (
        <div role="timer" data-state={isOver ? 'over' : isShort ? 'short' : undefined}>
          <span className="speaker-clock-name">{isOver ? words.over : words.left}</span>
          <span className="speaker-time">{clockText(Math.abs(left))}</span>
        </div>
      )}
      <div className="speaker-clock-actions">
        <button
          type="button"
          className="snippet-button"
          onClick={() => change(toggled(clock, Date.now()))}
        >
          {clock.sinceMs === undefined ? words.start : words.pause}
        </button>
        <button
          type="button"
          className="snippet-button"
          onClick={() => change({ ...STANDING, planMinutes: clock.planMinutes })}
        >
          {words.reset}
        </button>
        <label className="speaker-plan">
          {words.plan}
          <input
            type="number"
            inputMode="numeric"
            min={0}
            max={MAX_PLAN_MINUTES}
            value={clock.planMinutes === 0 ? '' : clock.planMinutes}
            onChange={({ target }) =>
              change({
                ...clock,
                planMinutes: Math.min(
                  MAX_PLAN_MINUTES,
                  Math.max(0, Math.floor(Number(target.value) || 0)),
                ),
              })
            }
          />
        </label>
      </div>
      <p className="sr-only" role="status">
        {isOver ? words.timeOver : ''}
      </p>
    </section>
  );
}
