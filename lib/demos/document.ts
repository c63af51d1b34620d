/** What a demo's Markdown says: text, code to read, code to run, exercises. Safe for the browser. */

import { fromMarkdown } from 'mdast-util-from-markdown';
import { findLanguage, type Language } from '../agentbay/languages';
import { readFenceValue } from './fence-value';
import { type Fence, splitFences } from './fences';
import { textOf } from './markdown-text';

export interface DemoDocument {
  /** The text of its first heading; empty where it has none. */
  title: string;
  parts: DemoPart[];
}

export type DemoPart = TextPart | PlainPart | CodePart | ActivityPart | NotePart;

export interface TextPart {
  kind: 'text';
  markdown: string;
  /** In the source, from 1, as for all parts. */
  line: number;
}

/** Code to be read. */
export interface PlainPart {
  kind: 'plain';
  /** As it was written: any language there is. */
  language: string;
  code: string;
  line: number;
}

/** Code that is run, or written to a file. */
export interface CodePart {
  kind: 'code';
  /** `id=` of its fence, else `b1`, `b2` and so on; `s1` of a setup, `f1` of a file. No two parts have the same. */
  id: string;
  language: Language;
  /** `setup` is not shown; `file` is written to `path` and not run. */
  role: 'run' | 'readonly' | 'setup' | 'file';
  code: string;
  /** An exercise's code: no other block needs it. */
  isAside?: boolean;
  /** Begins with an empty context. */
  isFresh: boolean;
  /** Its output is withheld until a guess is written. */
  isPredicted: boolean;
  path?: string;
  stdin?: string;
  timeoutS?: number;
  /** What its author says that it printed. */
  output?: string;
  line: number;
}

export const ACTIVITY_TYPES = ['exercise', 'order', 'gaps', 'choice'] as const;
export type ActivityType = (typeof ACTIVITY_TYPES)[number];

/** What the fences of an activity mean is said in `activities.ts`. */
export interface ActivityPart {
  kind: 'activity';
  type: ActivityType;
  /** Of the document's activities only this one has it. */
  name: string;
  /** The one that shows where it stands. */
  main: Fence;
  /** Those that belong to it, by what they are: `check`, `cases`, `hint`, `solution`. */
  others: { role: ActivityRole; fence: Fence }[];
  line: number;
}

export const ACTIVITY_ROLES = ['check', 'cases', 'hint', 'solution'] as const;
export type ActivityRole = (typeof ACTIVITY_ROLES)[number];

/** What the speaker says, for the speaker alone. */
export interface NotePart {
  kind: 'note';
  markdown: string;
  line: number;
}

/** What is written to the workspace for a part with a `path`: Markdown leaves the last line end out. */
export function textOfFile({ code }: Pick<CodePart, 'code'>): string {
  return code === '' ? '' : `${code}\n`;
}

/** Any text is a document; what is no fence of ours is text or code to be read. */
export function readDocument(markdown: string): DemoDocument {
  const parts: DemoPart[] = [];
  const activities = new Map<string, ActivityPart>();
  const waiting: { name: string; role: ActivityRole; fence: Fence }[] = [];
  for (const piece of splitFences(markdown)) {
    if (piece.kind === 'text') {
      parts.push(piece);
      continue;
    }
    const { fence } = piece;
    const last = parts.at(-1);
    const role = ACTIVITY_ROLES.find((one) => fence.values[one] !== undefined);
    if (fence.words.includes('note')) {
      parts.push({ kind: 'note', markdown: fence.text, line: fence.line });
    } else if (role !== undefined) {
      waiting.push({ name: fence.values[role] ?? '', role, fence });
    } else if (last?.kind === 'code' && fence.words.includes('input')) {
      last.stdin = `${fence.text}\n`;
    } else if (last?.kind === 'code' && fence.words.includes('output')) {
      last.output = fence.text;
    } else {
      const part = readActivity(fence, activities) ?? readCode(fence) ?? readPlain(fence);
      if (part.kind === 'activity') activities.set(part.name, part);
      parts.push(part);
    }
  }
  for (const { name, role, fence } of waiting) activities.get(name)?.others.push({ role, fence });
  nameBlocks(parts);
  return { title: titleOf(parts), parts };
}

function readActivity(fence: Fence, known: Map<string, ActivityPart>): ActivityPart | undefined {
  for (const type of ACTIVITY_TYPES) {
    const name = fence.values[type];
    if (name === undefined || name === '' || known.has(name)) continue;
    return { kind: 'activity', type, name, main: fence, others: [], line: fence.line };
  }
  return undefined;
}

const ROLES = ['setup', 'readonly', 'run'] as const;

function readCode({ language, words, values, text, line }: Fence): CodePart | undefined {
  const id = findLanguage(language);
  const { file } = values;
  const role = file === undefined ? ROLES.find((one) => words.includes(one)) : 'file';
  if (role === undefined || (id === undefined && role !== 'file')) return undefined;
  const timeoutS = Number(values.timeout);
  return {
    kind: 'code',
    id: values.id ?? '',
    // A file may be of any kind, and no language runs it.
    language: id ?? 'python',
    role,
    code: text,
    isFresh: words.includes('fresh'),
    isPredicted: words.includes('predict'),
    ...(file === undefined ? {} : { path: readFenceValue(file) }),
    ...(timeoutS > 0 ? { timeoutS } : {}),
    line,
  };
}

function readPlain({ language, text, line }: Fence): PlainPart {
  return { kind: 'plain', language, code: text, line };
}

const LETTERS = { run: 'b', readonly: 'b', setup: 's', file: 'f' } as const;
const NAME = /^(?![bsf]\d+$)[a-z][\w-]{0,39}$/i;

/** A block without a name of its own is called by its kind: `b1`, `b2` are those that are shown and run. */
function nameBlocks(parts: DemoPart[]): void {
  const taken = new Set<string>();
  const counts = { b: 0, s: 0, f: 0 };
  for (const part of parts) {
    if (part.kind !== 'code') continue;
    // What every object has is no name: blocks are looked up by theirs.
    if (!NAME.test(part.id) || taken.has(part.id) || part.id in {}) {
      const letter = LETTERS[part.role];
      counts[letter] += 1;
      part.id = `${letter}${counts[letter]}`;
    }
    taken.add(part.id);
  }
}

function titleOf(parts: DemoPart[]): string {
  for (const part of parts) {
    if (part.kind !== 'text') continue;
    for (const node of fromMarkdown(part.markdown).children) {
      const title = node.type === 'heading' ? textOf(node).trim() : '';
      if (title !== '') return title;
    }
  }
  return '';
}
