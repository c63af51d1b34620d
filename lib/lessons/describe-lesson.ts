/** What a lesson's text says of itself where its front matter does not. */
import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { readDocument } from '../demos/document';
import type { FrontMatter } from './front-matter';
import type { LessonFacts } from './lesson';

const WORDS_PER_MINUTE = 150;
const SUMMARY_CHARACTERS = 240;

/** `name`: what it is called where nothing else says it. */
export function describeLesson(
  markdown: string,
  facts: FrontMatter,
  name: string,
): Omit<LessonFacts, 'slug'> {
  const blocks: string[] = [];
  const activities: string[] = [];
  for (const part of readDocument(markdown).parts) {
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
  };
}

/** The first heading and the first paragraph without Markdown, and how many words there are in all. */
function readProse(markdown: string) {
  let [heading, paragraph, words] = ['', '', 0];
  for (const node of fromMarkdown(markdown).children) {
    if (node.type === 'code' || node.type === 'html') continue;
    const text = textOf(node).replace(/\s+/g, ' ').trim();
    if (node.type === 'heading') heading ||= text.slice(0, 120);
    if (node.type === 'paragraph') paragraph ||= shortened(text);
    words += wordsIn(text);
  }
  return { heading, paragraph, words };
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
