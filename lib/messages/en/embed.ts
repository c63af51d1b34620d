import type { Plural } from '../messages';

/** A shared program within somebody else's page. */
export const embed = {
  run: 'Run',
  stop: 'Stop',
  edit: 'Edit',
  reset: 'Reset',
  copy: 'Copy',
  copied: 'Copied',
  notCopied: 'The browser does not let this frame copy.',
  open: 'Open in Runbay',
  opensTab: 'Opens in a new tab',
  program: 'Program',
  editLabel: 'Program, {language}. Escape, then Tab leaves the field.',
  /** Beside the program where only a part of it is shown. */
  lines: 'Lines {from}–{to} of {total}',
  line: 'Line {from} of {total}',
  wholeProgram: 'The whole program',
  files: {
    one: '{count} other file: {names}',
    other: '{count} other files: {names}',
  } as Plural,
  input: 'Prepared input',
  output: 'Output',
  recorded: 'Recorded output',
  recordedOn: '{runtime} {version}, {time}',
  showRecorded: 'Show the recorded output',
  noOutput: 'The program printed nothing.',
  moreLines: {
    one: '{count} more line is on its page.',
    other: '{count} more lines are on its page.',
  } as Plural,
  earlierLines: {
    one: '{count} earlier line is not shown.',
    other: '{count} earlier lines are not shown.',
  } as Plural,
  /** A value that only the large page shows. */
  notHere: '{kind}: this small view does not show it.',
  inputLabel: 'Input for the program',
  send: 'Send',
  endInput: 'End input',
  guess: {
    title: 'What does it print?',
    label: 'Your guess',
    placeholder: 'Write what you expect',
    compare: 'Compare',
    empty: 'Write a guess first; then you can compare it.',
    right: 'You were right.',
    nearly: 'You were right, but for spaces or capital letters.',
    wrong: {
      one: 'It printed something else: {right} of {count} line is right.',
      other: 'It printed something else: {right} of {count} lines are right.',
    } as Plural,
    failed: 'The recorded output could not be fetched. Try again.',
  },
  /** Where the page around the frame takes scripts their origin. */
  closedIn: 'The page around it does not let this program run here.',
  /** Where a frame for code of the page around it is opened without one. */
  alone: {
    title: 'Code of another page',
    text: 'This frame shows the code of the page that it stands in. Opened on its own it has none.',
  },
};
