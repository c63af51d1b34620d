export const editor = {
  /** Spoken where a program that does not parse was not started. */
  refused: 'Not run. {error}, line {line}.',
};
