/**
 * The examples of the gallery, with their English words; those in other languages are in lib/messages.
 * What each has to print is in expectations.ts.
 */
import { LANGUAGES, type Language } from '../agentbay/languages';
import { ALL_EXAMPLES } from '../languages/all-examples';

export type ExampleLevel = 'beginner' | 'intermediate' | 'advanced';

export interface Example {
  /** The language and the name of its file: `python/queens`. */
  id: string;
  language: Language;
  title: string;
  /** One sentence. */
  description: string;
  topic: string;
  level: ExampleLevel;
  /** Libraries that the server may lack; absent where the language itself is enough. */
  needs?: string[];
  /** Present where the program asks for input. */
  asksForInput?: boolean;
  /** Its Chinese words, where they do not stand in lib/messages. */
  zh?: { title: string; description: string };
}

/** A language's examples under the names of their files, in the order in which they are shown. */
type Entries = Record<string, Omit<Example, 'id' | 'language'>>;

const python: Entries = {
  'prime-sieve': {
    title: 'Prime sieve',
    description: 'Finds all primes up to 100 as Eratosthenes did, by crossing out.',
    topic: 'Algorithms',
    level: 'beginner',
  },
  'word-count': {
    title: 'Word count',
    description: 'Counts the words of a text and draws the most common ones as bars.',
    topic: 'Text',
    level: 'beginner',
  },
  'guess-my-number': {
    title: 'Guess my number',
    description: 'Think of a number: the program finds it with seven questions at most.',
    topic: 'Games',
    level: 'beginner',
    asksForInput: true,
  },
  'caesar-cipher': {
    title: 'Caesar cipher',
    description: 'Writes a secret message, reads it again, and breaks the code.',
    topic: 'Text',
    level: 'beginner',
  },
  dates: {
    title: 'Dates and weekdays',
    description: 'Days between two dates, leap years, Fridays the 13th, and two clocks.',
    topic: 'Dates',
    level: 'beginner',
  },
  'csv-files': {
    title: 'Files and CSV',
    description: 'Writes a table to a file, reads it back, and sums it up.',
    topic: 'Files',
    level: 'beginner',
  },
  hanoi: {
    title: 'Towers of Hanoi',
    description: 'Moves a tower disc by disc: the classic of recursion.',
    topic: 'Recursion',
    level: 'beginner',
  },
  mandelbrot: {
    title: 'Mandelbrot set',
    description: 'Draws the famous fractal with letters, using complex numbers.',
    topic: 'Drawing',
    level: 'intermediate',
  },
  'monte-carlo-pi': {
    title: 'Pi from random darts',
    description: 'Throws a million darts at a square to find out what pi is.',
    topic: 'Simulation',
    level: 'beginner',
  },
  'game-of-life': {
    title: 'Game of Life',
    description: 'A glider walks across the board, drawn over itself like a film.',
    topic: 'Simulation',
    level: 'intermediate',
  },
  vectors: {
    title: 'A class for vectors',
    description: 'A dataclass that works with + and *, and never changes.',
    topic: 'Classes',
    level: 'intermediate',
  },
  generators: {
    title: 'Generators',
    description: 'Endless sequences, made one value at a time and put together like pipes.',
    topic: 'Generators',
    level: 'intermediate',
  },
  'asyncio-kitchen': {
    title: 'A kitchen with asyncio',
    description: 'One cook prepares three dishes at the same time.',
    topic: 'Async',
    level: 'intermediate',
  },
  sqlite: {
    title: 'A database with SQLite',
    description: 'Puts books into a table and asks questions in SQL.',
    topic: 'Tables',
    level: 'intermediate',
  },
  'shortest-path': {
    title: 'Shortest path',
    description: 'Finds the shortest way through a network with Dijkstra’s algorithm.',
    topic: 'Algorithms',
    level: 'advanced',
  },
  queens: {
    title: 'Eight queens',
    description: 'Places eight queens on a chess board by trying and taking back.',
    topic: 'Recursion',
    level: 'advanced',
  },
  'plot-waves': {
    title: 'Plot of waves',
    description: 'Draws two waves and their sum with Matplotlib.',
    topic: 'Plots',
    level: 'beginner',
    needs: ['numpy', 'matplotlib'],
  },
  histogram: {
    title: 'Histogram of dice',
    description: 'Throws two dice ten thousand times and compares with the theory.',
    topic: 'Plots',
    level: 'intermediate',
    needs: ['numpy', 'matplotlib'],
  },
  'pandas-table': {
    title: 'Tables with pandas',
    description: 'Groups temperatures by city and makes a pivot table.',
    topic: 'Tables',
    level: 'intermediate',
    needs: ['pandas'],
  },
};

