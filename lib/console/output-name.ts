import type { Language } from '../agentbay/languages';

/** `python-output-2026-11-23-08-06-11.txt`, by the clock of the place. */
export function outputFileName(language: Language, time: Date): string {
  const two = (part: number) => String(part).padStart(2, '0');
  const parts = [
    time.getFullYear(),
    ...[time.getMonth() + 1, time.getDate(), time.getHours(), time.getMinutes(), time.getSeconds()],
  ];
  return `${language}-output-${parts.map(two).join('-')}.txt`;
}
