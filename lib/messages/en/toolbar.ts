import type { Plural } from '../messages';

export const toolbar = {
  language: 'Language',
  examples: 'Examples',
  commands: 'Commands',
  commandsHint: 'Commands: everything this page can do',
  run: 'Run',
  stop: 'Stop',
  timeLimit: 'Time limit',
  /** After the program has run so long, it is stopped. */
  stopsAfter: { one: 'stops after {count} second', other: 'stops after {count} seconds' } as Plural,
  seconds: '{count} s',
  programs: 'Your programs',
  share: 'Share',
};
