/** Whether a Python input has come to its end, by the rules of the interpreter's prompt. */

/** One step through the source: white space, a comment, the beginning of a string, or something else. */
const TOKEN = /[ \t\f]+|#[^\n]*|(?:\b[rbuft]{1,2})?('''|"""|'|")|\\\r?\n|\w+|[\s\S]/giy;

interface LogicalLine {
  /** Spaces and tabs before its first token. */
  indent: string;
  /** What stands last in it, comments aside. */
  last: string;
  isDecorator: boolean;
  /** The text ends with an empty line after it. */
  isFollowedByBlank: boolean;
}

/**
 * False within brackets, a long string or after a backslash; after a colon that opens a block; within a
 * block until a line is left blank, as more may follow; and after a decorator alone.
 */
export function isPythonComplete(text: string): boolean {
  const line = lastLogicalLine(text);
  if (line === 'open') return false;
  if (line === undefined) return true;
  const isEnded = line.indent === '' || line.isFollowedByBlank;
  return isEnded && line.last !== ':' && !line.isDecorator;
}

/** The last logical line that is not empty; `open` where the text ends within one, undefined where there is none. */
function lastLogicalLine(text: string): LogicalLine | 'open' | undefined {
  let depth = 0;
  let line: LogicalLine | undefined;
  let ended: LogicalLine | undefined;
  let lineStart = 0;
  TOKEN.lastIndex = 0;
  for (let match = TOKEN.exec(text); match; match = TOKEN.exec(text)) {
    const [token, quote] = match;
    if (token.startsWith('\\') && TOKEN.lastIndex === text.length) return 'open';
    if (/^[ \t\f#\\]/.test(token) || (token === '\n' && depth > 0)) continue;
    if (token === '\n') {
      ended = line ?? ended;
      line = undefined;
      lineStart = TOKEN.lastIndex;
      continue;
    }
    line ??= {
      indent: text.slice(lineStart, match.index),
      last: '',
      isDecorator: token === '@',
      isFollowedByBlank: false,
    };
    line.last = token;
    if (quote) {
      const end = endOfString(text, TOKEN.lastIndex, quote);
      if (end === undefined) return 'open';
      TOKEN.lastIndex = end;
    } else if ('([{'.includes(token)) depth += 1;
    else if (')]}'.includes(token)) depth = Math.max(0, depth - 1);
  }
  if (depth > 0) return 'open';
  if (line || !ended) return line;
  return { ...ended, isFollowedByBlank: text.slice(lineStart).trim() === '' };
}

/** Where a string ends that has been opened by `quote`; undefined where more has to come for it. */
function endOfString(text: string, from: number, quote: string): number | undefined {
  const isLong = quote.length === 3;
  for (let at = from; at < text.length; at++) {
    if (text[at] === '\\') at += 1;
    else if (text.startsWith(quote, at)) return at + quote.length;
    else if (text[at] === '\n' && !isLong) return at;
  }
  // A short one that is not closed is wrong, unless a backslash carries it over to the next line.
  return isLong || /\\\n?$/.test(text) ? undefined : text.length;
}
