/** Guessing first: a form of a program's page that keeps the recorded output back until the reader has written a guess. */
import { GUESS_LIMIT } from './guess-limit';

export type Query = Record<string, string | string[] | undefined>;

export interface Prediction {
  /** Empty: that nothing is printed. Undefined: there is none yet. */
  guess: string | undefined;
  /** A guess was sent, and holds nothing. */
  isBlank: boolean;
}

/** Undefined where the page's address does not ask for it. */
export function readPrediction(query: Query): Prediction | undefined {
  if (query.predict === undefined) return undefined;
  if (query.nothing !== undefined) return { guess: '', isBlank: false };
  const given = Array.isArray(query.guess) ? query.guess[0] : query.guess;
  if (given === undefined) return { guess: undefined, isBlank: false };
  const guess = given.replace(/\r\n?/g, '\n').slice(0, GUESS_LIMIT).toWellFormed();
  return guess.trim() === '' ? { guess: undefined, isBlank: true } : { guess, isBlank: false };
}

/** Whether what a run gave must not be in what the server sends. */
export function keepsOutputBack(query: Query): boolean {
  const prediction = readPrediction(query);
  return prediction !== undefined && prediction.guess === undefined;
}

/** The address of a program's page in that form. */
export function withPredict(url: string): string {
  return `${url}${url.includes('?') ? '&' : '?'}predict`;
}
