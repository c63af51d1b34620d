/**
 * What the fences of an activity say. The same reads the whole document, on the server, and the public
 * one, where answers are missing (`public-demo.ts`). The syntax is told in docs/decisions/053-exercises.md.
 */
import { findLanguage, type Language } from '../agentbay/languages';
import { type Case, readCases, type SyntaxProblem, shorten } from '../checking/cases';
import { type Check, readChecks } from '../checking/checks';
import type { ActivityPart } from './document';
import type { Fence } from './fences';

export type Activity = Exercise | Order | Gaps | Choice;

export interface Exercise {
  type: 'exercise';
  name: string;
  language: Language;
  starter: string;
  /** What anybody may read of its checks. */
  checkSource: string;
  checks: Check[];
  /** None in the public document. */
  cases: Case[];
  /** How many there are, also where they are missing. */
  hiddenCases: number;
  hints: string[];
  /** `code` is undefined where it is held and this is the public document. */
  solution?: { code: string | undefined; isHeld: boolean };
  timeoutS: number;
  line: number;
}

export interface Order {
  type: 'order';
  name: string;
  /** As it was written: any language there is. */
  language: string;
  /** In the right order; in the public document in one that says nothing. */
  lines: string[];
  /** Their indentation is a part of the question, and not shown. */
  asksIndent: boolean;
  hints: string[];
  line: number;
}

export interface Gaps {
  type: 'gaps';
  name: string;
  language: string;
  /** Code and gaps in turns: one piece of code more than gaps. */
  code: string[];
  /** What fits in each; in the public document its number. */
  answers: string[][];
  hints: string[];
  line: number;
}

export interface Choice {
  type: 'choice';
  name: string;
  /** Markdown, what stands above the first option. */
  question: string;
  options: { text: string; isRight: boolean; why: string }[];
  /** More than one can be right. */
  takesSeveral: boolean;
  hints: string[];
  line: number;
}

export type ProblemCode =
  | SyntaxProblem['code']
  | 'noLanguage'
  | 'nothingToCheck'
  | 'noOptions'
  | 'noRight'
  | 'noGaps'
  | 'fewLines'
  | 'unknownOption';

export interface ActivityProblem {
  line: number;
  code: ProblemCode;
  came: string;
}

export interface ReadActivity {
  /** Undefined where too much is wrong for there to be one. */
  activity: Activity | undefined;
  problems: ActivityProblem[];
}

/** How long one case may take. */
const CASE_TIMEOUT_S = 5;
const MOST_CASE_TIMEOUT_S = 15;

export function readActivity(part: ActivityPart): ReadActivity {
  const hints = part.others.filter(({ role }) => role === 'hint').map(({ fence }) => fence.text);
  if (part.type === 'exercise') return readExercise(part, hints);
  if (part.type === 'order') return readOrder(part, hints);
  return part.type === 'gaps' ? readGaps(part, hints) : readChoice(part, hints);
}

function readExercise({ name, main, others, line }: ActivityPart, hints: string[]): ReadActivity {
  const language = findLanguage(main.language);
  if (language === undefined) {
    return { activity: undefined, problems: [{ line, code: 'noLanguage', came: main.language }] };
  }
  const of = (role: ActivityPart['others'][number]['role']) =>
    others.filter((one) => one.role === role).map(({ fence }) => fence);
  const problems: ActivityProblem[] = [];
  const cases: Case[] = [];
  let hiddenCases = 0;
  for (const fence of of('cases')) {
    const count = countOf(fence);
    hiddenCases += count ?? 0;
    if (count !== undefined) continue;
    const read = readCases(fence.text, fence.values, language, fence.line + 1);
    problems.push(...read.problems);
    cases.push(...read.cases);
    hiddenCases += read.cases.length;
  }
  const checks = of('check').flatMap(({ text, line: at }) => readChecks(text, language, at + 1));
  if (hiddenCases === 0 && checks.length === 0) {
    problems.push({ line, code: 'nothingToCheck', came: name });
  }
  const solution = of('solution')[0];
  const timeoutS = Number(main.values.timeout);
  return {
    activity: {
      type: 'exercise',
      name,
      language,
      starter: main.text,
      checkSource: of('check')
        .map(({ text }) => text)
        .join('\n'),
      checks,
      cases,
      hiddenCases,
      hints,
      ...(solution ? { solution: solutionOf(solution) } : {}),
      timeoutS: timeoutS > 0 ? Math.min(timeoutS, MOST_CASE_TIMEOUT_S) : CASE_TIMEOUT_S,
      line,
    },
    problems,
  };
}

/** Of the public form of a fence, whose text is empty. */
function countOf({ values, text }: Fence): number | undefined {
  const count = Number(values.count);
  return text.trim() === '' && Number.isInteger(count) && count >= 0 ? count : undefined;
}

