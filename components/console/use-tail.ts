import { type RefObject, useCallback, useLayoutEffect, useRef, useState } from 'react';
import { ROW_HEIGHT } from './metrics';

interface Tail {
  /** The end is kept in view. */
  following: boolean;
  scrollTop: number;
  onScroll: () => void;
  jumpToEnd: () => void;
}

/** Follows the end of the output until the reader scrolls up. `change` is anything that alters its height. */
export function useTail(viewport: RefObject<HTMLElement | null>, change: unknown): Tail {
  const [following, setFollowing] = useState(true);
  const [scrollTop, setScrollTop] = useState(0);
  const lastTop = useRef(0);

  const jumpToEnd = useCallback(() => {
    const box = viewport.current;
    if (!box) return;
    box.scrollTop = box.scrollHeight;
    setFollowing(true);
  }, [viewport]);

  const onScroll = useCallback(() => {
    const box = viewport.current;
    if (!box) return;
    const atEnd = box.scrollHeight - box.scrollTop - box.clientHeight < ROW_HEIGHT;
    if (atEnd) setFollowing(true);
    else if (box.scrollTop < lastTop.current) setFollowing(false);
    lastTop.current = box.scrollTop;
    setScrollTop(box.scrollTop);
  }, [viewport]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `change` is what it waits for
  useLayoutEffect(() => {
    const box = viewport.current;
    if (box && following) box.scrollTop = box.scrollHeight;
  }, [viewport, following, change]);

  return { following, scrollTop, onScroll, jumpToEnd };
}
