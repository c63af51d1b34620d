/**
 * A frame may be lower than a dialog needs, or many times higher than the reader's window. While one is
 * open the frame has room for it, and it stands where the reader looks.
 */

/** As low as a dialog can be used. */
const LEAST_PX = 560;
const MOST_PX = 800;

const isOpen = () => document.querySelector('[role="dialog"]') !== null;

/** What a frame needs that would show `heightPx`. */
export function withDialog(heightPx: number): number {
  return isOpen() ? Math.max(heightPx, LEAST_PX) : heightPx;
}

/** `onChange`: a dialog has come or gone. Gives what ends it. */
export function placeDialogs(onChange: () => void): () => void {
  let wasOpen = false;
  const changes = new MutationObserver(() => {
    if (isOpen() === wasOpen) return;
    wasOpen = !wasOpen;
    onChange();
    if (wasOpen) lookWhereItIsSeen();
  });
  changes.observe(document.body, { childList: true, subtree: true });
  return () => changes.disconnect();
}

/** Only an observer knows which part of a frame is in view, and tells it once when it begins. */
function lookWhereItIsSeen(): void {
  const root = document.documentElement;
  const observer = new IntersectionObserver(([entry]) => {
    observer.disconnect();
    if (!entry) return;
    const { top, height } = entry.intersectionRect;
    const roomPx = Math.min(MOST_PX, Math.max(LEAST_PX, height));
    // It is at home in the page of the document, which does not scroll where the frame is high enough.
    const topPx = Math.max(0, Math.min(top, Math.max(innerHeight, LEAST_PX) - roomPx));
    root.style.setProperty('--dialog-top', `${topPx}px`);
    root.style.setProperty('--dialog-height', `${roomPx}px`);
  });
  observer.observe(root);
}
