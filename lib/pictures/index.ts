/** Pictures of shared programs: painted once for each revision, and kept for as long as there is room. */
import 'server-only';
import type { Texts } from '@/lib/messages/messages';
import { remember } from '@/lib/remember';
import type { Snippet } from '@/lib/snippets/contract';
import { cardOf } from './card';
import { painter } from './painter';
import { PictureCache } from './picture-cache';

export const PICTURE_WIDTH = 1200;
export const PICTURE_HEIGHT = 630;

/** Rises when pictures look different. */
export const PICTURE_FORM = 1;

const cache = () => remember('pictures', () => new PictureCache());

export interface PictureWish {
  /** The reader is to guess the output. */
  hidesOutput: boolean;
}

/** Whether it can be had without being painted. */
export function hasPicture(snippet: Snippet, wish: PictureWish, texts: Texts): boolean {
  return cache().has(keyOf(snippet, wish, texts));
}

/** The PNG. Throws busy where too many are wanted. */
export function pictureOf(snippet: Snippet, wish: PictureWish, texts: Texts): Promise<Uint8Array> {
  return cache().get(keyOf(snippet, wish, texts), () =>
    painter().paint(cardOf(snippet, wish.hidesOutput, texts)),
  );
}

/** What was deleted is not kept here either. */
export function forgetPictures(id: string): void {
  cache().forget(`${id}.`);
}

function keyOf(
  { id, version, revision }: Snippet,
  { hidesOutput }: PictureWish,
  { locale }: Texts,
) {
  return [id, version, revision, locale, hidesOutput].join('.');
}
