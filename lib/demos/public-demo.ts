/**
 * What a reader may have of a demo's Markdown. Hidden cases, held solutions, the answers of what is to be
 * ordered, filled or chosen, notes of the speaker, and outputs that are to be guessed are taken out,
 * wherever a fence stands; where it is not clear what a fence was meant to be, its text is taken out too.
 */
import type { Code, Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { findLanguage, type Language } from '../agentbay/languages';
import { readCases } from '../checking/cases';
import { GAP, isRightMark, OPTION, rawOption } from './activities';
import { type Fence, readInfo } from './fences';
import { mixedLines } from './mixed-lines';
import { type Secret, secretOf } from './secrets';

interface Found {
  node: Code;
  info: string;
  fence: Pick<Fence, 'language' | 'words' | 'values'>;
  /** In no list and no quote. */
  isTop: boolean;
}

/** Lines of the source, from 0, and what stands in their place. */
interface Cut {
  first: number;
  last: number;
  by: string[];
}

/** The same document for who may not know the answers. What it gives stays the same a second time. */
export function publicMarkdown(markdown: string): string {
  const source = markdown.replace(/^\uFEFF/, '');
  const lines = source.split(/\r\n|\n|\r/);
  const tree = fromMarkdown(source);
  const fences: Found[] = [];
  const others: Nodes[] = [];
  collect(tree, lines, fences, others, 0);
  const cuts = [...fenceCuts(fences, lines), ...others.flatMap((node) => loneCut(node, lines))];
  if (cuts.length === 0) return source;
  // From the last to the first, so that the numbers of lines stay right.
  cuts.sort((a, b) => b.first - a.first);
  for (const { first, last, by } of cuts) lines.splice(first, last - first + 1, ...by);
  return lines.join('\n');
}

function collect(node: Nodes, lines: string[], fences: Found[], others: Nodes[], depth: number) {
  if (node.type === 'code' && isFence(node, lines)) {
    const info = `${node.lang ?? ''} ${node.meta ?? ''}`.trim();
    fences.push({ node, info, fence: readInfo(info), isTop: depth === 1 });
  } else if (node.type === 'code' || node.type === 'html' || node.type === 'paragraph') {
    others.push(node);
  } else if ('children' in node) {
    for (const child of node.children) collect(child, lines, fences, others, depth + 1);
  }
}

function place(node: Nodes): { first: number; last: number; column: number } {
  const { start, end } = node.position ?? { start: { line: 1, column: 1 }, end: { line: 1 } };
  // One that ends with its list or quote may end at the beginning of the line behind it.
  const isBehind = node.position?.end.column === 1 && end.line > start.line;
  return { first: start.line - 1, last: end.line - (isBehind ? 2 : 1), column: start.column - 1 };
}

const OPENING = /^(`{3,}|~{3,})/;

function isFence(node: Code, lines: string[]): boolean {
  const { first, column } = place(node);
  return OPENING.test(lines[first]?.slice(column) ?? '');
}

function fenceCuts(fences: Found[], lines: string[]): Cut[] {
  const languages = new Map<string, Language>();
  for (const { fence } of fences) {
    const language = findLanguage(fence.language);
    if (fence.values.exercise && language) languages.set(fence.values.exercise, language);
  }
  const names = new Set(fences.map(({ fence }) => fence.values.exercise));
  const cuts: Cut[] = [];
  let isGuessed = false;
  for (const found of fences) {
    const { fence, info, node, isTop } = found;
    const isRun = ['run', 'readonly', 'setup'].some((word) => fence.words.includes(word));
    if (isRun) isGuessed = fence.words.includes('predict');
    const secret = secretOf(fence, info);
    const { cases, solution } = fence.values;
    const isLost =
      isTop && !names.has(cases ?? solution ?? '') && (secret === 'cases' || secret === 'solution');
    if (secret === 'note' || isLost) cuts.push(replaced(found, lines, undefined));
    else if (secret !== undefined) {
      // Elsewhere than at the top it is no activity, so that there is nothing to be shown.
      const open = isTop ? publicForm(secret, node.value, fence, languages) : undefined;
      cuts.push(replaced(found, lines, open ?? { info: plainInfo(fence.language), body: [] }));
    } else if (isGuessed && fence.words.includes('output')) {
      cuts.push(replaced(found, lines, undefined));
    } else cuts.push(...swallowed(found, lines));
  }
  return cuts;
}

interface PublicForm {
  info: string;
  body: string[];
}

/** Undefined where nothing of it can be shown. */
function publicForm(
  secret: Secret,
  text: string,
  { language, values, words }: Found['fence'],
  languages: Map<string, Language>,
): PublicForm | undefined {
  const name = nameOf(values[secret === 'doubtful' ? '' : secret]);
  const shown = plainInfo(language) || 'text';
  const body = text.split(/\r\n|\n|\r/);
  if (name === undefined) return undefined;
  switch (secret) {
    case 'cases': {
      const known = text.trim() === '' ? Number(values.count) : Number.NaN;
      const read = () => readCases(text, values, languages.get(name) ?? 'python', 1).cases.length;
      const count = Number.isInteger(known) && known >= 0 ? known : read();
      return { info: `text cases=${name} count=${count}`, body: [] };
    }
    case 'solution':
      return { info: `${shown} solution=${name} held`, body: [] };
    case 'order': {
      const asksIndent = words.includes('indent');
      const mixed = mixedLines(body, asksIndent, words.includes('mixed'));
      return { info: `${shown} order=${name}${asksIndent ? ' indent' : ''} mixed`, body: mixed };
    }
    case 'gaps':
      return { info: `${shown} gaps=${name}`, body: withoutAnswers(text) };
    case 'choice': {
      const options = body.flatMap((line) => OPTION.exec(line) ?? []).length > 0;
      return options ? publicChoice(name, body, words) : undefined;
    }
    default:
      return undefined;
  }
}

function nameOf(name: string | undefined): string | undefined {
  return name !== undefined && /^[\p{L}\p{N}][\p{L}\p{N}_.-]{0,59}$/u.test(name) ? name : undefined;
}

/** Of a fence that has more to say than its language, only that. */
function plainInfo(language: string): string {
  return /^[a-z0-9+#-]{1,20}$/.test(language) ? language : '';
}

function withoutAnswers(text: string): string[] {
  let count = 0;
  const numbered = text.replace(GAP, () => {
    count += 1;
    return `{{${count}}}`;
  });
  // What was opened and is not closed in its line may be an answer all the same.
  return numbered.replace(/\{\{(?!\d+\}\})[\s\S]*?(?:\}\}|$)/g, '').split(/\r\n|\n|\r/);
}

function publicChoice(name: string, body: string[], words: string[]): PublicForm {
  const shown: string[] = [];
  let options = 0;
  let right = 0;
  for (const line of body) {
    const [, mark = '', rest = ''] = OPTION.exec(line) ?? [];
    if (OPTION.test(line)) {
      options += 1;
      if (isRightMark(mark)) right += 1;
      shown.push(`- [ ] ${rawOption(rest).text}`);
    } else if (options === 0) shown.push(line);
  }
  const takesSeveral = right > 1 || words.includes('several');
  return { info: `text choice=${name} ${takesSeveral ? 'several' : 'one'}`, body: shown };
}

/** A fence in the place of another; none of it where `form` is undefined. */
function replaced({ node, isTop }: Found, lines: string[], form: PublicForm | undefined): Cut {
  const { first, last, column } = place(node);
  const line = lines[first] ?? '';
  const before = line.slice(0, column);
  const mark = OPENING.exec(line.slice(column))?.[0] ?? '```';
  if (form === undefined) return { first, last, by: isTop ? [] : [before.trimEnd()] };
  const char = mark[0] ?? '`';
  const longest = Math.max(
    mark.length,
    ...form.body.map((one) =>
      (one.match(char === '`' ? /`+/g : /~+/g) ?? []).reduce(
        (most, run) => Math.max(most, run.length + 1),
        0,
      ),
    ),
  );
  const fence = char.repeat(longest);
  // In a list or a quote what follows must stand in it again.
  const inside = isTop ? '' : before.replace(/[^>\s]/g, ' ');
  return {
    first,
    last,
    by: [
      `${before}${fence}${form.info}`,
      ...form.body.map((one) => inside + one),
      `${inside}${fence}`,
    ],
  };
}

const INNER = /^[\s>]*(`{3,}|~{3,})([^\n]*)$/;

/** A fence within the text of another that was not closed; in Markdown shown as code it may stand. */
function swallowed({ node, fence }: Found, lines: string[]): Cut[] {
  const { first, last, column } = place(node);
  const outer = OPENING.exec(lines[first]?.slice(column) ?? '')?.[0] ?? '';
  const isMarkdown = ['markdown', 'md', 'mdx'].includes(fence.language) && fence.words.length === 0;
  for (let at = first + 1; at <= last; at += 1) {
    const [, mark = '', info = ''] = INNER.exec(lines[at] ?? '') ?? [];
    if (!isSecretInfo(info)) continue;
    if (isMarkdown && (mark[0] !== outer[0] || mark.length < outer.length)) continue;
    const end = /^[\s>]*(`{3,}|~{3,})\s*$/.exec(lines[last] ?? '')?.[1] ?? '';
    const isClosed = last > at && end[0] === outer[0] && end.length >= outer.length;
    return [{ first: at, last: isClosed ? last - 1 : last, by: [] }];
  }
  return [];
}

/** What looks like a secret fence where there can be none: in a comment, in indented code, behind text in its line. */
function loneCut(node: Nodes, lines: string[]): Cut[] {
  const { first, last } = place(node);
  for (let at = first; at <= last; at += 1) {
    const info = /(?:`{3,}|~{3,})([^\n]*)$/.exec(lines[at] ?? '')?.[1] ?? '';
    if (!isSecretInfo(info)) continue;
    // The whole of it, so that a comment which began above does not go on.
    return [{ first, last, by: [''] }];
  }
  return [];
}

function isSecretInfo(info: string): boolean {
  const text = info.trim();
  return text !== '' && secretOf(readInfo(text), text) !== undefined;
}
