/** The code of R's examples: one part of the build, fetched when the first of them is shown. */
import rainfall from './examples/rainfall.R?raw';
import regression from './examples/regression.R?raw';
import shopping from './examples/shopping.R?raw';
import wordLengths from './examples/word-lengths.R?raw';

export const programs: Record<string, string> = {
  rainfall,
  'word-lengths': wordLengths,
  shopping,
  regression,
};
