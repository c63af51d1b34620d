/** Whether an input in JavaScript or TypeScript has come to its end. It need not be right for that. */

/** One step through the source outside of templates; a comment or a string that is not closed ends with the text. */
const TOKEN =
  /\s+|\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|'(?:\\[\s\S]|[^'\\\n])*'?|"(?:\\[\s\S]|[^"\\\n])*"?|[\w$\u0080-\uffff]+|=>|\+\+|--|[\s\S]/y;
const REGEX = /\/(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\[\n])+\/\w*/y;
/** Within a template, up to its end or to the next expression in it. */
const TEMPLATE_PART = /(?:\\[\s\S]|\$(?!\{)|[^`$\\])*(`|\$\{)?/y;

const wordSet = (words: string) => new Set(words.split(' '));
const NEEDS_MORE = wordSet(
  'else do try finally const let var new typeof void delete in instanceof extends throw case await',
);
const NEEDS_BODY = wordSet('function class switch interface enum namespace');
const HEADS = wordSet('if while for with');
const BEFORE_REGEX = wordSet('return typeof case in of delete void throw await else do');

/** After what is in the brackets something has still to come: a statement, `catch`, or `while`. */
type Lead = 'head' | 'try' | 'do' | undefined;

interface Open {
  token: '(' | '[' | '{' | '${' | '`';
  lead: Lead;
}

/**
 * False within brackets, a template or a comment; after an operator or a word that needs more; and where
 * the body of a function, a class or a loop is still to come.
 */
export function isScriptComplete(text: string, isTypeScript: boolean): boolean {
  const open: Open[] = [];
  let last = '';
  let beforeLast = '';
  /** Of what has just been closed. */
  let lead: Lead;
  let needsBody = false;

  for (let at = 0; at < text.length; ) {
    if (open.at(-1)?.token === '`') {
      const [part, end] = matchAt(TEMPLATE_PART, text, at);
      at += part.length;
      if (end === '`') open.pop();
      else if (end) open.push({ token: '${', lead: undefined });
      else return false;
      last = end === '`' ? '`' : '(';
      continue;
    }
    const regex = text[at] === '/' && mayBeRegex(last) ? regexAt(text, at) : '';
    const token = regex || matchAt(TOKEN, text, at)[0];
    at += token.length;
    if (/^\s|^\/\//.test(token)) continue;
    if (token.startsWith('/*') && !regex) {
      if (token.length < 4 || !token.endsWith('*/')) return false;
      continue;
    }
    const isStatement = open.length === 0 && last !== '.';
    if (isStatement && NEEDS_BODY.has(token)) needsBody = true;
    else if (isStatement && (token === '{' || token === ';')) needsBody = false;

    if (token === '(' || token === '[' || token === '{' || token === '`') {
      open.push({ token, lead: leadOf(token, last, beforeLast, lead) });
      lead = undefined;
    } else if (token === ')' || token === ']' || token === '}') {
      lead = open.pop()?.lead;
    } else if (token !== 'while' || lead !== 'do') {
      lead = undefined;
    }
    beforeLast = last;
    last = regex ? ')' : token;
  }
  return open.length === 0 && !lead && !needsBody && !needsMore(last, beforeLast, isTypeScript);
}

function matchAt(pattern: RegExp, text: string, at: number): string[] & { 0: string } {
  pattern.lastIndex = at;
  return (pattern.exec(text) as (string[] & { 0: string }) | null) ?? [''];
}

/** The regular expression that begins there; empty where none does. */
function regexAt(text: string, at: number): string {
  return /[/*]/.test(text[at + 1] ?? '') ? '' : matchAt(REGEX, text, at)[0];
}

/** Whether a slash after `last` begins a regular expression, and is not a division. */
function mayBeRegex(last: string): boolean {
  return BEFORE_REGEX.has(last) || !/^[\w$)\]}'"`\u0080-\uffff]|^(?:\+\+|--)$/.test(last);
}

function leadOf(token: string, last: string, beforeLast: string, lead: Lead): Lead {
  if (token === '{') return last === 'try' || last === 'do' ? last : undefined;
  if (token !== '(' || (last === 'while' && lead === 'do')) return undefined;
  const isHead = HEADS.has(last) || (last === 'await' && beforeLast === 'for');
  return isHead && beforeLast !== '.' ? 'head' : undefined;
}

function needsMore(last: string, beforeLast: string, isTypeScript: boolean): boolean {
  if (beforeLast === '.') return false;
  if (NEEDS_MORE.has(last) || last === '=>') return true;
  const operators = isTypeScript ? '=+-*/%&|^~<?:,.' : '=+-*/%&|^~<>?:,.!';
  return last.length === 1 && operators.includes(last);
}
