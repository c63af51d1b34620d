/** What frames of the server say. Who says it is checked by window and by origin. */

const MIN_HEIGHT_PX = 60;
const MAX_HEIGHT_PX = 4000;

export interface Frames {
  /** Calls back with each kind of word that the frame says. */
  hear(frame: HTMLIFrameElement, callback: (type: string) => void): void;
  say(frame: HTMLIFrameElement, message: object): void;
}

/** Hears the frames of that server, and gives each its height, also those that the page has written itself. */
export function listenFrames(base: string): Frames {
  const callbacks = new WeakMap<HTMLIFrameElement, (type: string) => void>();
  addEventListener('message', ({ source, origin, data }) => {
    if (origin !== base || source === null || typeof data !== 'object' || data === null) return;
    const { type, heightPx } = data;
    if (typeof type !== 'string' || !type.startsWith('runbay:')) return;
    const frame = [...document.querySelectorAll('iframe')].find(
      ({ contentWindow, src }) => contentWindow === source && src.startsWith(`${base}/embed/`),
    );
    if (!frame) return;
    if (type === 'runbay:resize') setHeight(frame, heightPx);
    callbacks.get(frame)?.(type);
  });
  return {
    hear: (frame, callback) => void callbacks.set(frame, callback),
    say: (frame, message) => frame.contentWindow?.postMessage(message, base),
  };
}

function setHeight(frame: HTMLIFrameElement, heightPx: unknown): void {
  if (typeof heightPx !== 'number' || !Number.isFinite(heightPx)) return;
  const clamped = Math.min(MAX_HEIGHT_PX, Math.max(MIN_HEIGHT_PX, Math.ceil(heightPx)));
  frame.style.height = `${clamped}px`;
}
