/** Pictures of shared programs: painted once for each revision, and kept for as long as there is room. */
import 'server-only';
import type { Texts } from '@/lib/messages/messages';
import { remember } from '@/lib/remember';
import type { ProgramSnippet } from '@/lib/snippets/contract';
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

/** One revision, as it is since the snippet's last change. */
type PictureName = Pick<ProgramSnippet, 'id' | 'version' | 'revision'>;

/** The PNG, where it is known already; undefined where it would have to be painted. */
export function knownPicture(
  name: PictureName,
  wish: PictureWish,
  texts: Texts,
): Promise<Uint8Array> | undefined {
  return cache().find(keyOf(name, wish, texts));
}

/** The PNG. Throws busy where too many are wanted. */
export function pictureOf(
  snippet: ProgramSnippet,
  wish: PictureWish,
  texts: Texts,
): Promise<Uint8Array> {
  return cache().get(keyOf(snippet, wish, texts), () =>
    painter().paint(cardOf(snippet, wish.hidesOutput, texts)),
  );
}

/** What was deleted is not kept here either. */
export function forgetPictures(id: string): void {
  cache().forget(`${id}.`);
}

function keyOf(
  { id, version, revision }: PictureName,
  { hidesOutput }: PictureWish,
  { locale }: Texts,
) {
  return [id, version, revision, locale, hidesOutput].join('.');
}
