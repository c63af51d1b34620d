/** A page's own code blocks: each gets a frame, and stays until that has answered. */
import { type FoundBlock, findBlocks } from './find-blocks';
import type { Frames } from './frames';
import { followTheme } from './page-theme';

/** A server that is slower than this is taken for away. */
const PATIENCE_MS = 8000;
/** Frames are made this long before they come into view. */
const MARGIN = '800px';
/** Pages that change all the time are not looked through all the time. */
const LOOK_EACH_MS = 200;

export function startBlocks(base: string, frames: Frames, wishes: DOMStringMap): void {
  const known = new WeakMap<Element, FoundBlock>();
  const near = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        const block = known.get(target);
        if (!isIntersecting || !block) continue;
        near.unobserve(target);
        showFrame(block, base, frames, { ...wishes, ...block.pre.dataset });
      }
    },
    { rootMargin: MARGIN },
  );
  const look = () => {
    for (const block of findBlocks(document)) {
      if (known.has(block.pre)) continue;
      known.set(block.pre, block);
      near.observe(block.pre);
    }
  };
  look();
  // What a page's own scripts make comes later.
  let isSoon = false;
  new MutationObserver(() => {
    if (isSoon) return;
    isSoon = true;
    setTimeout(() => {
      isSoon = false;
      look();
    }, LOOK_EACH_MS);
  }).observe(document.documentElement, { childList: true, subtree: true });
}

function showFrame(block: FoundBlock, base: string, frames: Frames, wishes: DOMStringMap): void {
  const { pre, code, language, title } = block;
  const frame = document.createElement('iframe');
  frame.src = `${base}/embed/code`;
  frame.title = title ?? `${language}: ${code.trim().split('\n', 1)[0]?.slice(0, 60)}`;
  frame.allow = 'clipboard-write';
  Object.assign(frame.style, {
    ...{ display: 'block', boxSizing: 'border-box', border: '0' },
    // It is measured in its place before it is seen.
    ...{ position: 'absolute', visibility: 'hidden', height: '0' },
    width: `${pre.getBoundingClientRect().width}px`,
    margin: getComputedStyle(pre).margin,
  });
  const giveUp = setTimeout(() => frame.remove(), PATIENCE_MS);
  frames.hear(frame, (type) => {
    if (type === 'runbay:ready') {
      const readonly = wishes.readonly !== undefined;
      frames.say(frame, { type: 'runbay:code', code, language, title, readonly });
      followTheme(pre, wishes.theme, (theme) => frames.say(frame, { type: 'runbay:theme', theme }));
    } else if (type === 'runbay:taken') {
      clearTimeout(giveUp);
      pre.style.setProperty('display', 'none', 'important');
      Object.assign(frame.style, { position: 'static', visibility: 'visible', width: '100%' });
    }
  });
  pre.after(frame);
}
