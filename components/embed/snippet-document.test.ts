import { describe, expect, it } from 'vitest';
import type { Receipt } from '@/lib/agentbay/receipt';
import { messagesOf } from '@/lib/messages/load';
import { LOCALES } from '@/lib/messages/locales';
import type { EmbedOptions } from '@/lib/share/embed-code';
import type { ProgramSnippet } from '@/lib/snippets/contract';
import { codeDocument } from './code-document';
import { messageDocument } from './message-document';
import { snippetDocument } from './snippet-document';

const parts = { nonce: 'n0nce', scriptUrl: '/embed/assets/embed-1.js', styleSheet: 'p{}' };
const texts = { locale: 'en' as const, messages: messagesOf('en') };
const usual: EmbedOptions = { theme: 'auto', readonly: false, output: 'shown', predict: false };
const HOSTILE = `"></script><script>alert(1)</script><img src=x onerror='alert(1)'>`;

const receipt: Receipt = {
  ranAtMs: 0,
  engine: 'local',
  languageVersion: '3.11.2',
  sandbox: 'own',
  events: [{ type: 'stdout', text: 'what was printed\n' }],
  end: {
    success: true,
    exit: { reason: 'exited', code: 0 },
    executionTime: 0.1,
    usage: { cpuTimeS: 0.1, peakMemoryBytes: 1, outputBytes: 1 },
    truncated: false,
  },
  truncated: false,
};

const snippet: ProgramSnippet = {
  id: 'bcdfghjklmnpqrst',
  title: 'A title',
  visibility: 'unlisted',
  createdAtMs: 0,
  latestRevision: 2,
  version: 2,
  revision: 2,
  revisedAtMs: 0,
  kind: 'program',
  language: 'python',
  code: 'a = 1\nb = 2\nc = 3',
  files: [],
  timeoutS: 10,
  receipt,
  history: [],
};

const made = (
  options: Partial<EmbedOptions> = {},
  { guess, ...change }: Partial<ProgramSnippet> & { guess?: string } = {},
) =>
  snippetDocument(
    {
      snippet: { ...snippet, ...change },
      options: { ...usual, ...options },
      texts,
      ...(guess === undefined ? {} : { guess }),
    },
    parts,
  );

describe('the document of a shared program', () => {
  it('has one script, one style sheet, and data that is no script', () => {
    const html = made({}, { title: HOSTILE, code: HOSTILE, stdin: HOSTILE });
    expect(
      [...html.matchAll(/<(script|style|link|img|iframe)\b[^>]*>/g)].map(([tag]) => tag),
    ).toEqual([
      '<style nonce="n0nce">',
      '<script type="application/json" id="data" nonce="n0nce">',
      '<script src="/embed/assets/embed-1.js" nonce="n0nce" defer>',
    ]);
  });

  it('shows the lines that are asked for, under their own numbers', () => {
    const html = made({ lines: { from: 2, to: 99 } });
    expect([...html.matchAll(/data-line="(\d+)"/g)].map(([, line]) => line)).toEqual(['2', '3']);
    expect(html).toContain('Lines 2–3 of 3');
    expect(made({ lines: { from: 4, to: 9 } })).toContain('data-line="1"');
    expect(made({ lines: { from: 1, to: 3 } })).not.toContain('Lines 1');
  });

  it('holds back what has to be guessed, in the data too, and every link leads to the guess', () => {
    const html = made({ predict: true, lines: { from: 1, to: 2 } });
    expect(html).not.toContain('what was printed');
    expect(html).toContain('name="guess"');
    for (const [, href] of html.matchAll(/href="(\/s\/[^"]+)"/g))
      expect(href).toContain('?predict');
    expect(made({ predict: true }, { guess: 'x' })).toContain('what was printed');
    expect(made({ predict: true, revision: 1 }, { revision: 1 })).toContain(
      '/s/bcdfghjklmnpqrst?revision=1&amp;predict',
    );
  });

  it('asks for no guess where nothing was recorded', () => {
    const { receipt: _, ...unrun } = snippet;
    const html = snippetDocument(
      { snippet: unrun, options: { ...usual, predict: true }, texts },
      parts,
    );
    expect(html).not.toContain('name="guess"');
  });

  it('folds away output that is hidden', () => {
    const html = made({ output: 'hidden' });
    expect(html).toContain(`<summary>${texts.messages.embed.showRecorded}</summary>`);
    expect(html).not.toContain('<details open');
  });

  it('takes the buttons of a program that may not be changed', () => {
    expect(made()).toContain('id="edit"');
    expect(made({ readonly: true })).not.toContain('id="edit"');
  });
});

describe.each(LOCALES)('in %s', (locale) => {
  const own = { locale, messages: messagesOf(locale) };

  it.each([404, 410, 429, 503])('there is a document for status %i', (status) => {
    const html = messageDocument({ status, retryAfterS: 7, theme: 'dark', texts: own }, parts);
    expect(html).toContain('data-theme="dark"');
    expect(html).not.toMatch(/\{\w+\}/);
    if (status > 410) expect(html).toContain('7');
  });

  it('the frame for code of others says what it is for', () => {
    expect(codeDocument(own, 30, parts)).toContain(own.messages.embed.alone.text);
  });
});
