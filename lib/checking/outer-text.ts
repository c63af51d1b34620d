/** Where in a piece of code the brackets and quotes are closed: enough to take a line apart, in any language we run. */

export interface OuterText {
  /** As long as the source, with one character in place of everything in quotes, brackets and comments. */
  text: string;
  /** A bracket or a quote of several lines is not closed at its end. */
  isOpen: boolean;
  /** A bracket closes that was never opened, or a quote of one line does not. */
  isBroken: boolean;
}

/** A character of nobody's. */
const HIDDEN = '\uE000';
const PAIRS: Record<string, string> = { '(': ')', '[': ']', '{': '}' };

/** `comment` is what begins one up to the end of the line: `#` or `//`. */
export function outerText(source: string, comment: '#' | '//'): OuterText {
  const open: string[] = [];
  let text = '';
  let at = 0;
  let isBroken = false;
  const hide = (end: number) => {
    text += source.slice(at, end).replace(/[^\n]/g, HIDDEN);
    at = end;
  };
  while (at < source.length) {
    const char = source[at] ?? '';
    if (source.startsWith(comment, at)) {
      const end = source.indexOf('\n', at);
      hide(end < 0 ? source.length : end);
    } else if (char === '"' || char === "'" || (char === '`' && comment === '//')) {
      const end = quoteEnd(source, at, comment);
      if (end === undefined) {
        const isLong = char === '`' || source.startsWith(char.repeat(3), at);
        hide(source.length);
        return { text, isOpen: isLong, isBroken: isBroken || !isLong };
      }
      hide(end);
    } else if (char in PAIRS) {
      open.push(PAIRS[char] ?? '');
      hide(at + 1);
    } else if (char === ')' || char === ']' || char === '}') {
      if (open.pop() !== char) isBroken = true;
      hide(at + 1);
    } else if (open.length > 0) hide(at + 1);
    else {
      text += char;
      at += 1;
    }
  }
  return { text, isOpen: open.length > 0, isBroken };
}

/** Behind the closing quote; undefined where there is none. */
function quoteEnd(source: string, start: number, comment: '#' | '//'): number | undefined {
  const char = source[start] ?? '';
  const isTriple = comment === '#' && source.startsWith(char.repeat(3), start);
  const quote = isTriple ? char.repeat(3) : char;
  const isLong = isTriple || char === '`';
  for (let at = start + quote.length; at < source.length; at += 1) {
    if (source[at] === '\\') at += 1;
    else if (source.startsWith(quote, at)) return at + quote.length;
    else if (source[at] === '\n' && !isLong) return undefined;
  }
  return undefined;
}