const javascript: Entries = {
  'prime-factors': {
    title: 'Prime factors',
    description: 'Takes numbers apart into primes and finds common divisors.',
    topic: 'Algorithms',
    level: 'beginner',
  },
  anagrams: {
    title: 'Anagrams',
    description: 'Finds words with the same letters, with a Map and a Set.',
    topic: 'Text',
    level: 'beginner',
  },
  'treasure-hunt': {
    title: 'Treasure hunt',
    description: 'A small adventure game: walk around and find the gold.',
    topic: 'Games',
    level: 'beginner',
    asksForInput: true,
  },
  tables: {
    title: 'Tables of sales',
    description: 'Groups, sums and sorts records, and prints them with console.table.',
    topic: 'Tables',
    level: 'beginner',
  },
  dates: {
    title: 'Dates around the world',
    description: 'Dates, prices and lists as Intl writes them in other languages.',
    topic: 'Dates',
    level: 'beginner',
  },
  files: {
    title: 'Files and JSON',
    description: 'Keeps a list of tasks in a file: write it, read it, change it.',
    topic: 'Files',
    level: 'beginner',
  },
  closures: {
    title: 'Closures',
    description: 'Functions that remember: counters, stored results, and a pipeline.',
    topic: 'Functions',
    level: 'intermediate',
  },
  'bank-account': {
    title: 'A class with private fields',
    description: 'A bank account whose balance cannot be changed from outside.',
    topic: 'Classes',
    level: 'intermediate',
  },
  'tagged-templates': {
    title: 'Tagged templates',
    description: 'Template texts that escape HTML or remove indentation.',
    topic: 'Text',
    level: 'intermediate',
  },
  plot: {
    title: 'Plot in the console',
    description: 'Draws curves as text, with eight dots in each character.',
    topic: 'Plots',
    level: 'intermediate',
  },
  'random-walk': {
    title: 'Random walk',
    description: 'Two thousand sailors stumble about: where do they end?',
    topic: 'Simulation',
    level: 'intermediate',
  },
  permutations: {
    title: 'Permutations',
    description: 'All orders of a list by recursion, a number puzzle, and a tree.',
    topic: 'Recursion',
    level: 'intermediate',
  },
  generators: {
    title: 'Generators',
    description: 'Functions that pause, endless sequences, and objects for for...of.',
    topic: 'Generators',
    level: 'intermediate',
  },
  'async-kitchen': {
    title: 'A kitchen with promises',
    description: 'Three dishes at the same time, a race, and a failed soufflé.',
    topic: 'Async',
    level: 'intermediate',
  },
  'async-iterators': {
    title: 'Async iterators',
    description: 'Measurements are taken up one by one as they arrive.',
    topic: 'Async',
    level: 'advanced',
  },
  streams: {
    title: 'Streams',
    description: 'Sends 50,000 lines through compression to a file and back.',
    topic: 'Files',
    level: 'advanced',
  },
  workers: {
    title: 'Worker threads',
    description: 'Four threads count primes at the same time.',
    topic: 'Async',
    level: 'advanced',
  },
  maze: {
    title: 'Way out of a maze',
    description: 'Breadth-first search finds the shortest way and draws it.',
    topic: 'Algorithms',
    level: 'advanced',
  },
};

