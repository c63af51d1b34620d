/** The code of the JavaScript examples: one part of the build, fetched when the first of them is shown. */
// One by one: in a production build import.meta.glob loses them (Next 16.4.6 renames `default`).
import anagrams from './examples/anagrams.js?raw';
import asyncIterators from './examples/async-iterators.js?raw';
import asyncKitchen from './examples/async-kitchen.js?raw';
import bankAccount from './examples/bank-account.js?raw';
import closures from './examples/closures.js?raw';
import dates from './examples/dates.js?raw';
import files from './examples/files.js?raw';
import generators from './examples/generators.js?raw';
import maze from './examples/maze.js?raw';
import permutations from './examples/permutations.js?raw';
import plot from './examples/plot.js?raw';
import primeFactors from './examples/prime-factors.js?raw';
import randomWalk from './examples/random-walk.js?raw';
import streams from './examples/streams.js?raw';
import tables from './examples/tables.js?raw';
import taggedTemplates from './examples/tagged-templates.js?raw';
import treasureHunt from './examples/treasure-hunt.js?raw';
import workers from './examples/workers.js?raw';

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
