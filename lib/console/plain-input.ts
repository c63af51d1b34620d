import type { PlainGrammar } from '../languages/language-facts';

const TOKENS = {
  '#': /#[^\n]*|"(?:\\[\s\S]|[^"\\])*("|$)|'(?:\\[\s\S]|[^'\\])*('|$)|[\s\S]/g,
  '//': /\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|"""[\s\S]*?("""|$)|"(?:\\.|[^"\\\n])*"?|'(?:\\.|[^'\\\n])*'?|[\s\S]/g,
};

/** Whether an input has come to its end: nothing is open, and its last word asks for nothing. */
export function isPlainComplete(text: string, { lineComment, needsMore }: PlainGrammar): boolean {
  let depth = 0;
  let bare = '';
  for (const [token, ...ends] of text.matchAll(TOKENS[lineComment])) {
    // A text or a comment that goes to the end of the input and was not closed there.
    if (ends.includes('')) return false;
    if (token.startsWith('/*')) {
      if (token.length < 4 || !token.endsWith('*/')) return false;
    } else if (!token.startsWith(lineComment)) {
      if ('([{'.includes(token)) depth++;
      else if (')]}'.includes(token)) depth--;
      bare += token;
    }
  }
  return depth <= 0 && !needsMore.test(bare);
}
