/** A file that a program may have written, on its way to a browser that must not open it as a page. */
import 'server-only';
import { AppError } from '@/lib/errors';

/** What stands behind `folder` in the address, its escapes read once. Throws bad_request. */
export function pathOfUrl(url: string, folder: string): string {
  const { pathname } = new URL(url);
  const rest = pathname.slice(pathname.indexOf(folder) + folder.length);
  try {
    return rest.split('/').map(decodeURIComponent).join('/');
  } catch (cause) {
    const detail = 'path: expected escapes of UTF-8 (%C3%A9), got others.';
    throw new AppError('bad_request', detail, { field: 'path', cause });
  }
}

/** Always a download, of no type that a browser shows (RFC 6266; the name in RFC 8187's form). */
export function fileHeaders(path: string): Record<string, string> {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const plain = name.replace(/[^\w .-]/g, '_');
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return {
    'Content-Type': 'application/octet-stream',
    'Content-Disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`,
    'Content-Security-Policy': "default-src 'none'; sandbox",
    'Cache-Control': 'no-store, no-transform',
  };
}

/** No faster than it is read. `close` is called once, at the end or when the reader has gone. */
export function fileStream(
  content: AsyncIterable<Uint8Array>,
  close: () => void,
): ReadableStream<Uint8Array> {
  const iterator = content[Symbol.asyncIterator]();
  return new ReadableStream(
    {
      async pull(controller) {
        try {
          const { value, done } = await iterator.next();
          if (!done) {
            controller.enqueue(value);
            return;
          }
          controller.close();
        } catch (error) {
          controller.error(error);
        }
        close();
      },
      async cancel() {
        close();
        await iterator.return?.();
      },
    },
    { highWaterMark: 0 },
  );
}
