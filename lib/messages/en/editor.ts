export const editor = {
  title: 'Editor',
  /** Its name says how to leave it by keyboard, as it takes the Tab key for itself. */
  label: 'Code editor, {name}. Press {keys} to let Tab leave the editor.',
  plainLabel: 'Code editor, {name}, plain text. Press Escape, then Tab, to leave the editor.',
  notLoaded: 'The full editor could not be loaded.',
  /** A button and what stands on that line. */
  line: 'Line {line}',
  lineSays: '{place}: {message}',
  /** In the palette; keywords have commas between. */
  actions: {
    everything: 'Everything this page can do',
    goToLine: 'Go to line…',
    goToLineKeywords: 'jump number',
    find: 'Find in the program',
    findKeywords: 'search',
    undo: 'Undo the last change',
    format: 'Format the program',
    formatKeywords: 'tidy, indent, prettier, ruff, black, style',
    nextProblem: 'Go to the next problem',
    nextProblemKeywords: 'error, warning, underline',
    comment: 'Comment or uncomment lines',
    all: 'All commands of the editor',
  },
  /** Spoken where a program that does not parse was not started. */
  refused: 'Not run. {error}, line {line}.',
  /** A program that does not parse is not formatted. */
  notFormatted: 'Not formatted. {problem}',
  noFormatter: 'The formatter could not be loaded.',
  /** With Vim's keys. */
  vim: {
    saved: 'Everything is saved in this browser by itself.',
    /** Names of fields. */
    command: 'Vim command',
    search: 'Search in Vim',
    notLoaded: 'Vim’s keys could not be loaded.',
  },
};
