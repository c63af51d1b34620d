/**
 * The document of an embed: whole without a script, small, and with nothing of the playground's own
 * scripts. Each part that can scroll by itself has `data-scroll` (script/height.ts measures those).
 */
import { LOCALE_NAMES } from '@/lib/messages/locales';
import type { Texts } from '@/lib/messages/messages';
import type { EmbedTheme } from '@/lib/share/embed-code';
import { type Child, h, jsonForScript, toHtml } from './element';
import { type EmbedData, embedMessages } from './page-data';

/** Where the parts lie that all embeds share, and what lets them in. */
export interface Parts {
  nonce: string;
  scriptUrl: string;
  styleSheet: string;
}

interface Page {
  texts: Texts;
  theme: EmbedTheme;
  title: string;
  /** Absent: nothing in it can be run. */
  data?: Omit<EmbedData, 'locale' | 'messages'>;
  contents: readonly Child[];
}

export function embedDocument({ texts, theme, title, data, contents }: Page, parts: Parts): string {
  const { locale, messages } = texts;
  const { nonce, scriptUrl, styleSheet } = parts;
  const handed: EmbedData | undefined = data && {
    ...data,
    locale,
    messages: embedMessages(messages),
  };
  const html = h(
    'html',
    { lang: LOCALE_NAMES[locale].tag, 'data-theme': theme },
    h(
      'head',
      {},
      h('meta', { charset: 'utf-8' }),
      h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      h('title', {}, `${title} · Runbay`),
      h('style', { nonce }, styleSheet),
      handed && h('script', { type: 'application/json', id: 'data', nonce }, jsonForScript(handed)),
      h('script', { src: scriptUrl, nonce, defer: true }),
    ),
    h('body', {}, h('main', {}, ...contents)),
  );
  return `<!doctype html>\n${toHtml(html)}\n`;
}

interface Head {
  texts: Texts;
  title: string;
  /** Shown after the title. */
  language: string;
  /** The page of the program; absent where the script makes the link. */
  page: string | undefined;
  readonly: boolean;
}

/** The title, and what can be done. Buttons stay hidden until there is a script. */
export function headView({ texts, title, language, page, readonly }: Head): Child {
  const words = texts.messages.embed;
  return h(
    'header',
    {},
    h(
      'div',
      { class: 'title' },
      h('h1', { translate: 'no', dir: 'auto', title }, title),
      h('span', { class: 'language' }, language),
    ),
    h(
      'div',
      { class: 'actions' },
      h('span', { id: 'said', role: 'status', class: 'said' }),
      button('reset', words.reset, 'M3.5 8a4.5 4.5 0 1 0 1.4-3.3M3.5 2.8v2.7h2.7'),
      readonly ? undefined : button('edit', words.edit, 'M3 13l.7-3L10.5 3.2l2.3 2.3L6 12.3z'),
      button('copy', words.copy, 'M6 5.5h7v8H6zM10 5.5v-3H3v8h3'),
      h(
        'a',
        {
          id: 'open',
          href: page,
          hidden: page === undefined,
          class: 'button',
          target: '_blank',
          rel: 'noopener',
          title: words.opensTab,
        },
        icon('M9.5 2.5h4v4M13.5 2.5l-6 6M6.5 3.5h-4v10h10v-4'),
        h('span', { class: 'word' }, words.open),
      ),
      h(
        'button',
        { id: 'run', type: 'button', class: 'button run', hidden: true },
        h(
          'svg',
          { viewBox: '0 0 16 16', 'aria-hidden': 'true' },
          h('path', { class: 'play', d: 'M4.5 2.8v10.4L13 8z' }),
          h('path', { class: 'halt', d: 'M4 4h8v8H4z' }),
        ),
        h('span', { id: 'run-word' }, words.run),
      ),
    ),
  );
}

function button(id: string, word: string, drawing: string): Child {
  return h(
    'button',
    { id, type: 'button', class: 'button', hidden: true },
    icon(drawing),
    h('span', { class: 'word' }, word),
  );
}

const icon = (drawing: string) =>
  h(
    'svg',
    { viewBox: '0 0 16 16', 'aria-hidden': 'true' },
    h('path', { class: 'line', d: drawing }),
  );

/** The program's place: its lines, under the field in which they can be changed. */
export function codeView(lines: readonly Child[], texts: Texts): Child {
  return h(
    'div',
    {
      id: 'code',
      class: 'code',
      'data-scroll': true,
      style: `--count:${lines.length}`,
      role: 'group',
      'aria-label': texts.messages.embed.program,
      tabindex: 0,
    },
    h('pre', { id: 'lines', translate: 'no' }, ...lines),
  );
}

/** Where the program's questions are answered, and how it ended. */
export function footView(texts: Texts): readonly Child[] {
  const words = texts.messages.embed;
  return [
    h(
      'form',
      { id: 'ask', class: 'ask', hidden: true },
      h('input', {
        id: 'answer',
        'aria-label': words.inputLabel,
        autocomplete: 'off',
        autocapitalize: 'off',
        spellcheck: 'false',
      }),
      h('button', { class: 'button' }, words.send),
      h('button', { id: 'end-input', type: 'button', class: 'button' }, words.endInput),
    ),
    h('p', { id: 'spoken', role: 'status', class: 'away' }),
  ];
}
