/**
 * The visible checks of an exercise: assertions in its language, taken apart into statements. What says
 * `what == value` is judged by the server like a hidden case; the rest runs as it stands.
 */
import type { Language } from '../agentbay/languages';
import { commentOf, type Expected, type HowToCompare, notationOf } from './cases';
import { outerText } from './outer-text';
import { readLiteral } from './read-literal';

export type Check =
  | {
      kind: 'value';
      source: string;
      line: number;
      call: string;
      expected: Expected;
      how: HowToCompare;
    }
  | { kind: 'truth'; source: string; line: number; call: string; wanted: boolean }
  /** Its own program says whether it holds, so that it can be tricked. */
  | { kind: 'run'; source: string; line: number };

const EXACT: HowToCompare = { compare: 'exact', tolerance: 0 };

/** `line` is the one of its first line of text. */
export function readChecks(text: string, language: Language, line: number): Check[] {
  return statementsOf(text, language).flatMap(({ source, at }) => {
    const where = { source, line: line + at };
    const claims = claimsOf(source, language);
    return claims.map((claim): Check => ({ ...claim, ...where }));
  });
}

type Claim =
  | { kind: 'value'; call: string; expected: Expected; how: HowToCompare }
  | { kind: 'truth'; call: string; wanted: boolean }
  | { kind: 'run' };

/** A statement ends with a line whose brackets are closed, where no line further in follows. */
function statementsOf(text: string, language: Language): { source: string; at: number }[] {
  const lines = text.split(/\r\n?|\n/);
  const comment = commentOf(language);
  const found: { lines: string[]; at: number }[] = [];
  for (const [at, line] of lines.entries()) {
    const last = found.at(-1);
    const isBlank = line.trim() === '' || line.trim().startsWith(comment);
    const goesOn =
      last !== undefined &&
      (outerText(last.lines.join('\n'), comment).isOpen ||
        /^(?:\s+\S|[.})\]]|(?:else|elif|except|finally|catch)\b)/.test(line) ||
        last.lines.at(-1)?.startsWith('@'));
    if (goesOn) last.lines.push(line);
    else if (!isBlank) found.push({ lines: [line], at });
  }
  return found.map(({ lines: own, at }) => ({ source: own.join('\n').trimEnd(), at }));
}

function claimsOf(source: string, language: Language): Claim[] {
  const claims =
    language === 'python'
      ? pythonClaims(source)
      : notationOf(language) === 'javascript'
        ? scriptClaims(source)
        : undefined;
  return claims ?? [{ kind: 'run' }];
}

function pythonClaims(source: string): Claim[] | undefined {
  if (!source.startsWith('assert') || !/^assert\b/.test(source)) return undefined;
  const condition = untilComma(source.slice(6), '#');
  const parts = splitOuter(condition, /(?<![\w.])and(?![\w.])/g, '#');
  const claims = parts.map(pythonClaim);
  return claims.every((claim) => claim !== undefined) ? claims : undefined;
}

function pythonClaim(condition: string): Claim | undefined {
  const outer = outerText(condition, '#').text;
  if (/(?<![\w.])(?:or|if|else|lambda|in|await|yield)(?![\w.])|:=|!=|[<>]|~/.test(outer))
    return undefined;
  const is = /^(.*?)(?<![\w.])is\s+(None|True|False)\s*$/s.exec(condition);
  const sides = is ? [is[1] ?? '', is[2] ?? ''] : splitOuter(condition, /==/g, '#');
  if (!is && /(?<![\w.])is(?![\w.])/.test(outer)) return undefined;
  if (sides.length > 2) return undefined;
  const [left = '', right] = sides.map((side) => side.trim());
  const not = /^not\b(.*)$/s.exec(left);
  if (right === undefined) {
    const call = (not?.[1] ?? left).trim();
    return /(?<![\w.])not(?![\w.])/.test(outerText(call, '#').text) || call === ''
      ? undefined
      : { kind: 'truth', call, wanted: !not };
  }
  return not || /(?<![\w.])not(?![\w.])/.test(outer) ? undefined : equals(left, right, 'python');
}

const SAME = /^(?:assert\.(?:deepStrictEqual|strictEqual|deepEqual|equal))\(/;
const HOLDS = /^(?:assert|assert\.ok|console\.assert)\(/;

function scriptClaims(source: string): Claim[] | undefined {
  const statement = source.replace(/;\s*$/, '');
  const opening = SAME.exec(statement) ?? HOLDS.exec(statement);
  // It must close where the statement ends.
  if (!opening || !/^[\w.]+\uE000+$/.test(outerText(statement, '//').text)) return undefined;
  const inner = statement.slice(opening[0].length, -1);
  const parts = splitOuter(inner, /,/g, '//').map((part) => part.trim());
  const [left = '', right = ''] = parts;
  if (SAME.test(statement)) {
    const claim = right === '' ? undefined : equals(left, right, 'javascript');
    return claim && [claim];
  }
  const conditions = splitOuter(left, /&&/g, '//').map(scriptClaim);
  return conditions.every((claim) => claim !== undefined) ? conditions : undefined;
}

function scriptClaim(condition: string): Claim | undefined {
  const outer = outerText(condition, '//').text;
  if (/\|\||[?<>]|!==?|\b(?:in|instanceof|await)\b/.test(outer)) return undefined;
  const sides = splitOuter(condition, /===?/g, '//').map((side) => side.trim());
  if (sides.length > 2) return undefined;
  const [left = '', right] = sides;
  if (right !== undefined) return equals(left, right, 'javascript');
  const call = left.replace(/^!/, '').trim();
  return call === '' || call.startsWith('!')
    ? undefined
    : { kind: 'truth', call, wanted: !left.startsWith('!') };
}

function equals(left: string, right: string, notation: 'python' | 'javascript'): Claim | undefined {
  for (const [call, text] of [
    [left, right],
    [right, left],
  ] as const) {
    const value = readLiteral(text, notation);
    if (value && call !== '') {
      return { kind: 'value', call, expected: { kind: 'value', value, text }, how: EXACT };
    }
  }
  return undefined;
}

function untilComma(source: string, comment: '#' | '//'): string {
  return (splitOuter(source, /,/g, comment)[0] ?? '').trim();
}

/** Cuts where the mark stands outside of brackets and quotes. */
function splitOuter(source: string, mark: RegExp, comment: '#' | '//'): string[] {
  const outer = outerText(source, comment).text;
  const parts: string[] = [];
  let at = 0;
  for (const found of outer.matchAll(mark)) {
    parts.push(source.slice(at, found.index));
    at = found.index + found[0].length;
  }
  return [...parts, source.slice(at)];
}
