import type { Draft } from '@/lib/store/drafts';
import type { Incoming } from '@/lib/store/workspace-slice';

/** What shall be opened in the editor. Each time another object, as it is done once. */
export type Opening =
  /** Of this page's address, with its `#`. */
  | { kind: 'link'; fragment: string }
  | { kind: 'files'; files: readonly Incoming[] }
  /** Asks for an address of the web. */
  | { kind: 'address' }
  | { kind: 'new' }
  | { kind: 'draft'; draft: Draft; name: string };
