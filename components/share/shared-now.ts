import type { SharedLinks } from '@/lib/share/snippet-api';

/** What has just been shared, and what its links are made from. */
export interface SharedNow {
  links: SharedLinks;
  /** Never empty. */
  title: string;
  lineCount: number;
  /** It was saved under a link that was there before. */
  isRevision: boolean;
}
