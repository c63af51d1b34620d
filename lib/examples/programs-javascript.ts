/** The code of the JavaScript examples: one part of the build, fetched when the first of them is shown. */
// One by one: in a production build import.meta.glob loses them (Next 16.4.6 renames `default`).
import anagrams from './javascript/anagrams.js?raw';
import asyncIterators from './javascript/async-iterators.js?raw';
import asyncKitchen from './javascript/async-kitchen.js?raw';
import bankAccount from './javascript/bank-account.js?raw';
import closures from './javascript/closures.js?raw';
import dates from './javascript/dates.js?raw';
import files from './javascript/files.js?raw';
import generators from './javascript/generators.js?raw';
import maze from './javascript/maze.js?raw';
import permutations from './javascript/permutations.js?raw';
import plot from './javascript/plot.js?raw';
import primeFactors from './javascript/prime-factors.js?raw';
import randomWalk from './javascript/random-walk.js?raw';
import streams from './javascript/streams.js?raw';
import tables from './javascript/tables.js?raw';
import taggedTemplates from './javascript/tagged-templates.js?raw';
import treasureHunt from './javascript/treasure-hunt.js?raw';
import workers from './javascript/workers.js?raw';

/** By the names of their files. */
export const programs: Record<string, string> = {
  anagrams,
  'async-iterators': asyncIterators,
  'async-kitchen': asyncKitchen,
  'bank-account': bankAccount,
  closures,
  dates,
  files,
  generators,
  maze,
  permutations,
  plot,
  'prime-factors': primeFactors,
  'random-walk': randomWalk,
  streams,
  tables,
  'tagged-templates': taggedTemplates,
  'treasure-hunt': treasureHunt,
  workers,
};
