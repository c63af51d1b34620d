import { useId } from 'react';
import { useTexts } from '@/components/ui/messages-provider';
import { Select } from '@/components/ui/select';
import { fill, fillPlural } from '@/lib/messages/messages';
import { STUCK_MINUTES, type Standing, type WallOrder } from '@/lib/rooms/wall-view';

export const STANDINGS: readonly Standing[] = [
  'hand',
  'stuck',
  'failing',
  'running',
  'working',
  'done',
  'away',
];
const ORDERS: readonly WallOrder[] = ['need', 'name', 'progress'];

interface WallToolbarProps {
  /** How many stand so. */
  counts: Record<Standing, number>;
  all: number;
  shown: Standing | undefined;
  onShow: (standing: Standing | undefined) => void;
  order: WallOrder;
  onOrder: (order: WallOrder) => void;
  minutes: number;
  onMinutes: (minutes: number) => void;
}

/** Which students are shown, in what order, and after what time one counts as stuck. */
export function WallToolbar(props: WallToolbarProps) {
  const { counts, all, shown, onShow, order, onOrder, minutes, onMinutes } = props;
  const { locale, messages } = useTexts();
  const words = messages.rooms.wall;
  const id = useId();
  const time = fillPlural(locale, words.minutes, minutes);
  return (
    <section className="wall-toolbar" aria-label={words.toolbar}>
      {/* biome-ignore lint/a11y/useSemanticElements: it is no fieldset */}
      <div className="wall-filters" role="group" aria-label={words.filter}>
        {[undefined, ...STANDINGS].map((standing) => {
          const count = standing === undefined ? all : counts[standing];
          if (standing !== undefined && count === 0 && standing !== shown) return null;
          return (
            <button
              key={standing ?? ''}
              type="button"
              className="wall-filter"
              data-standing={standing}
              aria-pressed={shown === standing}
              onClick={() => onShow(standing)}
            >
              {standing === undefined ? words.all : words.standing[standing]}{' '}
              <strong>{count}</strong>
            </button>
          );
        })}
      </div>
      <label className="wall-choice" htmlFor={`${id}-order`}>
        {words.order}
        <Select
          id={`${id}-order`}
          value={order}
          onChange={({ target }) => onOrder(target.value as WallOrder)}
        >
          {ORDERS.map((one) => (
            <option key={one} value={one}>
              {words.orders[one]}
            </option>
          ))}
        </Select>
      </label>
      <label
        className="wall-choice"
        htmlFor={`${id}-stuck`}
        title={fill(words.rule, { minutes: time })}
      >
        {words.stuckAfter}
        <Select
          id={`${id}-stuck`}
          value={minutes}
          aria-describedby={`${id}-rule`}
          onChange={({ target }) => onMinutes(Number(target.value))}
        >
          {STUCK_MINUTES.map((one) => (
            <option key={one} value={one}>
              {fillPlural(locale, words.minutes, one)}
            </option>
          ))}
        </Select>
      </label>
      <p id={`${id}-rule`} className="wall-rule">
        {fill(words.rule, { minutes: time })}
      </p>
    </section>
  );
}
