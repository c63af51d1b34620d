import { type HTMLAttributes, type KeyboardEvent, type PointerEvent, useState } from 'react';

interface Split {
  /** Percent of the room that the first of the two panes has. */
  share: number;
  /** For the element of role separator between the panes, whose parent holds all three. */
  separatorProps: HTMLAttributes<HTMLElement>;
}

const MIN_SHARE = 20;
const MAX_SHARE = 80;
const KEY_STEP = 5;

/** Two panes whose common edge is moved by pointer (double click: back) and by keyboard (ARIA's window splitter). */
export function useSplit(stacked: boolean, initialShare: number): Split {
  const [share, setShare] = useState(initialShare);
  const moveTo = (wanted: number) => setShare(Math.min(MAX_SHARE, Math.max(MIN_SHARE, wanted)));

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
    const targets: Record<string, number> = {
      [stacked ? 'ArrowUp' : 'ArrowLeft']: share - KEY_STEP,
      [stacked ? 'ArrowDown' : 'ArrowRight']: share + KEY_STEP,
      Home: MIN_SHARE,
      End: MAX_SHARE,
      Enter: initialShare,
    };
    const target = targets[event.key];
    if (target === undefined || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    moveTo(target);
  };

  return {
    share,
    separatorProps: {
      'aria-orientation': stacked ? 'horizontal' : 'vertical',
      'aria-valuemin': MIN_SHARE,
      'aria-valuemax': MAX_SHARE,
      onPointerDown: ({ currentTarget, pointerId }) => currentTarget.setPointerCapture(pointerId),
      onPointerMove,
      onDoubleClick: () => setShare(initialShare),
      onKeyDown,
    },
  };
}
