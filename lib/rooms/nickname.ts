/** Nicknames: any name in any script, and nothing that breaks a list of names. */
import { cleanLine } from '../clean-line';
import { NICKNAME_LIMIT } from './contract';

/** Undefined where nothing is left of it, or too much. */
export function cleanNickname(text: string): string | undefined {
  if (!text.isWellFormed() || text.length > 40 * NICKNAME_LIMIT) return undefined;
  // A tower of accents would reach over the lines above and below.
  const name = cleanLine(text).replace(/(\p{M}{2})\p{M}+/gu, '$1');
  if (!/[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(name)) return undefined;
  return [...name].length <= NICKNAME_LIMIT ? name : undefined;
}

/** The same for names that are read as the same. */
export function keyOfNickname(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\p{White_Space}|\u200C|\u200D|\uFE0F/gu, '');
}
