/**
 * The hidden cases of an exercise as a teacher writes them, read without running anything. Either calls,
 * one a line (`double(3) => 6`), or programs' input and output (`input:`, then `output:`). A line
 * `label: ...` names the next case for the learner; a line that begins with `#` is the teacher's own.
 */
import type { Language } from '../agentbay/languages';
import { outerText } from './outer-text';
import { type Notation, readLiteral } from './read-literal';
import type { Value } from './value';

export const COMPARISONS = ['exact', 'trimmed', 'number', 'unordered', 'pattern'] as const;
export type Comparison = (typeof COMPARISONS)[number];

export interface HowToCompare {
  compare: Comparison;
  /** How far a number may be off, absolutely and as a part of it; 0 but for `number`. */
  tolerance: number;
}

export type Expected =
  | { kind: 'value'; value: Value; text: string }
  /** How another kind of value is shown, e.g. `Point(1, 2)`. */
  | { kind: 'shown'; text: string }
  | { kind: 'pattern'; text: string }
  /** The call fails with an error of that name. */
  | { kind: 'error'; name: string; text: string };

export interface CallCase {
  kind: 'call';
  label?: string;
  call: string;
  expected: Expected;
  how: HowToCompare;
  line: number;
}

export interface InputCase {
  kind: 'input';
  label?: string;
  input: string;
  output: string;
  how: HowToCompare;
  line: number;
}

export type Case = CallCase | InputCase;

/** What is wrong with a part of an exercise; the words are the page's. */
export interface SyntaxProblem {
  line: number;
  code:
    | 'noArrow'
    | 'noCall'
    | 'noValue'
    | 'notClosed'
    | 'noOutput'
    | 'outsideCase'
    | 'badCompare'
    | 'badTolerance'
    | 'badPattern'
    | 'tooMany'
    | 'noCases';
  /** What stands there, shortened. */
  came: string;
}

export interface ReadCases {
  cases: Case[];
  problems: SyntaxProblem[];
}

export const CASES_LIMIT = 50;
const KEY = /^(input|output|label)[:：]\s?(.*)$/i;
const SEPARATOR = /^-{3,}\s*$/;

/** How the values of that language are written in a case. */
export function notationOf(language: Language): Notation {
  return language === 'javascript' || language === 'typescript' ? 'javascript' : 'python';
}

/** Its values come as data; those of another language as it shows them. */
export function hasHarness(language: Language): boolean {
  return language === 'python' || notationOf(language) === 'javascript';
}

export function commentOf(language: Language): '#' | '//' {
  return notationOf(language) === 'javascript' || language === 'java' ? '//' : '#';
}

/** `options` are those of the fence; `line` is the one of its first line of text. */
export function readCases(
  text: string,
  options: Partial<Record<string, string>>,
  language: Language,
  line: number,
): ReadCases {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n?|\n/);
  const isProgram = lines.some((one) => /^(?:input|output)[:：]/i.test(one));
  const { how, problems } = readHow(options, isProgram ? 'trimmed' : 'exact', line - 1);
  const read = isProgram ? readInputs(lines, how, line) : readCalls(lines, how, language, line);
  problems.push(...read.problems);
  if (read.cases.length > CASES_LIMIT) {
    problems.push({ line, code: 'tooMany', came: String(read.cases.length) });
  }
  if (read.cases.length === 0 && problems.length === 0) {
    problems.push({ line, code: 'noCases', came: '' });
  }
  return { cases: read.cases.slice(0, CASES_LIMIT), problems };
}

function readHow(
  options: Partial<Record<string, string>>,
  usual: Comparison,
  line: number,
): { how: HowToCompare; problems: SyntaxProblem[] } {
  const problems: SyntaxProblem[] = [];
  const given = options.compare?.toLowerCase();
  const compare = COMPARISONS.find((one) => one === given);
  if (given !== undefined && compare === undefined) {
    problems.push({ line, code: 'badCompare', came: shorten(given) });
  }
  const tolerance = Number(options.tolerance);
  const hasTolerance = options.tolerance !== undefined;
  if (hasTolerance && !(tolerance >= 0 && tolerance < Number.POSITIVE_INFINITY)) {
    problems.push({ line, code: 'badTolerance', came: shorten(options.tolerance ?? '') });
  }
  const chosen = compare ?? (hasTolerance ? 'number' : usual);
  const off = hasTolerance && tolerance >= 0 ? tolerance : 1e-6;
  return { how: { compare: chosen, tolerance: chosen === 'number' ? off : 0 }, problems };
}

