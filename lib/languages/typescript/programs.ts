/** The code of the TypeScript examples: one part of the build, fetched when the first of them is shown. */
// One by one: see ../javascript/programs.ts.
import calculator from './examples/calculator.ts?raw';
import calendar from './examples/calendar.ts?raw';
import diary from './examples/diary.ts?raw';
import enums from './examples/enums.ts?raw';
import ferry from './examples/ferry.ts?raw';
import firstTypes from './examples/first-types.ts?raw';
import generics from './examples/generics.ts?raw';
import groupBy from './examples/group-by.ts?raw';
import interfaces from './examples/interfaces.ts?raw';
import langtonsAnt from './examples/langtons-ant.ts?raw';
import limitedCrew from './examples/limited-crew.ts?raw';
import lynxAndHare from './examples/lynx-and-hare.ts?raw';
import mappedTypes from './examples/mapped-types.ts?raw';
import narrowing from './examples/narrowing.ts?raw';
import nim from './examples/nim.ts?raw';
import results from './examples/results.ts?raw';
import romanNumerals from './examples/roman-numerals.ts?raw';
import satisfies from './examples/satisfies.ts?raw';
import shapes from './examples/shapes.ts?raw';
import sudoku from './examples/sudoku.ts?raw';
import taskOrder from './examples/task-order.ts?raw';
import treeWalk from './examples/tree-walk.ts?raw';
import typedRoutes from './examples/typed-routes.ts?raw';

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
