/** What in a demo does not do what its author will expect, with its line. Any text is a demo all the same. */
import { fromMarkdown } from 'mdast-util-from-markdown';
import { findLanguage } from '../agentbay/languages';
import { workspacePathProblem } from '../agentbay/workspace-path';
import { hasHarness, notationOf } from '../checking/cases';
import { similarName } from '../console/explain/similar-names';
import { readActivity } from './activities';
import { ACTIVITY_ROLES, ACTIVITY_TYPES, readDocument } from './document';
import { type Fence, splitFences } from './fences';

export const DEMO_PROBLEMS = [
  'unclosed',
  'not_top',
  'unknown_word',
  'unknown_key',
  'language_not_run',
  'two_roles',
  'without_run',
  'no_block_before',
  'bad_timeout',
  'bad_path',
  'bad_id',
  'same_id',
  'no_name',
  'same_name',
  'unknown_activity',
  'no_solution',
  'no_check',
  'check_runs',
  'check_beside',
  'order_short',
  'gaps_none',
  'choice_none',
  'choice_right',
  'image_elsewhere',
  'html',
  'no_title',
  'in_activity',
] as const;
export type DemoProblemKind = (typeof DEMO_PROBLEMS)[number];

export interface DemoProblem {
  kind: DemoProblemKind;
  severity: 'error' | 'warning';
  /** From 1. */
  line: number;
  endLine: number;
  /** They fill the sentence. */
  values: Record<string, string>;
}

const ROLES = ['run', 'readonly', 'setup'];
const WORDS = [...ROLES, 'fresh', 'predict', 'input', 'output', 'note', 'held', 'indent'];
const KEYS = [
  ...['file', 'timeout', 'id', 'compare', 'tolerance'],
  ...[...ACTIVITY_TYPES, ...ACTIVITY_ROLES],
];
/** What the server judges by itself; in languages without a harness every check runs as it stands. */
const COMPARISONS = {
  python: 'assert f(2) == 4',
  javascript: 'assert.deepEqual(f(2), 4)',
};
/** Of the problems of an activity those that are told by another name here. */
const TOLD: ReadonlySet<string> = new Set([
  'noLanguage',
  'nothingToCheck',
  'noOptions',
  'noRight',
  'noGaps',
  'fewLines',
]);
/** More help nobody. */
const MAX_PROBLEMS = 100;
/** What is shown of a word that somebody made up. */
const MAX_SHOWN = 40;

type Report = (
  kind: DemoProblemKind,
  severity: DemoProblem['severity'],
  values?: DemoProblem['values'],
) => void;

/** In the order of their lines. */
export function lintDemo(markdown: string): DemoProblem[] {
  const problems: DemoProblem[] = [];
  const at =
    (line: number, endLine = line): Report =>
    (kind, severity, values = {}) => {
      const shown = Object.entries(values).map(([key, text]) => [key, text.slice(0, MAX_SHOWN)]);
      problems.push({ kind, severity, line, endLine, values: Object.fromEntries(shown) });
    };
  const fences = splitFences(markdown).flatMap((piece) =>
    piece.kind === 'fence' ? [piece.fence] : [],
  );
  for (const fence of fences) {
    const report = at(fence.line);
    checkWords(fence, report);
    checkCode(fence, report);
    checkContent(fence, report);
    if (!isClosed(markdown.slice(fence.start, fence.end))) report('unclosed', 'error');
  }
  checkOrder(fences, at);
  checkActivities(fences, at);
  checkContents(markdown, at);
  checkText(markdown, fences, at);
  return problems.sort((a, b) => a.line - b.line).slice(0, MAX_PROBLEMS);
}

type At = (line: number, endLine?: number) => Report;

function checkWords({ words, values }: Fence, report: Report): void {
  for (const word of words) {
    // Attributes of other tools.
    if (WORDS.includes(word) || /[{}]/.test(word)) continue;
    const meant = similarName(word, WORDS);
    report('unknown_word', 'warning', { word, ...(meant ? { meant } : {}) });
  }
  for (const key of Object.keys(values)) {
    if (KEYS.includes(key) || /[{}]/.test(key)) continue;
    const meant = similarName(key, KEYS);
    report('unknown_key', 'warning', { word: key, ...(meant ? { meant } : {}) });
  }
}

function checkCode({ language, words, values }: Fence, report: Report): void {
  const roles = ROLES.filter((role) => words.includes(role));
  const isRun = roles.length > 0;
  const hasCode = isRun || values.exercise !== undefined || values.check !== undefined;
  if (roles.length > 1)
    report('two_roles', 'warning', { first: roles[0] ?? '', role: roles[1] ?? '' });
  if (hasCode && values.file === undefined && findLanguage(language) === undefined) {
    report('language_not_run', 'error', { language: language || '–' });
  }
  if (!isRun) {
    // An exercise begins anew with what stands above it, or without.
    const mayBeFresh = values.exercise !== undefined;
    const idle = ['fresh', 'predict'].find(
      (word) => words.includes(word) && !(mayBeFresh && word === 'fresh'),
    );
    const key = ['timeout', 'id'].find((name) => values[name] !== undefined);
    const isActivity = ACTIVITY_TYPES.some((type) => values[type] !== undefined);
    if (idle !== undefined) report('without_run', 'warning', { word: idle });
    if (key !== undefined && !isActivity && values.file === undefined)
      report('without_run', 'warning', { word: `${key}=` });
  }
  if (values.timeout !== undefined && !/^[1-9]\d{0,3}$/.test(values.timeout))
    report('bad_timeout', 'warning', { value: values.timeout });
  if (values.file !== undefined && workspacePathProblem(values.file) !== undefined)
    report('bad_path', 'error', { path: values.file });
  if (
    values.id !== undefined &&
    (!/^[a-z][\w-]{0,39}$/i.test(values.id) || /^b\d+$/.test(values.id))
  )
    report('bad_id', 'warning', { id: values.id });
}

