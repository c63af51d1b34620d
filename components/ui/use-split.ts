import type { HTMLAttributes, KeyboardEvent, PointerEvent } from 'react';

interface Split {
  /** One above the other; else side by side. */
  stacked: boolean;
  /** Percent of the room that the first of the two panes has. */
  share: number;
  min: number;
  max: number;
  /** Undefined: back to where it was at first. */
  onChange: (share: number | undefined) => void;
}

const KEY_STEP = 5;

/**
 * For the element of role separator between two panes, whose parent holds all three: their common edge is
 * moved by pointer (double click: back) and by keyboard (ARIA's window splitter; Enter: back).
 */
export function useSplit({
  stacked,
  share,
  min,
  max,
  onChange,
}: Split): HTMLAttributes<HTMLElement> {
  const moveTo = (wanted: number) => onChange(Math.min(max, Math.max(min, wanted)));

  const onPointerMove = ({
    currentTarget,
    pointerId,
    clientX,
    clientY,
  }: PointerEvent<HTMLElement>) => {
    const box = currentTarget.parentElement?.getBoundingClientRect();
    if (!box || !currentTarget.hasPointerCapture(pointerId)) return;
    moveTo(
      stacked ? ((clientY - box.top) / box.height) * 100 : ((clientX - box.left) / box.width) * 100,
    );
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const targets: Record<string, number | undefined> = {
      [stacked ? 'ArrowUp' : 'ArrowLeft']: share - KEY_STEP,
      [stacked ? 'ArrowDown' : 'ArrowRight']: share + KEY_STEP,
      Home: min,
      End: max,
    };
    const target = targets[event.key];
    if (event.ctrlKey || event.metaKey || (target === undefined && event.key !== 'Enter')) return;
    event.preventDefault();
    if (target === undefined) onChange(undefined);
    else moveTo(target);
  };

  return {
    'aria-orientation': stacked ? 'horizontal' : 'vertical',
    'aria-valuemin': min,
    'aria-valuemax': max,
    onPointerDown: ({ currentTarget, pointerId }) => currentTarget.setPointerCapture(pointerId),
    onPointerMove,
    onDoubleClick: () => onChange(undefined),
    onKeyDown,
  };
}
