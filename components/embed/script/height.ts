/** Tells the page around the frame how high it would have to be to show everything. */

const MAX_HEIGHT_PX = 4000;

interface Measuring {
  measure: (main: HTMLElement) => number;
  maxPx: number;
}

/** `id`: the program's, where it has one. Gives a function that says it once more. */
export function reportHeight(
  main: HTMLElement,
  id: string | undefined,
  { measure, maxPx }: Measuring = { measure: wantedHeight, maxPx: MAX_HEIGHT_PX },
): () => void {
  if (parent === window) return () => {};
  let said = 0;
  let isWaiting = false;
  const report = () => {
    if (isWaiting) return;
    isWaiting = true;
    // Not with the next picture: frames out of view have none.
    setTimeout(() => {
      isWaiting = false;
      const heightPx = Math.min(maxPx, measure(main));
      if (heightPx === said) return;
      said = heightPx;
      // It says nothing that the page around could not see.
      parent.postMessage({ type: 'runbay:resize', id, heightPx }, '*');
    });
  };
  const sizes = new ResizeObserver(report);
  const watch = () => {
    sizes.disconnect();
    sizes.observe(document.documentElement);
    sizes.observe(main);
    // What has a size of its own, and what gives a part that scrolls its size.
    for (const part of main.querySelectorAll('[data-scroll], [data-scroll] > *'))
      sizes.observe(part);
    report();
  };
  new MutationObserver(watch).observe(main, {
    ...{ childList: true, subtree: true },
    ...{ attributes: true, attributeFilter: ['hidden', 'open'] },
  });
  watch();
  return () => {
    said = 0;
    report();
  };
}

function wantedHeight(main: HTMLElement): number {
  const { borderTopWidth, borderBottomWidth } = getComputedStyle(main);
  const parts = [...main.children].flatMap((part) =>
    part.id === 'shown' ? [...part.children] : [part],
  );
  const edges = Number.parseFloat(borderTopWidth) + Number.parseFloat(borderBottomWidth);
  return Math.ceil(edges + parts.reduce((sum, part) => sum + heightOf(part), 0));
}

/** Of a part that scrolls: as if it did not, up to the most that it may have. */
function heightOf(part: Element): number {
  const { height } = part.getBoundingClientRect();
  if (!part.hasAttribute('data-scroll') || !(part instanceof HTMLElement)) return height;
  const most = Number.parseFloat(getComputedStyle(part).maxHeight);
  const whole = part.scrollHeight + part.offsetHeight - part.clientHeight;
  return Number.isNaN(most) ? whole : Math.min(most, whole);
}
