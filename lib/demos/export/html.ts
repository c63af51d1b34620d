/**
 * A demo as one HTML file that asks nobody for anything: its outputs, pictures and styles stand in it. It holds no
 * script, its policy forbids any, and what a reader may not have is taken out here.
 */
import type { Element, ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { findLanguage, LANGUAGE_NAMES } from '@/lib/agentbay/languages';
import { createLineColours } from '@/lib/highlight/line-colours';
import { LOCALE_NAMES } from '@/lib/messages/locales';
import { fill, type Texts } from '@/lib/messages/messages';
import { ACTIVITY_TYPES, readDocument } from '../document';
import { type Fence, splitFences } from '../fences';
import { publicMarkdown } from '../public-demo';
import { HTML_STYLE } from './html-style';
import { blocksByLine, type Recorded } from './markdown';
import { outputElements } from './output-html';
import { element, safeMarkdown } from './safe-markdown';

export interface ExportedDemo {
  /** Empty: its first heading. */
  title: string;
  markdown: string;
  recorded: Recorded;
  /** Where its page is; undefined: nowhere. */
  url: string | undefined;
}

export function exportHtml(demo: ExportedDemo, texts: Texts): string {
  const markdown = publicMarkdown(demo.markdown);
  const { exported } = texts.messages.writing;
  const title = demo.title || readDocument(markdown).title || exported.untitled;
  const policy =
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";
  const page = element(
    'html',
    { lang: LOCALE_NAMES[texts.locale].tag },
    element(
      'head',
      {},
      element('meta', { charSet: 'utf-8' }),
      element('meta', { httpEquiv: ['Content-Security-Policy'], content: policy }),
      element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      element('meta', { name: 'referrer', content: 'no-referrer' }),
      element('title', {}, title),
      element('style', {}, HTML_STYLE),
    ),
    element(
      'body',
      {},
      element('main', {}, ...bodyOf(markdown, demo.recorded, texts)),
      element(
        'footer',
        {},
        demo.url === undefined
          ? exported.madeWith
          : element('a', { href: demo.url, rel: ['noopener', 'noreferrer'] }, demo.url),
      ),
    ),
  );
  return `<!doctype html>\n${toHtml(page)}\n`;
}

function bodyOf(markdown: string, recorded: Recorded, texts: Texts): ElementContent[] {
  const words = texts.messages.writing.exported;
  const blocks = blocksByLine(markdown);
  const parts: ElementContent[] = [];
  let last: { hasOutput: boolean; isPredicted: boolean } | undefined;
  let hints = 0;
  for (const [index, piece] of splitFences(markdown).entries()) {
    const markdownOptions = { prefix: `t${index}`, footnotes: words.footnotes };
    if (piece.kind === 'text') {
      parts.push(...safeMarkdown(piece.markdown, markdownOptions));
      continue;
    }
    const { fence } = piece;
    const { words: own, values, text } = fence;
    const shown = (label: string) => codeElement(fence, label);
    if (values.hint !== undefined) {
      hints += 1;
      const label = fill(words.hint, { number: hints });
      parts.push(folded(label, ...safeMarkdown(text, markdownOptions)));
    } else if (values.solution !== undefined) {
      // One that is held back has nothing left.
      if (text.trim() === '') continue;
      parts.push(folded(words.solution, shown(languageOf(fence))));
    } else if (values.check !== undefined) {
      parts.push(shown(words.checks));
    } else if (values.choice !== undefined) {
      parts.push(...safeMarkdown(text, markdownOptions));
    } else if (own.includes('input')) {
      parts.push(shown(words.input));
    } else if (own.includes('output')) {
      const isRecorded = last?.hasOutput === true;
      if (!isRecorded) parts.push(outputBox(words.output, last?.isPredicted, preOf(text)));
    } else if (!own.includes('setup') && !own.includes('note') && values.cases === undefined) {
      const activity = ACTIVITY_TYPES.find((type) => values[type] !== undefined);
      hints = activity ? 0 : hints;
      parts.push(shown(values.file ?? (activity ? words[activity] : languageOf(fence))));
      const receipt = recorded[blocks.get(fence.line) ?? ''];
      const isPredicted = own.includes('predict');
      last = { hasOutput: receipt !== undefined, isPredicted };
      const output = receipt ? outputElements(receipt, texts) : [];
      if (output.length > 0) parts.push(outputBox(words.output, isPredicted, ...output));
    }
  }
  return parts;
}

function languageOf({ language }: Fence): string {
  const known = findLanguage(language);
  return known === undefined ? language : LANGUAGE_NAMES[known].name;
}

function codeElement({ language, text }: Fence, label: string): Element {
  const known = findLanguage(language);
  const colours = createLineColours()(text, known ?? 'plaintext');
  const code = colours.flatMap((pieces, index) => [
    ...(index === 0 ? [] : ['\n']),
    ...pieces.map(({ text: piece, kind }) =>
      kind === undefined ? piece : element('span', { className: [`c-${kind}`] }, piece),
    ),
  ]);
  return element(
    'figure',
    {},
    label === '' ? undefined : element('figcaption', {}, label),
    element('pre', { tabIndex: 0 }, element('code', {}, ...code)),
  );
}

function outputBox(label: string, isFolded: boolean | undefined, ...content: ElementContent[]) {
  if (isFolded) return folded(label, ...content);
  return element('figure', { className: ['output'] }, element('figcaption', {}, label), ...content);
}

const preOf = (text: string) => element('pre', { tabIndex: 0 }, text);

const folded = (label: string, ...content: ElementContent[]) =>
  element('details', {}, element('summary', {}, label), ...content);
