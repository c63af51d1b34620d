/** Which part of a fence a reader may not have. */
import { isHeldSolution } from './activities';
import type { Fence } from './fences';
import { isNear, likely } from './look-alikes';

export type Secret =
  | 'cases'
  | 'solution'
  | 'order'
  | 'gaps'
  | 'choice'
  /** Of it nothing is left. */
  | 'note'
  /** What was meant is not clear. */
  | 'doubtful';

const KEYS = ['cases', 'order', 'gaps', 'choice'] as const;
const ROLES = [...KEYS, 'solution', 'check', 'hint', 'exercise'] as const;
const KNOWN_KEYS = new Set([...ROLES, 'file', 'timeout', 'id', 'compare', 'tolerance', 'count']);
/** As a word of its own each lacks its name, or says that something is to be kept back. */
const TELLING =
  /^(?:hidden|hide|secret|held|hold|(?:cases?|solutions?|orders?|gaps?|choices?|notes?)(?![a-z]))/;

/** Undefined for what anybody may read. `info` is the whole info string. */
export function secretOf(
  fence: Pick<Fence, 'words' | 'values' | 'language'>,
  info: string,
): Secret | undefined {
  const { words, values, language } = fence;
  const roles = ROLES.filter((role) => values[role] !== undefined);
  if (words.includes('note')) return 'note';
  if (values.cases) return 'cases';
  const isAmbiguous = roles.length > 1 || roles.some((role) => values[role] === '');
  if (
    isAmbiguous &&
    roles.some((role) => role !== 'check' && role !== 'hint' && role !== 'exercise')
  ) {
    return 'doubtful';
  }
  if (values.solution) return isHeldSolution(fence) ? 'solution' : undefined;
  for (const key of KEYS) if (values[key]) return key;
  if (TELLING.test(likely(language)) && !/^(?:note|order)[a-z]/.test(language)) return 'doubtful';
  return info.split(/\s+/).some(isTelling) ? 'doubtful' : undefined;
}

function isTelling(word: string, at: number): boolean {
  const plain = likely(word).replace(/^[^a-z=]+/, '');
  const equals = plain.search(/[=:：]/);
  const key = equals < 0 ? plain : plain.slice(0, equals);
  // The language is no word.
  if (equals < 0) return at > 0 && key.split(/[^a-z]+/).some((part) => TELLING.test(part));
  if (KNOWN_KEYS.has(word.slice(0, word.indexOf('=')).toLowerCase())) return false;
  return (
    key.split(/[^a-z]+/).some((part) => TELLING.test(part)) ||
    [...KEYS, 'solution'].some((one) => isNear(key, one, one.length > 5 ? 2 : 1))
  );
}
