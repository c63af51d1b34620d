/** What frames of the server say. Who says it is checked by window and by origin. */

const MIN_HEIGHT_PX = 60;
/** A program ends with less by itself; a document may need as much. */
const MAX_HEIGHT_PX = 20_000;

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
    const frame = framesOf(base).find(({ contentWindow }) => contentWindow === source);
    if (!frame) return;
    if (type === 'runbay:resize') setHeight(frame, heightPx);
    callbacks.get(frame)?.(type);
  });
  // Those that are there already have said their height to nobody. It may be another page's by now.
  const greet = () => {
    for (const { contentWindow } of framesOf(base)) {
      contentWindow?.postMessage({ type: 'runbay:hello' }, '*');
    }
  };
  greet();
  document.addEventListener('DOMContentLoaded', greet);
  return {
    hear: (frame, callback) => void callbacks.set(frame, callback),
    say: (frame, message) => frame.contentWindow?.postMessage(message, base),
  };
}

const framesOf = (base: string) =>
  [...document.querySelectorAll('iframe')].filter(({ src }) => src.startsWith(`${base}/embed/`));

function setHeight(frame: HTMLIFrameElement, heightPx: unknown): void {
  if (typeof heightPx !== 'number' || !Number.isFinite(heightPx)) return;
  const clamped = Math.min(MAX_HEIGHT_PX, Math.max(MIN_HEIGHT_PX, Math.ceil(heightPx)));
  frame.style.height = `${clamped}px`;
}
