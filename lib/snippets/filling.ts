/** What the operator hears before there is no room left. */
import 'server-only';
import type { Usage } from './room';

const MIB = 1024 * 1024;
/** Parts of the limit, each told once. */
const MARKS = [0.8, 0.9, 0.95];

/** For the line at the start. */
export function wordsOfUsage({ usedBytes, limitBytes }: Usage): string {
  const used = `${(usedBytes / MIB).toFixed(1)} MiB`;
  return limitBytes === 0
    ? `${used}, without a limit`
    : `${used} of at most ${limitBytes / MIB} MiB`;
}

type Say = (facts: object, sentence: string) => void;

/** To be told how full it is from time to time; says so at each mark that is newly passed, and when it is full. */
export function watchFilling(say: Say): (usage: Usage) => void {
  let told = 0;
  return (usage) => {
    const { usedBytes, limitBytes, freeBytes, isFull } = usage;
    const part = limitBytes === 0 ? 0 : usedBytes / limitBytes;
    const mark = isFull ? 1 : (MARKS.findLast((one) => part >= one) ?? 0);
    if (mark > told) {
      const what = isFull
        ? 'there is no room for more snippets: sharing is refused, reading and deleting go on'
        : `snippets take more than ${mark * 100} % of what they may`;
      say({ usedBytes, limitBytes, freeBytes, setting: 'RUNBAY_SNIPPETS_MIB' }, what);
    }
    told = mark;
  };
}
