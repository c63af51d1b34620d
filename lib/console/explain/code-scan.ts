import { LANGUAGE_NAMES, type Language } from '@/lib/agentbay/languages';

/** A character of the program, lines from 1. */
export interface Sign {
  sign: string;
  line: number;
}

/** What can be said of a program that does not compile, without understanding it. */
export interface CodeScan {
  /** The program with blanks in place of texts and comments. */
  bare: string;
  /** The first bracket that nothing closes, as its opener; undefined where there is none. */
  neverClosed: Sign | undefined;
  /** The first closing bracket for which nothing was opened, or something else was. */
  unmatched: (Sign & { opener: Sign | undefined }) | undefined;
  /** The first text without an end, by its quotes. */
  openText: Sign | undefined;
}

const CLOSERS: Record<string, string> = { '(': ')', '[': ']', '{': '}' };
const OPENERS: Record<string, string> = { ')': '(', ']': '[', '}': '{' };
/** Where a slash begins a regular expression and does not divide. */
const BEFORE_REGEX = /(?:^|[=(,:[!&|?{};+\-*%<>~^]|\b(?:return|typeof|case|in|of))\s*$/;

/** Reads the program once. It is an approximation: a nested template is one text, for instance. */
export function scanCode(code: string, language: Language): CodeScan {
  const isPython = language === 'python' || LANGUAGE_NAMES[language].text?.lineComment === '#';
  const scan: CodeScan = {
    bare: '',
    neverClosed: undefined,
    unmatched: undefined,
    openText: undefined,
  };
  const opened: Sign[] = [];
  let line = 1;
  const skip = (length: number, at: number) => {
    const text = code.slice(at, at + length);
    line += text.split('\n').length - 1;
    scan.bare += text.replace(/[^\n]/g, ' ');
    return at + length;
  };

  for (let at = 0; at < code.length; ) {
    const sign = code[at] ?? '';
    const comment = lengthOfComment(code, at, isPython);
    const text = comment > 0 ? undefined : textAt(code, at, isPython, scan.bare);
    if (comment > 0) {
      at = skip(comment, at);
    } else if (text) {
      if (!text.isClosed) scan.openText ??= { sign: text.quotes, line };
      at = skip(text.length, at);
    } else {
      if (sign in CLOSERS) opened.push({ sign, line });
      else if (sign in OPENERS) {
        const opener = opened.at(-1);
        if (opener?.sign === OPENERS[sign]) opened.pop();
        else scan.unmatched ??= { sign, line, opener };
      }
      if (sign === '\n') line += 1;
      scan.bare += sign;
      at += 1;
    }
  }
  scan.neverClosed = firstMissing(opened);
  return scan;
}

/** The innermost; but in `if (x {` it is the round bracket whose end is missing first. */
function firstMissing(opened: readonly Sign[]): Sign | undefined {
  const [outer, inner] = opened.slice(-2);
  const isHead = outer?.sign === '(' && inner?.sign === '{' && outer.line === inner.line;
  return isHead ? outer : (inner ?? outer);
}

/** `)` for `(`. */
export function closerOf(opener: string): string {
  return CLOSERS[opener] ?? opener;
}

function lengthOfComment(code: string, at: number, isPython: boolean): number {
  if (isPython ? code[at] !== '#' : code[at] !== '/') return 0;
  if (!isPython && code[at + 1] === '*') {
    const end = code.indexOf('*/', at + 2);
    return (end < 0 ? code.length : end + 2) - at;
  }
  if (!isPython && code[at + 1] !== '/') return 0;
  const end = code.indexOf('\n', at);
  return (end < 0 ? code.length : end) - at;
}

interface Text {
  quotes: string;
  length: number;
  isClosed: boolean;
}

function textAt(code: string, at: number, isPython: boolean, before: string): Text | undefined {
  const sign = code[at] ?? '';
  if (sign === '/' && !isPython) {
    if (!BEFORE_REGEX.test(before.slice(-40))) return undefined;
    const regex = /^\/(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\[\n])+\//.exec(code.slice(at, at + 1000));
    return regex ? { quotes: sign, length: regex[0].length, isClosed: true } : undefined;
  }
  if (sign !== '"' && sign !== "'" && (isPython || sign !== '`')) return undefined;
  const triple = isPython && code.startsWith(sign.repeat(3), at);
  const quotes = triple ? sign.repeat(3) : sign;
  const spansLines = triple || sign === '`';
  for (let end = at + quotes.length; end < code.length; end++) {
    if (code[end] === '\\') end += 1;
    else if (code.startsWith(quotes, end)) {
      return { quotes, length: end + quotes.length - at, isClosed: true };
    } else if (code[end] === '\n' && !spansLines) {
      return { quotes, length: end - at, isClosed: false };
    }
  }
  return { quotes, length: code.length - at, isClosed: false };
}
