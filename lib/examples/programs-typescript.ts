/** The code of the TypeScript examples: one part of the build, fetched when the first of them is shown. */
// One by one: see programs-javascript.ts.
import calculator from './typescript/calculator.ts?raw';
import calendar from './typescript/calendar.ts?raw';
import diary from './typescript/diary.ts?raw';
import enums from './typescript/enums.ts?raw';
import ferry from './typescript/ferry.ts?raw';
import firstTypes from './typescript/first-types.ts?raw';
import generics from './typescript/generics.ts?raw';
import groupBy from './typescript/group-by.ts?raw';
import interfaces from './typescript/interfaces.ts?raw';
import langtonsAnt from './typescript/langtons-ant.ts?raw';
import limitedCrew from './typescript/limited-crew.ts?raw';
import lynxAndHare from './typescript/lynx-and-hare.ts?raw';
import mappedTypes from './typescript/mapped-types.ts?raw';
import narrowing from './typescript/narrowing.ts?raw';
import nim from './typescript/nim.ts?raw';
import results from './typescript/results.ts?raw';
import romanNumerals from './typescript/roman-numerals.ts?raw';
import satisfies from './typescript/satisfies.ts?raw';
import shapes from './typescript/shapes.ts?raw';
import sudoku from './typescript/sudoku.ts?raw';
import taskOrder from './typescript/task-order.ts?raw';
import treeWalk from './typescript/tree-walk.ts?raw';
import typedRoutes from './typescript/typed-routes.ts?raw';

/** By the names of their files. */
export const programs: Record<string, string> = {
  calculator,
  calendar,
  diary,
  enums,
  ferry,
  'first-types': firstTypes,
  generics,
  'group-by': groupBy,
  interfaces,
  'langtons-ant': langtonsAnt,
  'limited-crew': limitedCrew,
  'lynx-and-hare': lynxAndHare,
  'mapped-types': mappedTypes,
  narrowing,
  nim,
  results,
  'roman-numerals': romanNumerals,
  satisfies,
  shapes,
  sudoku,
  'task-order': taskOrder,
  'tree-walk': treeWalk,
  'typed-routes': typedRoutes,
};
