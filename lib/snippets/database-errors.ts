/** What goes wrong in a database, in words for whoever asked. */
import 'server-only';
import { AppError } from '@/lib/errors';
import type { Database } from './schema';

/** Throws store_full or store_unavailable where the database says so; other errors stay what they are. */
export async function inWords<T>(
  { isFull, isUnavailable }: Pick<Database, 'isFull' | 'isUnavailable'>,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    if (isFull(cause)) {
      const detail = 'The disk of the server is full: nothing was changed, and nothing is lost.';
      throw new AppError('store_full', detail, { cause });
    }
    if (!isUnavailable(cause)) throw cause;
    const detail = 'The database of snippets does not answer now.';
    throw new AppError('store_unavailable', detail, { retryAfterS: 5, cause });
  }
}
