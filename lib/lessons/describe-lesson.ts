/** What a lesson's text says of itself where its front matter does not. */
import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { readDocument } from '../demos/document';
import { headingsOf } from '../demos/headings';
import type { FrontMatter } from './front-matter';
import type { LessonFacts } from './lesson';

const WORDS_PER_MINUTE = 150;
const SUMMARY_CHARACTERS = 240;
const MAX_SECTIONS = 30;
const TERMS_CHARACTERS = 600;

/** `name`: what it is called where nothing else says it. */
export function describeLesson(
  markdown: string,
  facts: FrontMatter,
  name: string,
): Omit<LessonFacts, 'slug'> {
  const blocks: string[] = [];
  const activities: string[] = [];
  const { parts } = readDocument(markdown);
  for (const part of parts) {
    if (part.kind === 'activity') activities.push(part.name);
    if (part.kind === 'code' && (part.role === 'run' || part.role === 'readonly')) {
      blocks.push(part.id);
    }
  }
  const prose = readProse(markdown);
  const effort = blocks.length * 0.5 + activities.length * 2;
  return {
    title: facts.title ?? (prose.heading || name),
    summary: facts.summary ?? prose.paragraph,
    minutes: facts.minutes ?? Math.max(1, Math.round(prose.words / WORDS_PER_MINUTE + effort)),
    lang: facts.lang,
    steps: { blocks, activities },
    sections: headingsOf(parts)
      .filter(({ depth, title }) => depth === 2 && title !== '')
      .slice(0, MAX_SECTIONS)
      .map(({ id, title }) => ({ id, title: title.slice(0, 120) })),
    terms: prose.terms,
  };
}

/** The first heading and the first paragraph without Markdown, and how many words there are in all. */
function readProse(markdown: string) {
  let [heading, paragraph, words] = ['', '', 0];
  const terms = new Set<string>();
  for (const node of fromMarkdown(markdown).children) {
    if (node.type === 'code' || node.type === 'html') continue;
    const text = textOf(node).replace(/\s+/g, ' ').trim();
    if (node.type === 'heading') heading ||= text.slice(0, 120);
    if (node.type === 'paragraph') paragraph ||= shortened(text);
    words += wordsIn(text);
    addTerms(node, terms);
  }
  return { heading, paragraph, words, terms: [...terms].join(' ').slice(0, TERMS_CHARACTERS) };
}

function addTerms(node: Nodes, terms: Set<string>): void {
  if (node.type === 'inlineCode') {
    for (const [word] of node.value.matchAll(/[\p{L}_][\p{L}\p{N}_.]+/gu))
      terms.add(word.toLowerCase());
  }
  if ('children' in node) for (const child of node.children) addTerms(child, terms);
}

function textOf(node: Nodes): string {
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}

/** In scripts that have no spaces two characters count as a word. */
function wordsIn(text: string): number {
  const ideographs =
    text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0;
  return text.split(' ').length + ideographs / 2;
}

function shortened(text: string): string {
  if (text.length <= SUMMARY_CHARACTERS) return text;
  const cut = text.slice(0, SUMMARY_CHARACTERS);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), SUMMARY_CHARACTERS / 2))}…`;
}
