import { type RefObject, useCallback, useLayoutEffect, useRef, useState } from 'react';

interface Tail {
  /** The end is kept in view. */
  following: boolean;
  scrollTop: number;
  onScroll: () => void;
  jumpToEnd: () => void;
  /** Scrolls to a height and stays there. */
  goTo: (top: number) => void;
  /** What changes next, for a moment, is the reader's doing: it opens where it is. */
  hold: () => void;
}

const HOLD_MS = 1000;

/** Follows the end of the output until the reader scrolls up. `change` is anything that alters its height. */
export function useTail(
  viewport: RefObject<HTMLElement | null>,
  rowHeight: number,
  change: unknown,
): Tail {
  const [following, setFollowing] = useState(true);
  const [scrollTop, setScrollTop] = useState(0);
  const lastTop = useRef(0);
  const heldAtMs = useRef(Number.NEGATIVE_INFINITY);

  const jumpToEnd = useCallback(() => {
    const box = viewport.current;
    if (!box) return;
    box.scrollTop = box.scrollHeight;
    setFollowing(true);
  }, [viewport]);

  const goTo = useCallback(
    (top: number) => {
      const box = viewport.current;
      if (!box) return;
      setFollowing(false);
      box.scrollTop = top;
      setScrollTop(box.scrollTop);
    },
    [viewport],
  );

  const onScroll = useCallback(() => {
    const box = viewport.current;
    if (!box) return;
    if (isAtEnd(box, rowHeight)) setFollowing(true);
    else if (box.scrollTop < lastTop.current) setFollowing(false);
    lastTop.current = box.scrollTop;
    setScrollTop(box.scrollTop);
  }, [viewport, rowHeight]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `change` is what it waits for
  useLayoutEffect(() => {
    const box = viewport.current;
    if (!box || !following) return;
    if (performance.now() - heldAtMs.current > HOLD_MS) {
      box.scrollTop = box.scrollHeight;
    } else if (!isAtEnd(box, rowHeight)) {
      setScrollTop(box.scrollTop);
      setFollowing(false);
    }
  }, [viewport, following, change]);

  const hold = useCallback(() => {
    heldAtMs.current = performance.now();
  }, []);

  return { following, scrollTop, onScroll, jumpToEnd, goTo, hold };
}

function isAtEnd(box: HTMLElement, rowHeight: number): boolean {
  return box.scrollHeight - box.scrollTop - box.clientHeight < rowHeight;
}
