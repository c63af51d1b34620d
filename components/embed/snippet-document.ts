/** The embed of a shared program. */
import { LANGUAGE_NAMES } from '@/lib/agentbay/languages';
import { createLineColours } from '@/lib/highlight/line-colours';
import { fill, fillPlural, type Texts } from '@/lib/messages/messages';
import type { EmbedOptions } from '@/lib/share/embed-code';
import type { LineRange } from '@/lib/share/line-range';
import { transcriptOf } from '@/lib/share/receipt-transcript';
import type { ProgramSnippet } from '@/lib/snippets/contract';
import { urlOf } from '@/lib/snippets/links';
import { lineView, readLines } from './code-view';
import { codeView, embedDocument, footView, headView, type Parts } from './document';
import { type Child, h } from './element';
import { comparedView, MAX_GUESS } from './guess-view';
import { recordedView } from './recorded-view';

export interface SnippetEmbed {
  snippet: ProgramSnippet;
  options: EmbedOptions;
  /** What the reader of `predict` expects, sent by a form where there is no script; absent: not yet written. */
  guess?: string;
  texts: Texts;
}

export function snippetDocument(embed: SnippetEmbed, parts: Parts): string {
  const { snippet, options, guess, texts } = embed;
  const { id, language, code, files, stdin, timeoutS, revision, latestRevision } = snippet;
  const title =
    snippet.title ||
    fill(texts.messages.share.page.untitled, { language: LANGUAGE_NAMES[language].name });
  const link = urlOf(id, revision === latestRevision ? undefined : revision);
  const mustGuess = options.predict && guess === undefined && snippet.receipt !== undefined;
  const page = options.predict ? `${link}${link.includes('?') ? '&' : '?'}predict` : link;
  const all = readLines(createLineColours()(code, language));
  const lines = linesWithin(options.lines, all.length);
  const { from, to } = lines ?? { from: 1, to: all.length };

  return embedDocument(
    {
      texts,
      theme: options.theme,
      title,
      data: {
        snippet: { id, revision, page },
        program: { language, code, files, ...(stdin === undefined ? {} : { stdin }), timeoutS },
        ...(lines ? { lines } : {}),
        timeoutS,
        readonly: options.readonly,
        predict: mustGuess,
      },
      contents: [
        headView({
          ...{ texts, title, page },
          language: LANGUAGE_NAMES[language].name,
          readonly: options.readonly,
        }),
        codeView(
          all.slice(from - 1, to).map((pieces, at) => lineView(pieces, from + at)),
          texts,
        ),
        lines && partNote(lines, all.length, page, texts),
        asideView(snippet, texts),
        h('div', { id: 'shown' }, ...(mustGuess ? [guessForm(embed)] : outputView(embed, page))),
        ...footView(texts),
      ],
    },
    parts,
  );
}

/** Undefined where all are shown, or none would be. */
function linesWithin(lines: LineRange | undefined, count: number): LineRange | undefined {
  if (!lines || lines.from > count || (lines.from === 1 && lines.to >= count)) return undefined;
  return { from: lines.from, to: Math.min(lines.to, count) };
}

function partNote({ from, to }: LineRange, total: number, page: string, texts: Texts): Child {
  const words = texts.messages.embed;
  const text = fill(from === to ? words.line : words.lines, { from, to, total });
  const href = `${page}#L${from}${from === to ? '' : `-L${to}`}`;
  const whole = h('a', { href, target: '_blank', rel: 'noopener' }, words.wholeProgram);
  return h('p', { class: 'note' }, text, ' · ', whole);
}

/** What else belongs to the program: its files by name, its prepared input. */
function asideView({ files, stdin }: ProgramSnippet, texts: Texts): Child {
  const words = texts.messages.embed;
  if (files.length === 0 && stdin === undefined) return undefined;
  const names = files.map(({ path }) => path).join(', ');
  return h(
    'div',
    { class: 'aside' },
    files.length === 0
      ? undefined
      : h('p', { translate: 'no' }, fillPlural(texts.locale, words.files, files.length, { names })),
    stdin === undefined
      ? undefined
      : h('details', {}, h('summary', {}, words.input), h('pre', { translate: 'no' }, stdin)),
  );
}

function outputView({ snippet, options, guess, texts }: SnippetEmbed, page: string): Child[] {
  const { receipt, language, timeoutS } = snippet;
  if (!receipt) return [];
  const transcript = transcriptOf(receipt, texts);
  const isHidden = options.output === 'hidden' && guess === undefined;
  const recorded = recordedView(
    { receipt, transcript, language, timeoutS, page, scrolls: !isHidden },
    texts,
  );
  if (guess !== undefined) {
    return [...comparedView(guess, transcript.items, texts), ...recorded];
  }
  if (!isHidden) return recorded;
  const summary = h('summary', {}, texts.messages.embed.showRecorded);
  return [h('details', { class: 'hidden-output', 'data-scroll': true }, summary, ...recorded)];
}

/** Works without a script: then the guess comes back with the next document. */
function guessForm({ snippet, options, texts }: SnippetEmbed): Child {
  const words = texts.messages.embed.guess;
  const kept = Object.entries({
    revision: options.revision,
    theme: options.theme,
    lines: options.lines && `${options.lines.from}-${options.lines.to}`,
    readonly: options.readonly ? 1 : undefined,
    predict: 1,
  }).filter(([, value]) => value !== undefined);
  return h(
    'form',
    { id: 'guess', class: 'guess', action: `/embed/${snippet.id}` },
    ...kept.map(([name, value]) => h('input', { type: 'hidden', name, value })),
    h('label', { for: 'guess-text' }, words.title),
    h('textarea', {
      ...{ id: 'guess-text', name: 'guess', rows: 3, required: true, maxlength: MAX_GUESS },
      ...{ placeholder: words.placeholder, spellcheck: 'false', 'aria-describedby': 'guess-said' },
    }),
    h(
      'div',
      {},
      h('button', { class: 'button run' }, words.compare),
      h('span', { id: 'guess-said', role: 'status' }),
    ),
  );
}
