/** The store of shared programs: one contract, whatever database stands behind it (`store-suite.ts` says the same in tests). */
import 'server-only';
import type { Receipt } from '@/lib/agentbay/receipt';
import type { RecordedBlocks } from '@/lib/demos/recorded';
import type {
  RevisionName,
  Snippet,
  SnippetContent,
  SnippetHead,
  Tombstone,
  Visibility,
} from './contract';
import type { Usage } from './room';

/** Of a program what it gave; of a demo what each of its blocks did. */
export type Recorded = Receipt | RecordedBlocks;

/** A snippet to be made; every field has been checked (`snippet-request.ts`). */
export interface SnippetDraft {
  content: SnippetContent;
  /** Of a run of exactly this content; absent where there is none. */
  receipt?: Recorded | undefined;
  title: string;
  visibility: Visibility;
  /** Milliseconds since 1970; undefined: it stays. */
  expiresAtMs?: number | undefined;
  parent?: RevisionName | undefined;
}

/** What can be changed without a new revision. Absent: stays as it is. */
export interface SnippetChanges {
  title?: string | undefined;
  visibility?: Visibility | undefined;
  /** Milliseconds since 1970; null: it stays for good. */
  expiresAtMs?: number | null | undefined;
}

/**
 * What is answered is on the disk. Ids and secrets may be any text; those of a wrong form reach no
 * query. Each method but `find` throws not_found for an id that never was and gone for one that was
 * deleted or whose time has come; those with a secret throw forbidden for a wrong one. All throw
 * store_unavailable where the database cannot be reached, and those that write store_full where there is
 * no room; reading and deleting go on then.
 */
export interface SnippetStore {
  /** Revision 1 of a new snippet, and the secret to change it, which cannot be had again. Throws bad_request for a parent that never was. */
  create(draft: SnippetDraft): Promise<RevisionName & { secret: string }>;
  /** What is known of it without its content; a tombstone where it is gone; undefined for an id that never was. */
  find(id: string): Promise<SnippetHead | Tombstone | undefined>;
  /** One revision; the newest without a number. */
  read(id: string, revision?: number): Promise<Snippet>;
  /** Throws forbidden where the secret is wrong. */
  requireSecret(id: string, secret: string): Promise<SnippetHead>;
  /** A new revision of the same kind; the others stay. Gives its number. Throws too_large past the limit of revisions. */
  addRevision(
    id: string,
    secret: string,
    content: SnippetContent,
    receipt?: Recorded,
  ): Promise<number>;
  change(id: string, secret: string, changes: SnippetChanges): Promise<SnippetHead>;
  /** Content, receipts, title and secret are removed; a tombstone stays. */
  delete(id: string, secret: string): Promise<void>;
  /** Removes what has expired, as `delete` does. Gives how many that were. */
  sweep(): Promise<number>;
  /** How full it is. Throws store_unavailable where the database does not answer. */
  check(): Promise<Usage>;
  /** How many there are, without those that are gone. It looks at each of them. */
  count(): Promise<number>;
  close(): Promise<void>;
}

export function isGone(found: SnippetHead | Tombstone): found is Tombstone {
  return 'reason' in found;
}
