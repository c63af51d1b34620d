import 'server-only';
import { remember } from '@/lib/remember';
import type { MadePage } from './kept-pages';
import { KeptPages, withNonce } from './kept-pages';
import { makePage } from './made-page';
import { publicAddressOf } from './public-address';

/**
 * The page at that path for this reader, with a nonce of his own, made where it is not kept yet. `etag`
 * names all that it is made of besides its address; `more` are headers that go with our own request.
 * Undefined where it cannot be had so.
 */
export async function keptPage(
  { headers }: { headers: Headers },
  {
    path,
    etag,
    more,
    nonce,
  }: { path: string; etag: string; more: Record<string, string>; nonce: string },
): Promise<MadePage | undefined> {
  const key = [publicAddressOf({ headers }), path, etag].join(' ');
  const pages = remember('keptPages', () => new KeptPages());
  const made = await pages.get(key, () => makePage(path, headers, more));
  return made && withNonce(made, nonce);
}
