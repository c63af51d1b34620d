/** The code of the Python examples: one part of the build, fetched when the first of them is shown. */
// One by one: in a production build import.meta.glob loses them (Next 16.4.6 renames `default`).
import asyncioKitchen from './examples/asyncio-kitchen.py?raw';
import caesarCipher from './examples/caesar-cipher.py?raw';
import csvFiles from './examples/csv-files.py?raw';
import dates from './examples/dates.py?raw';
import gameOfLife from './examples/game-of-life.py?raw';
import generators from './examples/generators.py?raw';
import guessMyNumber from './examples/guess-my-number.py?raw';
import hanoi from './examples/hanoi.py?raw';
import histogram from './examples/histogram.py?raw';
import mandelbrot from './examples/mandelbrot.py?raw';
import monteCarloPi from './examples/monte-carlo-pi.py?raw';
import pandasTable from './examples/pandas-table.py?raw';
import plotWaves from './examples/plot-waves.py?raw';
import primeSieve from './examples/prime-sieve.py?raw';
import queens from './examples/queens.py?raw';
import shortestPath from './examples/shortest-path.py?raw';
import sqlite from './examples/sqlite.py?raw';
import vectors from './examples/vectors.py?raw';
import wordCount from './examples/word-count.py?raw';

/** By the names of their files. */
export const programs: Record<string, string> = {
  'asyncio-kitchen': asyncioKitchen,
  'caesar-cipher': caesarCipher,
  'csv-files': csvFiles,
  dates,
  'game-of-life': gameOfLife,
  generators,
  'guess-my-number': guessMyNumber,
  hanoi,
  histogram,
  mandelbrot,
  'monte-carlo-pi': monteCarloPi,
  'pandas-table': pandasTable,
  'plot-waves': plotWaves,
  'prime-sieve': primeSieve,
  queens,
  'shortest-path': shortestPath,
  sqlite,
  vectors,
  'word-count': wordCount,
};
