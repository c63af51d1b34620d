/** The code of Java's examples: one part of the build, fetched when the first of them is shown. */
import guess from './examples/Guess.java?raw';
import harbour from './examples/Harbour.java?raw';
import picture from './examples/Picture.java?raw';
import primes from './examples/Primes.java?raw';
import words from './examples/Words.java?raw';

export const programs: Record<string, string> = { primes, harbour, words, guess, picture };
