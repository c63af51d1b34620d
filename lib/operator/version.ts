import 'server-only';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { remember } from '@/lib/remember';

/** Runbay's version, and which build of it this is; the latter is empty in development. */
export function version(): { version: string; build: string } {
  return remember('version', () => {
    const { version } = JSON.parse(read('package.json') || '{}') as { version?: string };
    return { version: version ?? '', build: read(join('.next', 'BUILD_ID')).trim() };
  });
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
