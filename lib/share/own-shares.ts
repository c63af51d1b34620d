/** What was shared from this browser, with the secrets to change it; kept here and nowhere else. */
import { LANGUAGES, type Language } from '../agentbay/languages';
import { browserStorage } from '../client/browser';
import * as z from '../client/shape';
import type { SnippetKind } from '../snippets/contract';

export interface OwnShare {
  id: string;
  title: string;
  /** `markdown`: it is a demo. */
  language: Language | 'markdown';
  secret: string;
  /** Milliseconds since 1970. */
  sharedAtMs: number;
}

export const SHARES_KEY = 'runbay.shares';
const VERSION = 1;
/** The oldest go first. */
const MAX_SHARES = 500;

const schema = z.object({
  version: z.literal(VERSION),
  shares: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      language: z.enum([...LANGUAGES, 'markdown']),
      secret: z.string(),
      sharedAtMs: z.number(),
    }),
  ),
});

/** Newest first; none where the browser keeps none. */
export function loadShares(storage = browserStorage()): OwnShare[] {
  try {
    const text = storage?.getItem(SHARES_KEY);
    const parsed = schema.safeParse(text ? JSON.parse(text) : undefined);
    return parsed.success ? parsed.data.shares : [];
  } catch {
    return [];
  }
}

/** Silent where the browser keeps nothing: the links have been shown. */
export function rememberShare(
  { id, title, language, secret }: Omit<OwnShare, 'sharedAtMs'>,
  storage = browserStorage(),
): void {
  const own = { id, title, language, secret, sharedAtMs: Date.now() };
  save([own, ...loadShares(storage).filter((one) => one.id !== id)], storage);
}

/** Undefined where it was not shared from this browser. */
export function ownShare(id: string, storage = browserStorage()): OwnShare | undefined {
  return loadShares(storage).find((share) => share.id === id);
}

export function kindOfShare({ language }: OwnShare): SnippetKind {
  return language === 'markdown' ? 'demo' : 'program';
}

/** Lists it again as it was listed. */
export function restoreShare(share: OwnShare, storage = browserStorage()): void {
  const others = loadShares(storage).filter(({ id }) => id !== share.id);
  save(
    [share, ...others].sort((a, b) => b.sharedAtMs - a.sharedAtMs),
    storage,
  );
}

export function renameShare(id: string, title: string, storage = browserStorage()): void {
  save(
    loadShares(storage).map((share) => (share.id === id ? { ...share, title } : share)),
    storage,
  );
}

export function forgetShare(id: string, storage = browserStorage()): void {
  save(
    loadShares(storage).filter((one) => one.id !== id),
    storage,
  );
}

function save(shares: OwnShare[], storage: Pick<Storage, 'setItem'> | undefined): void {
  try {
    const kept = { version: VERSION, shares: shares.slice(0, MAX_SHARES) };
    storage?.setItem(SHARES_KEY, JSON.stringify(kept));
  } catch {
    // Full or blocked.
  }
}
