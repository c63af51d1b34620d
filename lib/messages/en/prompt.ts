import type { Plural } from '../messages';

export const prompt = {
  label: 'Prompt, {language}',
  /** In the empty field, before and after a program has run. */
  begin: 'Try a line of {language}',
  goOn: 'Go on with the program’s variables',
  send: 'Run the line',
  sendHint: 'Run what stands here (Enter)',
  complete: 'Complete',
  completeHint: 'Complete the word (Tab)',
  /** How the prompt is used, for who hears the page. */
  hint: 'Enter runs, Shift and Enter begins a new line, the up arrow brings back what was run. Tab completes a word; when the line is empty, or after Escape, it moves on.',
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
  /** Between the output. */
  contextLost: 'The variables from before are gone: this prompt has begun anew.',
  preparedLines: {
    one: 'The program has been given 1 prepared line of input.',
    other: 'The program has been given {count} prepared lines of input.',
  } as Plural,
  preparedUsedUp: {
    one: 'The program asked for more input than the 1 line that was prepared.',
    other: 'The program asked for more input than the {count} lines that were prepared.',
  } as Plural,
};
