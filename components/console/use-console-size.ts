import { type RefObject, useLayoutEffect, useState } from 'react';
import { FIRST_COLUMNS, RULER_CELLS } from './metrics';

interface ConsoleSize {
  /** Characters that fit into a row. */
  columns: number;
  /** Pixels of the visible part. */
  height: number;
}

/** Follows the size of the pane, and of a character: the font may arrive after the first paint. */
export function useConsoleSize(
  viewport: RefObject<HTMLElement | null>,
  ruler: RefObject<HTMLElement | null>,
): ConsoleSize {
  const [size, setSize] = useState<ConsoleSize>({ columns: FIRST_COLUMNS, height: 600 });

  useLayoutEffect(() => {
    const box = viewport.current;
    const probe = ruler.current;
    if (!box || !probe) return;
    const measure = () => {
      const width = probe.parentElement?.clientWidth ?? 0;
      const cell = probe.getBoundingClientRect().width / RULER_CELLS;
      // A pane that is hidden keeps what it had, so that nothing is broken anew when it comes back.
      if (width === 0 || cell === 0) return;
      const columns = Math.max(8, Math.floor(width / cell));
      setSize((old) =>
        old.columns === columns && old.height === box.clientHeight
          ? old
          : { columns, height: box.clientHeight },
      );
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(box);
    observer.observe(probe);
    if (probe.parentElement) observer.observe(probe.parentElement);
    return () => observer.disconnect();
  }, [viewport, ruler]);

  return size;
}
