/**
 * `/embed.js`, for other people's pages: makes their code blocks runnable and gives embeds their
 * height. It adds no global name, may be there twice, and leaves the page as it was where the server
 * does not answer.
 */
import { startBlocks } from './blocks';
import { listenFrames } from './frames';
import { scriptBase, scriptElement } from './script-element';

function start(): void {
  const script = scriptElement();
  const base = scriptBase(script);
  if (base === undefined) return;
  // The same script twice does its work once; of two servers each has its own.
  const once = Symbol.for(`runbay ${base}`);
  if (Reflect.has(document, once)) return;
  Reflect.set(document, once, true);
  const frames = listenFrames(base);
  const begin = () => startBlocks(base, frames, script?.dataset ?? {});
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', begin);
  else begin();
}

start();
