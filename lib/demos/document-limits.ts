/**
 * What a document may not be, so that a server which everybody shares can read it at any time: grammars of
 * Markdown take a time that rises with the square of some texts, and a table grows by its columns with each row.
 * Real documents are far from all of this.
 */
import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';

const MOST_LINES = 10_000;
/** Quotes and lists within each other. */
const MOST_LEVELS = 20;
const MOST_INDENT = 200;
/** Paragraphs, headings, list items, code and the like. */
const MOST_BLOCKS = 4000;
/** Signs that may mean something in Markdown: in a paragraph, and in all of the text. */
const MOST_SIGNS_TOGETHER = 1500;
const MOST_SIGNS = 30_000;
const MOST_COLUMNS = 100;
const MOST_CELLS = 20_000;
/** Signs around formulas. */
const MOST_DOLLARS = 2000;

/** In words, with the line it is in where there is one; undefined where all is well. */
export function problemOfDocument(markdown: string): string | undefined {
  const lines = markdown.split(/\r\n|\n|\r/);
  if (lines.length > MOST_LINES) {
    return `a document may have ${MOST_LINES} lines; this has ${lines.length}`;
  }
  for (const [at, line] of lines.entries()) {
    if (levelsOf(line) > MOST_LEVELS) {
      return `quotes and lists may be ${MOST_LEVELS} levels deep; line ${at + 1} has more`;
    }
  }
  const counts = { blocks: 0, signs: 0, dollars: 0 };
  return problemOf(fromMarkdown(markdown, { extensions: [BLOCKS_ONLY] }), 0, counts);
}

/** What stands within a paragraph is not looked at: that is what may take long. */
const BLOCKS_ONLY = {
  disable: {
    null: [
      ...['attention', 'autolink', 'characterEscape', 'characterReference'],
      ...['codeText', 'definition', 'hardBreakEscape', 'htmlText', 'labelEnd'],
      ...['labelStartImage', 'labelStartLink'],
    ],
  },
};

interface Counts {
  blocks: number;
  signs: number;
  dollars: number;
}

function problemOf(node: Nodes, depth: number, counts: Counts): string | undefined {
  const line = node.position?.start.line ?? 1;
  counts.blocks += 1;
  if (counts.blocks > MOST_BLOCKS) {
    return `there may be ${MOST_BLOCKS} paragraphs and other blocks; there are more`;
  }
  // A list and its item count as one.
  if (depth > 2 * MOST_LEVELS) return `quotes and lists are too deep in line ${line}`;
  if (node.type === 'paragraph' || node.type === 'heading') {
    return problemOfText(textOf(node), line, counts);
  }
  if (!('children' in node)) return undefined;
  for (const child of node.children) {
    const problem = problemOf(child, depth + 1, counts);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

function problemOfText(text: string, line: number, counts: Counts): string | undefined {
  const signs = text.match(/[[\]*_`<~!&\\]/g)?.length ?? 0;
  counts.signs += signs;
  counts.dollars += text.match(/\$/g)?.length ?? 0;
  if (signs > MOST_SIGNS_TOGETHER) {
    return `the paragraph in line ${line} has ${signs} signs of Markdown; it may have ${MOST_SIGNS_TOGETHER}`;
  }
  if (counts.signs > MOST_SIGNS) {
    return `the text may have ${MOST_SIGNS} signs of Markdown; it has more`;
  }
  if (counts.dollars > MOST_DOLLARS) return `there may be ${MOST_DOLLARS} dollar signs in text`;
  const rows = text.split('\n');
  const columns = Math.max(...rows.map((row) => row.split('|').length - 1));
  if (columns > MOST_COLUMNS) {
    return `a table may have ${MOST_COLUMNS} columns; line ${line} has more`;
  }
  return columns * rows.length > MOST_CELLS
    ? `a table may have ${MOST_CELLS} cells; the one in line ${line} has more`
    : undefined;
}

const textOf = (node: Nodes): string =>
  'children' in node ? node.children.map(textOf).join('') : 'value' in node ? node.value : '';

/** How many quotes and lists a line may begin. */
function levelsOf(line: string): number {
  // A rule.
  if (/^[ \t>]*([-*_])(?:[ \t]*\1)+[ \t]*$/.test(line)) return line.match(/>/g)?.length ?? 0;
  let levels = 0;
  const mark = /[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t]|$))/y;
  while (mark.test(line)) levels += 1;
  const indent = /^[ \t]*/.exec(line)?.[0].length ?? 0;
  return levels > 0 && indent > MOST_INDENT ? Number.POSITIVE_INFINITY : levels;
}