function solutionOf(fence: Fence): Exercise['solution'] {
  const isHeld = isHeldSolution(fence);
  return { code: isHeld && fence.text.trim() === '' ? undefined : fence.text, isHeld };
}

/** A solution with any other word than those we know is held: `hold`, `hidden` and the like were meant so. */
export function isHeldSolution({ words, values }: Pick<Fence, 'words' | 'values'>): boolean {
  const known = new Set(['open', 'readonly', 'run']);
  return (
    words.some((word) => !known.has(word)) || Object.keys(values).some((key) => key !== 'solution')
  );
}

function readOrder({ name, main, line }: ActivityPart, hints: string[]): ReadActivity {
  const asksIndent = main.words.includes('indent');
  const lines = main.text.split(/\r\n?|\n/).flatMap((text) => {
    const kept = text.replace(/\t/g, '    ').trimEnd();
    return kept === '' ? [] : [kept];
  });
  const isFew = new Set(lines).size < 2;
  return {
    activity: { type: 'order', name, language: main.language, lines, asksIndent, hints, line },
    problems: isFew ? [{ line, code: 'fewLines', came: String(lines.length) }] : [],
  };
}

/** On one line; `{{a|b}}` has two right answers. */
export const GAP = /\{\{([^\n]*?)\}\}(?!\})/g;
const LEFT_OPEN = /\{\{/;

function readGaps({ name, main, line }: ActivityPart, hints: string[]): ReadActivity {
  const code: string[] = [];
  const answers: string[][] = [];
  let at = 0;
  for (const found of main.text.matchAll(GAP)) {
    code.push(main.text.slice(at, found.index));
    at = found.index + found[0].length;
    answers.push((found[1] ?? '').split(/(?<!\|)\|(?!\|)/).map((one) => one.trim()));
  }
  code.push(main.text.slice(at));
  const problems: ActivityProblem[] = [];
  if (answers.length === 0) problems.push({ line, code: 'noGaps', came: name });
  const open = code.findIndex((piece) => LEFT_OPEN.test(piece));
  if (open >= 0) {
    const before = code.slice(0, open).join('').split('\n').length;
    problems.push({ line: line + before, code: 'notClosed', came: shorten(code[open] ?? '') });
  }
  const activity: Gaps = {
    type: 'gaps',
    name,
    language: main.language,
    code,
    answers,
    hints,
    line,
  };
  return { activity, problems };
}

export const OPTION = /^\s{0,3}(?:[-*+]|\d{1,3}[.)])\s+\[(.?)\]\s?(.*)$/u;

function readChoice({ name, main, line }: ActivityPart, hints: string[]): ReadActivity {
  const question: string[] = [];
  const options: Choice['options'] = [];
  const problems: ActivityProblem[] = [];
  for (const [at, text] of main.text.split(/\r\n?|\n/).entries()) {
    const [, mark = '', rest = ''] = OPTION.exec(text) ?? [];
    if (OPTION.test(text)) {
      options.push({ ...textAndWhy(rest), isRight: isRightMark(mark) });
    } else if (options.length === 0) question.push(text);
    else if (text.trim() !== '') {
      problems.push({ line: line + 1 + at, code: 'unknownOption', came: shorten(text) });
    }
  }
  if (options.length < 2) problems.push({ line, code: 'noOptions', came: String(options.length) });
  const right = options.filter(({ isRight }) => isRight).length;
  const isPublic = main.words.includes('one') || main.words.includes('several');
  if (right === 0 && !isPublic) problems.push({ line, code: 'noRight', came: name });
  return {
    activity: {
      type: 'choice',
      name,
      question: question.join('\n').trim(),
      options,
      takesSeveral: right > 1 || main.words.includes('several'),
      hints,
      line,
    },
    problems,
  };
}

/** Which marks in the brackets of an option say that it is right. */
export function isRightMark(mark: string): boolean {
  return mark.trim() !== '';
}

/** The reason stands behind the first colon with a blank after it, outside of code: `- [ ] 4: it is a text`. */
export function rawOption(option: string): { text: string; why: string } {
  const outside = option.replace(/`+[^`]*`+/g, (code) => '\uE000'.repeat(code.length));
  const at = /(?<!\\)(?::\s|：)/.exec(outside);
  if (!at) return { text: option, why: '' };
  return { text: option.slice(0, at.index), why: option.slice(at.index + at[0].length) };
}

function textAndWhy(option: string): { text: string; why: string } {
  const { text, why } = rawOption(option);
  return { text: text.replace(/\\([:：])/g, '$1').trim(), why: why.trim() };
}
