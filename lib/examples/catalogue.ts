/** The examples of the gallery. What each has to print is in expectations.ts. */
import { LANGUAGE_NAMES, LANGUAGES, type Language } from '../agentbay/languages';

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

const typescript: Entries = {};

const ENTRIES: Record<Language, Entries> = { python, javascript, typescript };

/** All examples, a language after the other. */
export const EXAMPLES: readonly Example[] = LANGUAGES.flatMap((language) =>
  Object.entries(ENTRIES[language]).map(([name, entry]) => ({
    id: `${language}/${name}`,
    language,
    ...entry,
  })),
);

/** The words under an example's title: `Python · Recursion · Advanced`. */
export function factsOf({ language, topic, level }: Example): string[] {
  return [
    LANGUAGE_NAMES[language].name,
    topic,
    `${level.charAt(0).toUpperCase()}${level.slice(1)}`,
  ];
}