function checkContent({ values, text }: Fence, report: Report): void {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  if (values.order !== undefined && lines.length < 2) report('order_short', 'error');
  if (values.gaps !== undefined && !/\{\{[^{}\n]+\}\}/.test(text)) report('gaps_none', 'error');
  if (values.choice === undefined) return;
  const options = lines.filter((line) => /^\s*[-*] \[[ xX]\] \S/.test(line));
  if (options.length < 2) report('choice_none', 'error');
  else if (!options.some((line) => /^\s*[-*] \[[xX]\]/.test(line))) report('choice_right', 'error');
}

/** Input and output belong to the block before them; a block's name is its own. */
function checkOrder(fences: readonly Fence[], at: At): void {
  const ids = new Set<string>();
  let isAfterBlock = false;
  for (const { words, values, line } of fences) {
    const part = ['input', 'output'].find((word) => words.includes(word));
    if (part !== undefined) {
      if (!isAfterBlock) at(line)('no_block_before', 'warning', { word: part });
      continue;
    }
    isAfterBlock = ROLES.some((role) => words.includes(role));
    const { id } = values;
    if (id === undefined) continue;
    if (ids.has(id)) at(line)('same_id', 'warning', { id });
    ids.add(id);
  }
}

function checkActivities(fences: readonly Fence[], at: At): void {
  const known = new Set<string>();
  for (const { values, line } of fences) {
    for (const type of ACTIVITY_TYPES) {
      const name = values[type];
      if (name === undefined) continue;
      if (name === '') at(line)('no_name', 'error', { word: type });
      else if (known.has(name)) at(line)('same_name', 'error', { name });
      known.add(name);
    }
  }
  for (const { values, line } of fences) {
    for (const role of ACTIVITY_ROLES) {
      const name = values[role];
      if (name === undefined || known.has(name)) continue;
      const meant = similarName(name, known);
      at(line)('unknown_activity', 'error', { word: role, name, ...(meant ? { meant } : {}) });
    }
  }
  const has = (name: string, ...roles: readonly (typeof ACTIVITY_ROLES)[number][]) =>
    fences.some(({ values }) => roles.some((role) => values[role] === name));
  for (const { values, line } of fences) {
    const name = values.exercise;
    if (!name) continue;
    if (!has(name, 'check', 'cases')) at(line)('no_check', 'warning', { name });
    if (!has(name, 'solution')) at(line)('no_solution', 'warning', { name });
  }
}

/** Cases, gaps and options, line by line. */
function checkContents(markdown: string, at: At): void {
  for (const part of readDocument(markdown).parts) {
    if (part.kind !== 'activity') continue;
    const { activity, problems } = readActivity(part);
    for (const { line, code, came } of problems) {
      if (!TOLD.has(code)) at(line)('in_activity', 'error', { code, came });
    }
    // With hidden cases it is those that count.
    if (activity?.type !== 'exercise' || activity.hiddenCases > 0) continue;
    const check = activity.checks.find(({ kind }) => kind === 'run');
    if (!check) continue;
    const { language } = activity;
    const example = hasHarness(language) ? COMPARISONS[notationOf(language)] : undefined;
    const values = { name: part.name, ...(example === undefined ? {} : { comparison: example }) };
    at(check.line)(example === undefined ? 'check_beside' : 'check_runs', 'warning', values);
  }
}

/** Of any node what is needed of it here. */
interface Node {
  type: string;
  url?: string;
  lang?: string | null;
  meta?: string | null;
  position?: { start: { line: number }; end: { line: number } } | undefined;
  children?: Node[];
}

function checkText(markdown: string, fences: readonly Fence[], at: At): void {
  let hasTitle = false;
  const tops = new Set(fences.map(({ line }) => line));
  const look = (node: Node) => {
    const { type, position, url = '', children = [] } = node;
    const report = at(position?.start.line ?? 1, position?.end.line);
    if (type === 'heading') hasTitle = true;
    if (type === 'image' && !url.startsWith('data:')) report('image_elsewhere', 'warning', { url });
    if (type === 'html') report('html', 'warning');
    if (type === 'code' && !tops.has(position?.start.line ?? 0)) {
      const info = `${node.lang ?? ''} ${node.meta ?? ''}`.split(/\s+/).slice(1);
      const word = info.find((one) => ROLES.includes(one) || /^(?:exercise|file)=/.test(one));
      if (word !== undefined) report('not_top', 'warning', { word });
    }
    for (const child of children) look(child);
  };
  look(fromMarkdown(markdown));
  if (!hasTitle && markdown.trim() !== '') at(1)('no_title', 'warning');
}

/** Of a fence from its first character on. */
function isClosed(source: string): boolean {
  const mark = /^(?:`{3,}|~{3,})/.exec(source)?.[0] ?? '';
  const last = source.slice(source.lastIndexOf('\n') + 1).trim();
  return (
    source.includes('\n') && last.length >= mark.length && last === mark[0]?.repeat(last.length)
  );
}
