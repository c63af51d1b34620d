import type { Plural } from '../messages';

export const prompt = {
  contextLost: 'The variables from before are gone: this prompt has begun anew.',
  preparedLines: {
    one: 'The program has been given 1 prepared line of input.',
    other: 'The program has been given {count} prepared lines of input.',
  } as Plural,
  preparedUsedUp: {
    one: 'The program asked for more input than the 1 line that was prepared.',
    other: 'The program asked for more input than the {count} lines that were prepared.',
  } as Plural,
};
