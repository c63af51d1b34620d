/** How prepared input reaches a program. The page and the server do it alike. Safe for the browser. */

/** Line by line, as the program asks; or whole, with its start; neither where nothing is prepared. */
export interface Delivery {
  lines?: string[];
  stdin?: string;
}

/** More is data, not a conversation: a program need not ask for each of its lines. */
const MAX_ANSWERS = 50;

/** Lines of a text; the last one counts with or without its end. */
export function lineCount(text: string): number {
  if (text === '') return 0;
  return text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
}

/** The text as it is given: each of its lines has an end, as if it had been typed. */
export function wholeLines(text: string): string {
  return text === '' || text.endsWith('\n') ? text : `${text}\n`;
}

/** The way `text` goes. `isLive`: whether a running program can be given input; else all goes with its start. */
export function deliveryOf(text: string | undefined, isLive = true): Delivery {
  if (!text) return {};
  const whole = wholeLines(text);
  if (!isLive || lineCount(whole) > MAX_ANSWERS) return { stdin: whole };
  return { lines: whole.slice(0, -1).split('\n') };
}