function readCalls(
  lines: string[],
  how: HowToCompare,
  language: Language,
  first: number,
): ReadCases {
  const cases: Case[] = [];
  const problems: SyntaxProblem[] = [];
  const comment = commentOf(language);
  let label: string | undefined;
  for (let at = 0; at < lines.length; at += 1) {
    const line = first + at;
    let source = lines[at] ?? '';
    if (source.trim() === '' || /^\s*#/.test(source) || SEPARATOR.test(source)) continue;
    const key = KEY.exec(source);
    if (key) {
      label = shorten(key[2]?.trim() ?? '', 200);
      continue;
    }
    let outer = outerText(source, comment);
    while (outer.isOpen && at + 1 < lines.length) {
      at += 1;
      source += `\n${lines[at]}`;
      outer = outerText(source, comment);
    }
    const read = readCall(source, outer.isOpen || outer.isBroken, outer.text, how, language);
    if (typeof read === 'string') problems.push({ line, code: read, came: shorten(source) });
    else cases.push({ ...read, ...(label ? { label } : {}), line });
    label = undefined;
  }
  return { cases, problems };
}

function readCall(
  source: string,
  isUnclosed: boolean,
  outer: string,
  how: HowToCompare,
  language: Language,
): Omit<CallCase, 'line'> | SyntaxProblem['code'] {
  if (isUnclosed) return 'notClosed';
  const arrow = outer.lastIndexOf('=>');
  if (arrow < 0) return 'noArrow';
  const call = source.slice(0, arrow).trim();
  if (call === '') return 'noCall';
  const expected = readExpected(source.slice(arrow + 2).trim(), how, language);
  if (typeof expected === 'string') return expected;
  return { kind: 'call', call, expected, how };
}

function readExpected(
  text: string,
  how: HowToCompare,
  language: Language,
): Expected | SyntaxProblem['code'] {
  if (text === '') return 'noValue';
  const error = /^(?:raises|throws)\s+([A-Za-z_$][\w.$]*)$/.exec(text)?.[1];
  if (error) return { kind: 'error', name: error, text };
  const notation = notationOf(language);
  const value = hasHarness(language) ? readLiteral(text, notation) : undefined;
  if (how.compare === 'pattern') {
    const pattern = value?.t === 'text' ? value.v : text;
    return isPattern(pattern) ? { kind: 'pattern', text: pattern } : 'badPattern';
  }
  if (value) return { kind: 'value', value, text };
  if (!hasHarness(language)) return { kind: 'shown', text };
  // A word alone is a text whose quotes were forgotten.
  return /^[\w\s.,!?-]+$/.test(text) ? 'noValue' : { kind: 'shown', text };
}

function isPattern(text: string): boolean {
  try {
    new RegExp(text, 's');
    return text.length <= 1000;
  } catch {
    return false;
  }
}

function readInputs(lines: string[], how: HowToCompare, first: number): ReadCases {
  const cases: Case[] = [];
  const problems: SyntaxProblem[] = [];
  let label: string | undefined;
  let open: { line: number; label?: string; input?: string[]; output?: string[] } | undefined;
  let reading: string[] | undefined;

  const finish = () => {
    const { line = first, input, output, ...named } = open ?? {};
    open = undefined;
    reading = undefined;
    if (output === undefined) {
      if (input) problems.push({ line, code: 'noOutput', came: shorten(input.join(' ')) });
      return;
    }
    const [given, text] = [joined(input ?? []), joined(output)];
    if (how.compare === 'pattern' && !isPattern(text)) {
      problems.push({ line, code: 'badPattern', came: shorten(text) });
    }
    const stdin = given === '' ? '' : `${given}\n`;
    cases.push({ kind: 'input', ...named, input: stdin, output: text, how, line });
  };

  for (const [at, source] of lines.entries()) {
    const line = first + at;
    const [, key, rest = ''] = KEY.exec(source) ?? [];
    const name = key?.toLowerCase();
    if (SEPARATOR.test(source)) finish();
    else if (name === 'label') {
      finish();
      label = shorten(rest, 200);
    } else if (name === 'input' || name === 'output') {
      if (open?.output !== undefined || (name === 'input' && open?.input)) finish();
      open ??= { line, ...(label ? { label } : {}) };
      label = undefined;
      reading = rest === '' ? [] : [rest];
      open[name] = reading;
    } else if (reading) reading.push(source.replace(/^\\/, ''));
    else if (source.trim() !== '' && !/^\s*#/.test(source)) {
      problems.push({ line, code: 'outsideCase', came: shorten(source) });
    }
  }
  finish();
  return { cases, problems };
}

/** Without empty lines at its end; those at its beginning count. */
function joined(lines: string[]): string {
  return lines.join('\n').trimEnd();
}

export function shorten(text: string, limit = 60): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > limit ? `${line.slice(0, limit - 1)}…` : line;
}
