/** A file from the web, fetched by the visitor's browser in a frame that has no part in this page. */
import * as z from '@/lib/client/shape';
import { Refusal } from './refusal';

const MAX_BYTES = 4 * 1024 * 1024;
const TIMEOUT_MS = 15_000;
/** For the frame itself, which may not come. */
const GRACE_MS = 10_000;

const answer = z.union([
  z.object({ type: z.literal('ready') }),
  z.object({ type: z.literal(['too_large', 'slow', 'unreachable']) }),
  z.object({
    type: z.literal('fetched'),
    status: z.number(),
    contentType: z.string(),
    bytes: z.unknown(),
  }),
]);

/** Throws a Refusal. */
export async function fetchFile(url: URL): Promise<Blob> {
  const found = await ask(url);
  if (found.type === 'too_large') throw new Refusal('too_large', { mebibytes: 4 });
  const host = url.host;
  if (found.type === 'slow' || found.type === 'unreachable')
    throw new Refusal(found.type, { host });
  if (found.type !== 'fetched' || !(found.bytes instanceof ArrayBuffer)) {
    throw new Refusal('unreachable', { host });
  }
  const { status, contentType, bytes } = found;
  if (status < 200 || status > 299) throw new Refusal('status', { host, status });
  if (isPage(contentType, bytes)) throw new Refusal('page', { host });
  return new Blob([bytes]);
}

function ask(url: URL) {
  return new Promise<z.OutputOf<typeof answer>>((resolve) => {
    const frame = document.createElement('iframe');
    frame.setAttribute('sandbox', 'allow-scripts');
    frame.hidden = true;
    frame.src = '/fetch';
    const end = (found: z.OutputOf<typeof answer>) => {
      clearTimeout(timer);
      window.removeEventListener('message', onMessage);
      frame.remove();
      resolve(found);
    };
    const timer = setTimeout(() => end({ type: 'slow' }), TIMEOUT_MS + GRACE_MS);
    const onMessage = ({ source, data }: MessageEvent<unknown>) => {
      if (!source || source !== frame.contentWindow) return;
      const { data: found } = answer.safeParse(data);
      if (!found) return;
      if (found.type !== 'ready') end(found);
      else {
        // Its origin is no other's, and has no name that could stand here.
        const wish = { url: url.href, maxBytes: MAX_BYTES, timeoutMs: TIMEOUT_MS };
        frame.contentWindow?.postMessage(wish, '*');
      }
    };
    window.addEventListener('message', onMessage);
    document.body.append(frame);
  });
}

/** A page about a program, in place of the program. */
function isPage(contentType: string, bytes: ArrayBuffer): boolean {
  if (/^\s*(?:text\/html|application\/xhtml\+xml)\b/i.test(contentType)) return true;
  const start = new TextDecoder().decode(bytes.slice(0, 200));
  return /^\s*<(?:!doctype html|html)\b/i.test(start);
}