const typescript: Entries = {
  'first-types': {
    title: 'Types at first sight',
    description: 'Notes on what each value is: checked while you type, gone at run time.',
    topic: 'Types',
    level: 'beginner',
  },
  'roman-numerals': {
    title: 'Roman numerals',
    description: 'Writes numbers with Roman letters, and reads them again.',
    topic: 'Text',
    level: 'beginner',
  },
  nim: {
    title: 'Nim',
    description: 'Take the last stick to win, against a computer that knows a secret.',
    topic: 'Games',
    level: 'beginner',
    asksForInput: true,
  },
  calendar: {
    title: 'A page of the calendar',
    description: 'Prints months as on the wall, and counts the days to a birthday.',
    topic: 'Dates',
    level: 'beginner',
  },
  interfaces: {
    title: 'Structural typing',
    description: 'What has the right shape fits: a duck and a submarine swim a race.',
    topic: 'Types',
    level: 'beginner',
  },
  shapes: {
    title: 'Discriminated unions',
    description: 'A value of several kinds, and a compiler that lets you forget none.',
    topic: 'Types',
    level: 'beginner',
  },
  'task-order': {
    title: 'What comes first',
    description: 'Puts tasks that need each other in order: a topological sort.',
    topic: 'Algorithms',
    level: 'beginner',
  },
  narrowing: {
    title: 'Narrowing the unknown',
    description: 'Asks what a value is until it is known, and checks JSON by a type guard.',
    topic: 'Types',
    level: 'intermediate',
  },
  enums: {
    title: 'Enums and namespaces',
    description: 'Playing cards and switches: the parts of TypeScript that make code.',
    topic: 'Types',
    level: 'intermediate',
  },
  generics: {
    title: 'Generics',
    description: 'A stack of anything, and functions that know what comes out of them.',
    topic: 'Types',
    level: 'intermediate',
  },
  satisfies: {
    title: 'satisfies and as const',
    description: 'Values that are checked against a type and keep their own exact one.',
    topic: 'Types',
    level: 'intermediate',
  },
  results: {
    title: 'Errors as values',
    description: 'A function that may fail says so in its type, and nobody can forget it.',
    topic: 'Functions',
    level: 'intermediate',
  },
  ferry: {
    title: 'Classes on a ferry',
    description: 'Abstract, private, override and Iterable: vehicles go on board.',
    topic: 'Classes',
    level: 'intermediate',
  },
  'group-by': {
    title: 'Tables of the catch',
    description: 'Groups and sums records, in columns that the compiler knows.',
    topic: 'Tables',
    level: 'intermediate',
  },
  diary: {
    title: 'A diary in a file',
    description: 'Writes lines of JSON, and checks each one that it reads back.',
    topic: 'Files',
    level: 'intermediate',
  },
  'tree-walk': {
    title: 'Generators and trees',
    description: 'Walks a sorted tree value by value, with types for all that is yielded.',
    topic: 'Generators',
    level: 'intermediate',
  },
  'limited-crew': {
    title: 'Async with a limit',
    description: 'Six boats and two places at the quay: never more than two at a time.',
    topic: 'Async',
    level: 'intermediate',
  },
  'langtons-ant': {
    title: 'Langton’s ant',
    description: 'Two simple rules draw a picture that nobody would expect.',
    topic: 'Simulation',
    level: 'intermediate',
  },
  'lynx-and-hare': {
    title: 'Lynx and hare',
    description: 'Hunters and hunted rise and fall in turn: a simulation as a chart.',
    topic: 'Plots',
    level: 'intermediate',
  },
  calculator: {
    title: 'A calculator',
    description: 'Reads formulas into a tree, and computes and prints it by recursion.',
    topic: 'Recursion',
    level: 'advanced',
  },
  sudoku: {
    title: 'Sudoku',
    description: 'Solves a sudoku: try a digit, go on, and take it back.',
    topic: 'Recursion',
    level: 'advanced',
  },
  'mapped-types': {
    title: 'Mapped types',
    description: 'New types from old ones: listeners named after the fields of a lamp.',
    topic: 'Types',
    level: 'advanced',
  },
  'typed-routes': {
    title: 'Addresses that are checked',
    description: 'Template literal types read /boats/:id and know its parameters.',
    topic: 'Types',
    level: 'advanced',
  },
};

const ENTRIES: Partial<Record<Language, Entries>> = { python, javascript, typescript };

/** All examples, a language after the other. */
export const EXAMPLES: readonly Example[] = LANGUAGES.flatMap((language) =>
  Object.entries<Entries[string]>(ENTRIES[language] ?? ALL_EXAMPLES[language] ?? {}).map(
    ([name, entry]) => ({
      id: `${language}/${name}`,
      language,
      ...entry,
    }),
  ),
);
