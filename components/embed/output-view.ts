/** What a program has shown, piece by piece. */
import { adviceFor, wordsOfProblem } from '@/lib/client/problem-words';
import { cssOfStyle } from '@/lib/console/palette';
import { nameOfItem, type Table, textOfItem } from '@/lib/console/rich-forms';
import type { TextLine } from '@/lib/console/text-line';
import type { Item, ProblemBlock, ResultBlock, Transcript } from '@/lib/console/transcript';
import { fill, fillPlural, type Texts } from '@/lib/messages/messages';
import { type Child, type El, h } from './element';

/** More rows of a table make the frame slow; its page has them. */
const MAX_ROWS = 20;

/** The transcript's items without the empty line in which output would go on. */
export function shownItems({ items }: Transcript): readonly Item[] {
  const last = items.at(-1);
  return last?.kind === 'text' && last.length === 0 ? items.slice(0, -1) : items;
}

/** What stands above the output: what it is, and of when. */
export function labelView(word: string, aside?: string): El {
  return h(
    'p',
    { class: 'label' },
    h('strong', {}, word),
    aside === undefined ? undefined : h('span', {}, aside),
  );
}

/** `scrolls`: by itself, where what is around it does not. */
export function outView(rows: readonly Child[], texts: Texts, scrolls = true): El {
  return h(
    'div',
    {
      class: 'out',
      role: 'group',
      'aria-label': texts.messages.embed.output,
      'data-scroll': scrolls,
      tabindex: scrolls ? 0 : undefined,
    },
    h('div', { class: 'rows', translate: 'no' }, ...rows),
  );
}

/** How it ended, or how it goes. */
export function endView(tone = '', words = ''): El {
  return h(
    'p',
    { class: 'end', 'data-tone': tone, hidden: words === '' },
    h('i', { 'aria-hidden': 'true' }),
    h('span', {}, words),
  );
}

export function itemView(item: Item, texts: Texts): El {
  if (item.kind === 'text') return textView(item);
  if (item.kind === 'result') return resultView(item, texts);
  return item.kind === 'problem' ? problemView(item, texts) : h('div', { hidden: true });
}

function textView(line: TextLine): El {
  const parts = line.slice(0, line.length).map(({ text, tone, style }) => {
    const css = cssOfStyle(style);
    if (css === undefined && tone === 'stdout') return text;
    return h('span', { 'data-tone': tone, style: css && cssText(css) }, text);
  });
  return h(
    'div',
    { class: 'row', 'data-tone': line.tone },
    ...(parts.length > 0 ? parts : ['\u200b']),
  );
}

function cssText(css: Record<string, string | number>): string {
  return Object.entries(css)
    .map(
      ([name, value]) =>
        `${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}:${value}`,
    )
    .join(';');
}

function resultView({ item, form }: ResultBlock, texts: Texts): El {
  const { results, embed } = texts.messages;
  if (form.kind === 'image') {
    const alt = nameOfItem(item) ?? results.unnamedImage;
    return h('div', { class: 'result' }, h('img', { src: form.source, alt }));
  }
  if (form.kind === 'table') return tableView(form.table, texts);
  const text = textOfItem(item) ?? '';
  if (form.kind !== 'html' && form.kind !== 'chart') {
    return h('div', { class: 'row', 'data-tone': 'result' }, text);
  }
  // Their source says nothing to a reader.
  const own = nameOfItem(item) === undefined ? undefined : h('div', { class: 'row' }, text);
  const kind = form.kind === 'html' ? results.html : results.unnamedChart;
  return h(
    'div',
    { class: 'result' },
    own,
    h('p', { class: 'muted' }, fill(embed.notHere, { kind })),
  );
}

function tableView({ columns, rows, rowCount }: Table, { locale, messages }: Texts): El {
  const { index, firstRows, rows: count, table } = messages.results;
  const numbers = new Intl.NumberFormat(locale);
  const total = Math.max(rows.length, rowCount);
  const shown = Math.min(MAX_ROWS, rows.length);
  const cells = (row: Table['rows'][number]) =>
    row.map((cell) =>
      h('td', { class: typeof cell === 'number' && 'number' }, cell === null ? '–' : String(cell)),
    );
  return h(
    'div',
    { class: 'result', role: 'group', 'aria-label': table, tabindex: 0 },
    h(
      'table',
      {},
      h(
        'thead',
        {},
        h('tr', {}, ...columns.map((name) => h('th', { scope: 'col' }, name || index))),
      ),
      h('tbody', {}, ...rows.slice(0, shown).map((row) => h('tr', {}, ...cells(row)))),
    ),
    h(
      'p',
      { class: 'muted' },
      shown === total
        ? fillPlural(locale, count, total)
        : fill(firstRows, { shown: numbers.format(shown), total: numbers.format(total) }),
    ),
  );
}

function problemView({ problem, lost }: ProblemBlock, texts: Texts): El {
  const { typeAgain, reference } = texts.messages.errors;
  const { title, detail } = wordsOfProblem(problem, texts);
  return h(
    'div',
    { class: 'problem' },
    h('strong', {}, title),
    h('p', {}, detail),
    h('p', {}, lost === 'input' ? typeAgain : adviceFor(problem, texts)),
    problem.requestId ? h('small', {}, fill(reference, { id: problem.requestId })) : undefined,
  );
}
