/** Keeps other sites' pages from changing something here with their visitor's cookie, or at all. */
import 'server-only';
import { config } from '@/lib/config';
import { AppError } from '@/lib/errors';
import type { Asked } from './asked';

function hostOf(origin: string): string | undefined {
  try {
    return new URL(origin).host;
  } catch {
    return undefined;
  }
}

/**
 * Whether a page of ours makes this request, or no page at all. Browsers name the relation in
 * Sec-Fetch-Site (over https and on localhost), or else the Origin of each POST and DELETE; a program
 * that is no browser sends neither. Behind a proxy the Host may be that of this machine.
 */
export function isSameOrigin({ headers }: Pick<Asked, 'headers'>): boolean {
  const site = headers.get('sec-fetch-site');
  if (site !== null) return site === 'same-origin' || site === 'none';
  const origin = headers.get('origin');
  return origin === null || origin === config().publicUrl || hostOf(origin) === headers.get('host');
}

/** Throws forbidden for a request that another site's page makes. */
export function requireSameOrigin(request: Pick<Asked, 'headers'>): void {
  if (isSameOrigin(request)) return;
  throw new AppError('forbidden', 'Pages of another site may not do this.');
}
