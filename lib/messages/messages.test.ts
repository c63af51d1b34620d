import { describe, expect, it } from 'vitest';
import { ERROR_CODES } from '../errors';
import { messagesOf } from './load';
import { findLocale, LOCALES, type Locale } from './locales';
import { fill, fillPlural } from './messages';

/** Every text under its path: `toolbar.run`. The forms of a plural stand under `path#one`, `path#other`. */
function textsOf(value: unknown, path = ''): Map<string, string> {
  if (typeof value === 'string') return new Map([[path, value]]);
  const entries = Object.entries(value as object);
  const isPlural = entries.some(([key]) => key === 'other');
  return new Map(
    entries.flatMap(([key, part]) => {
      const at = isPlural ? `${path}#${key}` : path === '' ? key : `${path}.${key}`;
      return [...textsOf(part, at)];
    }),
  );
}

const placeholders = (text: string) =>
  [...new Set(Array.from(text.matchAll(/\{(\w+)\}/g), ([, name]) => name))].sort();

/** Without the words for what the server says, which are not in English: its own. */
function pageTextsOf(locale: Locale): Map<string, string> {
  const { server: _, ...page } = messagesOf(locale);
  return textsOf(page);
}

const english = pageTextsOf('en');

describe.each(LOCALES)('the texts in %s', (locale) => {
  const texts = pageTextsOf(locale);
  const withoutOne = (paths: Iterable<string>) =>
    [...paths].filter((path) => !path.endsWith('#one')).sort();

  it('are those that there are in English', () => {
    expect(withoutOne(texts.keys())).toEqual(withoutOne(english.keys()));
  });

  it('are not empty, and have no space around them', () => {
    for (const [path, text] of texts) {
      expect([path, text.trim() === text && text !== '']).toEqual([path, true]);
    }
  });

  it('leave the same places to be filled', () => {
    for (const [path, text] of texts) {
      const same = english.get(path) ?? english.get(path.replace('#one', '#other')) ?? '';
      expect([path, placeholders(text)]).toEqual([path, placeholders(same)]);
    }
  });

  it('have the forms of a plural that the language has', () => {
    const hasOne = new Intl.PluralRules(locale).select(1) === 'one';
    for (const path of texts.keys()) {
      if (!path.endsWith('#other')) continue;
      expect([path, texts.has(path.replace('#other', '#one'))]).toEqual([path, hasOne]);
    }
  });
});

describe.each(LOCALES.filter((locale) => locale !== 'en'))(
  'what the server says, in %s',
  (locale) => {
    const { problems = {}, ...others } = messagesOf(locale).server;

    it('has a title for each of its codes', () => {
      expect(Object.keys(problems).sort()).toEqual(Object.keys(ERROR_CODES).sort());
    });

    it('is not empty, and fills what is known', () => {
      const known = /^(limit|memory|output|processes|signal|end|meaning|line|workspace|tmp|file)$/;
      for (const [path, text] of [...textsOf(problems), ...textsOf(others)]) {
        expect([path, text.trim() === text && text !== '']).toEqual([path, true]);
        expect([path, placeholders(text).filter((name) => !known.test(name ?? ''))]).toEqual([
          path,
          [],
        ]);
      }
    });
  },
);

describe('the language of a visitor', () => {
  const wished = (header: string | null) => findLocale(undefined, header);

  it('is the one that was chosen, whatever the browser wishes', () => {
    expect(findLocale('zh', 'en')).toBe('zh');
    expect(findLocale('en', 'zh-CN')).toBe('en');
    expect(findLocale('xx', 'zh-CN')).toBe('zh');
  });

  it('is the first that the browser wishes and that there is', () => {
    expect(wished('zh-CN,zh;q=0.9,en;q=0.8')).toBe('zh');
    expect(wished('en-US,en;q=0.9,zh;q=0.8')).toBe('en');
    expect(wished('de, fr;q=0.9, ZH-Hant;q=0.5')).toBe('zh');
    expect(wished('en;q=0.3, zh;q=0.7')).toBe('zh');
    expect(wished('zh;q=0, en;q=0.1')).toBe('en');
  });

  it('is English where the browser wishes nothing that there is', () => {
    for (const header of [null, '', 'de', '*', 'zhx', ';q=1', 'zh;q=0']) {
      expect(wished(header)).toBe('en');
    }
  });
});

describe('a text', () => {
  it('is filled by name, as often as the name stands in it', () => {
    expect(fill('{a} of {b}, {a}!', { a: 1, b: 'two' })).toBe('1 of two, 1!');
  });

  it('keeps what there is no value for, and takes values as they are', () => {
    expect(fill('{a} {toString} {}', { a: '{b} $& $1', b: 'x' })).toBe('{b} $& $1 {toString} {}');
  });

  it('follows its number', () => {
    const lines = { one: '{count} line of {all}', other: '{count} lines of {all}' };
    expect(fillPlural('en', lines, 1, { all: 9 })).toBe('1 line of 9');
    expect(fillPlural('en', lines, 0, { all: 9 })).toBe('0 lines of 9');
    expect(fillPlural('zh', { other: '{count} 行' }, 1)).toBe('1 行');
  });
});
