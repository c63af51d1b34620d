/** The code of the Python examples: one part of the build, fetched when the first of them is shown. */
// One by one: in a production build import.meta.glob loses them (Next 16.4.6 renames `default`).
import asyncioKitchen from './python/asyncio-kitchen.py?raw';
import caesarCipher from './python/caesar-cipher.py?raw';
import csvFiles from './python/csv-files.py?raw';
import dates from './python/dates.py?raw';
import gameOfLife from './python/game-of-life.py?raw';
import generators from './python/generators.py?raw';
import guessMyNumber from './python/guess-my-number.py?raw';
import hanoi from './python/hanoi.py?raw';
import histogram from './python/histogram.py?raw';
import mandelbrot from './python/mandelbrot.py?raw';
import monteCarloPi from './python/monte-carlo-pi.py?raw';
import pandasTable from './python/pandas-table.py?raw';
import plotWaves from './python/plot-waves.py?raw';
import primeSieve from './python/prime-sieve.py?raw';
import queens from './python/queens.py?raw';
import shortestPath from './python/shortest-path.py?raw';
import sqlite from './python/sqlite.py?raw';
import vectors from './python/vectors.py?raw';
import wordCount from './python/word-count.py?raw';

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
