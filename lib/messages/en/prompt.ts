import type { Plural } from '../messages';

export const prompt = {
  label: 'Prompt, {language}',
  /** In the empty field, before and after a program has run. */
  begin: 'Try a line of {language}',
  goOn: 'Go on from here',
  send: 'Run the line',
  sendHint: 'Run what stands here (Enter)',
  complete: 'Complete',
  completeHint: 'Complete the word (Tab)',
  /** How the prompt is used, for who hears the page. */
  hint: 'Enter runs, Shift and Enter begins a new line, the up arrow brings back what was run. Tab completes a word; when the line is empty, or after Escape, it moves on.',
  /** The most important of it, for the eyes. */
  shortHint: 'Tab completes · Esc, then Tab leaves',
  completions: 'Completions',
  found: {
    one: '{count} completion.',
    other: '{count} completions, chosen by the arrow keys and Enter.',
  } as Plural,
  nothing: 'Nothing to complete here.',
  kinds: {
    variable: 'variable',
    function: 'function',
    class: 'class',
    module: 'module',
    property: 'property',
    keyword: 'keyword',
  },
  actions: {
    goTo: 'Go to the prompt',
    goToKeywords: 'repl, continue, variables, interactive, shell',
  },
  /** What is said aloud when a line has run. */
  spoken: {
    printedNothing: 'Done, nothing printed.',
    cut: '{text} … and more.',
  },
  /** Input that is written before the program runs. */
  prepared: {
    title: 'Prepared input',
    titleFor: 'Prepared input for {language} programs',
    field: 'Lines of input',
    placeholder: 'Ada\n36',
    use: 'Use it',
    close: 'Close',
    clear: 'Empty',
    fromFile: 'From a file…',
    hint: 'The next run gets these lines, in place of asking you for them. A text file can be dropped here.',
    hintOff: 'It is switched off: the program asks you.',
    count: { one: '{count} line, {size}', other: '{count} lines, {size}' } as Plural,
    tooLong: 'A program can be given at most {limit} of input.',
    fileTooLong: '“{name}” is too large: a program can be given at most {limit} of input.',
    noText: '“{name}” is not a text file (UTF-8).',
    notKept: 'This is too long to be kept: a reload of the page loses it.',
    used: {
      one: 'Input is prepared: {count} line',
      other: 'Input is prepared: {count} lines',
    } as Plural,
    edit: 'Edit',
    doNotUse: 'Do not use it',
    prepare: 'Prepare input for the program',
    prepareKeywords: 'stdin, standard input, file, lines',
    startUsing: 'Use the prepared input',
    stopUsing: 'Do not use the prepared input',
  },
  /** Between the output. */
  contextLost: 'The variables from before are gone: this prompt has begun anew.',
  /** Where the engine takes no input from a running program. */
  inputBefore: 'Write all of the program’s input first, then press End input.',
  preparedLines: {
    one: 'The program has been given 1 prepared line of input.',
    other: 'The program has been given {count} prepared lines of input.',
  } as Plural,
  preparedUsedUp: {
    one: 'The program asked for more input than the 1 line that was prepared.',
    other: 'The program asked for more input than the {count} lines that were prepared.',
  } as Plural,
};
