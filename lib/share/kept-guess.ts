/** A guess that is being written, kept in the tab over a reload. */
const KEY = 'runbay.guess.';

/** Empty where there is none. */
export function keptGuess(id: string): string {
  try {
    return sessionStorage.getItem(KEY + id) ?? '';
  } catch {
    return '';
  }
}

/** Silent where the browser keeps nothing. */
export function keepGuess(id: string, guess: string): void {
  try {
    if (guess === '') sessionStorage.removeItem(KEY + id);
    else sessionStorage.setItem(KEY + id, guess);
  } catch {
    // Full or blocked.
  }
}
