/** Keeps other sites' pages from changing something here with their visitor's cookie, or at all. */
import 'server-only';
import { AppError } from '@/lib/errors';

function hostOf(origin: string): string | undefined {
  try {
    return new URL(origin).host;
  } catch {
    return undefined;
  }
}

/**
 * Throws forbidden for a request that another site's page makes. Browsers name the relation in
 * Sec-Fetch-Site (over https and on localhost), or else the Origin of each POST and DELETE; a program
 * that is no browser sends neither.
 */
export function requireSameOrigin(request: Request): void {
  const site = request.headers.get('sec-fetch-site');
  const origin = request.headers.get('origin');
  if (site !== null) {
    if (site === 'same-origin' || site === 'none') return;
  } else if (origin === null || hostOf(origin) === request.headers.get('host')) {
    return;
  }
  throw new AppError('forbidden', 'Pages of another site may not do this.');
}
