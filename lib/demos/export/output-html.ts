/** What a recorded run has shown, as elements that neither load nor run anything. */
import type { ElementContent } from 'hast';
import type { RichItem } from '@/lib/agentbay/contract';
import type { Receipt } from '@/lib/agentbay/receipt';
import { cssOfStyle } from '@/lib/console/palette';
import { bestForm, nameOfItem, type Table, textOfItem } from '@/lib/console/rich-forms';
import type { TextLine } from '@/lib/console/text-line';
import type { Texts } from '@/lib/messages/messages';
import { transcriptOf } from '@/lib/share/receipt-transcript';
import { element, safeMarkdown } from './safe-markdown';

/** More make a page that is slow to open. */
const MAX_LINES = 2000;
const MAX_ROWS = 200;

/** Lines that follow each other share one `<pre>`. */
export function outputElements(receipt: Receipt, texts: Texts): ElementContent[] {
  const { items } = transcriptOf(receipt, texts);
  const found: ElementContent[] = [];
  let lines: ElementContent[] = [];
  const flush = () => {
    if (lines.length > 0) found.push(element('pre', { tabIndex: 0 }, ...lines));
    lines = [];
  };
  const end = items.at(-1);
  const last = end?.kind === 'text' && end.length === 0 ? items.length - 1 : items.length;
  for (const item of items.slice(0, Math.min(last, MAX_LINES))) {
    if (item.kind === 'text') lines.push(...lineOf(item));
    else if (item.kind === 'result') {
      flush();
      found.push(...resultOf(item.item, texts));
    }
  }
  if (last > MAX_LINES) lines.push({ type: 'text', value: '…\n' });
  flush();
  return found;
}

function lineOf(line: TextLine): ElementContent[] {
  const pieces = line.slice(0, line.length).map(({ text, tone, style }): ElementContent => {
    const css = Object.entries(cssOfStyle(style) ?? {})
      .map(
        ([name, value]) => `${name.replace(/[A-Z]/g, (big) => `-${big.toLowerCase()}`)}:${value}`,
      )
      .join(';');
    if (css === '' && tone === 'stdout') return { type: 'text', value: text };
    return element('span', { className: [`o-${tone}`], ...(css ? { style: css } : {}) }, text);
  });
  return [...pieces, { type: 'text', value: '\n' }];
}

function resultOf(item: RichItem, texts: Texts): ElementContent[] {
  const form = bestForm(item);
  const words = texts.messages.writing.exported;
  if (form?.kind === 'image') {
    return [element('img', { src: form.source, alt: nameOfItem(item) ?? words.picture })];
  }
  if (form?.kind === 'table') return [tableOf(form.table)];
  if (form?.kind === 'markdown') {
    const options = { prefix: 'r', footnotes: words.footnotes };
    return [element('div', { className: ['prose'] }, ...safeMarkdown(form.markdown, options))];
  }
  const text = textOfItem(item);
  return text === undefined ? [] : [element('pre', { tabIndex: 0, className: ['result'] }, text)];
}

function tableOf({ columns, rows }: Table): ElementContent {
  return element(
    'div',
    { className: ['table'], tabIndex: 0 },
    element(
      'table',
      {},
      element(
        'thead',
        {},
        element('tr', {}, ...columns.map((name) => element('th', {}, String(name)))),
      ),
      element(
        'tbody',
        {},
        ...rows
          .slice(0, MAX_ROWS)
          .map((row) =>
            element('tr', {}, ...row.map((cell) => element('td', {}, String(cell ?? '')))),
          ),
      ),
    ),
  );
}
