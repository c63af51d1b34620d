/** The code of a room: typed from a projector, told across a class. */

// No vowel, so that no word can come up, and no letter that is taken for another one or for a digit.
export const CODE_LETTERS = 'BCDFGHJKMNPQRSTVWXZ';
/** 47 million: with the limit on codes that lead nowhere nobody finds a room by trying. */
export const CODE_LENGTH = 6;

const CODE = new RegExp(`^[${CODE_LETTERS}]{${CODE_LENGTH}}$`);

/** As somebody wrote it: in small letters, with or without the hyphen. Undefined where it can be none. */
export function readRoomCode(text: string): string | undefined {
  if (text.length > 40) return undefined;
  const code = text.replace(/[\s\p{Pd}]/gu, '').toUpperCase();
  return CODE.test(code) ? code : undefined;
}

/** `ABC-DEF` */
export function shownCode(code: string): string {
  return `${code.slice(0, 3)}-${code.slice(3)}`;
}

export function roomUrlOf(code: string): string {
  return `/r/${shownCode(code)}`;
}

/** The secret stands in the fragment, which browsers keep to themselves. */
export function wallUrlOf(code: string, secret?: string): string {
  return `/r/${shownCode(code)}/wall${secret === undefined ? '' : `#key=${secret}`}`;
}
