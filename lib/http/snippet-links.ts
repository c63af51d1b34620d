/** Addresses of a shared program for other sites, whole, with this server's origin in front. */
import type { SnippetHead } from '@/lib/snippets/contract';

interface PictureLink {
  /** Absent: always the newest. */
  revision?: number | undefined;
  hidesOutput?: boolean;
}

/** Chats keep a picture by its address, so the address changes with each change of the program (`v`). */
export function pictureUrlOf(
  base: string,
  { id, version }: Pick<SnippetHead, 'id' | 'version'>,
  { revision, hidesOutput = false }: PictureLink = {},
): string {
  const query = new URLSearchParams({ v: String(version) });
  if (revision !== undefined) query.set('revision', String(revision));
  if (hidesOutput) query.set('output', 'hidden');
  return `${base}/s/${id}.png?${query}`;
}

/** Where other sites learn how to embed the page at that address. */
export function oEmbedUrlOf(base: string, page: string): string {
  return `${base}/api/oembed?${new URLSearchParams({ url: page, format: 'json' })}`;
}
