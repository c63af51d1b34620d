import { describe, expect, it } from 'vitest';
import {
  checkContent,
  checkExpiresAtMs,
  checkParent,
  checkReceiptWish,
  checkRevision,
  checkRunId,
  checkSnippetStdin,
  checkTitle,
  checkVisibility,
} from './snippet-request';

const ID = '2222222222222222';

describe('a title', () => {
  it.each([
    [undefined, ''],
    ['', ''],
    ['  Prime   sieve ', 'Prime sieve'],
    ['two\r\nlines\u2028and\u0085more\tand\u00a0more', 'two lines and more and more'],
    ['\u001b[31mred\u001b[0m \u0007', '[31mred [0m'],
    ['a\u0000b', 'a b'],
    ['photo\u202egnp.exe', 'photognp.exe'],
    ['\u2066\u2067left\u2069 \u200e\u200f\u061cright', 'left right'],
    ['zero\u200b\ufeff\u00ad\u2060width', 'zerowidth'],
    ['hidden\u{e0041}\u{e0042}', 'hidden'],
    ['e\u0301t\u00e9', '\u00e9t\u00e9'],
    [
      '\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645',
      '\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645',
    ],
    ['\u{1f468}\u200d\u{1f469}\u200d\u{1f467}', '\u{1f468}\u200d\u{1f469}\u200d\u{1f467}'],
    ['<script>alert(1)</script>', '<script>alert(1)</script>'],
    ['  \u202e ', ''],
  ])('%j is kept as %j', (given, kept) => {
    expect(checkTitle(given)).toBe(kept);
  });

  it('has at most 200 characters', () => {
    expect(checkTitle('\u{1f600}'.repeat(200))).toHaveLength(400);
    expect(() => checkTitle('x'.repeat(201))).toThrow(
      'title: expected at most 200 characters, got 201.',
    );
  });

  it('is text', () => {
    expect(() => checkTitle(7)).toThrow('title: expected a string, got 7.');
    expect(() => checkTitle('half \ud800')).toThrow('half of a surrogate pair');
  });
});

it('a program is checked as one that is run, and files are none where none are named', () => {
  expect(checkContent({ language: 'PY', code: 'print()' }, 30)).toEqual({
    kind: 'program',
    language: 'python',
    code: 'print()',
    files: [],
    timeoutS: 30,
  });
  expect(() => checkContent({ language: 'cobol', code: '' }, 60)).toThrow('Unsupported language');
  expect(() => checkContent({ language: 'python' }, 60)).toThrow('code: expected a string');
  const large = 'x'.repeat(256 * 1024 + 1);
  expect(() => checkContent({ language: 'python', code: large }, 60)).toThrow(
    'code: expected at most 256 KiB of UTF-8 text, got 257 KiB.',
  );
});

it('a document is any text with something in it, and nothing beside it', () => {
  expect(checkContent({ markdown: '\uFEFF# Hello\r\n' }, 30)).toEqual({
    kind: 'demo',
    markdown: '# Hello\r\n',
  });
  expect(() => checkContent({ markdown: ' \n' }, 30)).toThrow('markdown: expected a document');
  expect(() => checkContent({ markdown: 7 }, 30)).toThrow('markdown: expected a string, got 7.');
  expect(() => checkContent({ markdown: 'x', code: '' }, 30)).toThrow(
    'code: a demo has only markdown, in which its programs stand.',
  );
  expect(() => checkContent({ markdown: 'é'.repeat(256 * 1024 + 1) }, 30)).toThrow(
    'markdown: expected at most 512 KiB of UTF-8 text, got 513 KiB.',
  );
});

it('prepared input is at most 64 KiB, and empty input is none', () => {
  expect(checkSnippetStdin('')).toBeUndefined();
  expect(checkSnippetStdin('x'.repeat(65_536))).toHaveLength(65_536);
  expect(() => checkSnippetStdin('é'.repeat(32_769))).toThrow(
    'stdin: expected at most 64 KiB of UTF-8 text in a snippet, got 65 KiB.',
  );
});

it('other fields say what they expect', () => {
  const now = 1_000_000;
  expect(checkVisibility(undefined)).toBe('unlisted');
  expect(checkVisibility('listed')).toBe('listed');
  expect(() => checkVisibility('public')).toThrow('"unlisted" or "listed", got "public"');
  expect(checkExpiresAtMs(null, now)).toBeUndefined();
  expect(checkExpiresAtMs(now + 1, now)).toBe(now + 1);
  for (const value of [now, 1.5, '2030', 1e300, Number.NaN]) {
    expect(() => checkExpiresAtMs(value, now), String(value)).toThrow('expiresAtMs: expected');
  }
  expect(checkParent(undefined)).toBeUndefined();
  expect(checkParent({ id: ID, revision: 2 })).toEqual({ id: ID, revision: 2 });
  for (const value of [
    'x',
    1,
    [],
    {},
    { id: ID },
    { id: ID, revision: 0 },
    { id: `${ID}'`, revision: 1 },
  ]) {
    expect(() => checkParent(value), JSON.stringify(value)).toThrow('parent: expected');
  }
  expect(checkRevision(null)).toBeUndefined();
  expect(checkRevision('12')).toBe(12);
  for (const value of ['', '0', '-1', '1e3', '01', '99999999999', ' 1']) {
    expect(() => checkRevision(value), value).toThrow('revision: expected');
  }
  expect(checkReceiptWish('run')).toBe('run');
  expect(() => checkReceiptWish(true)).toThrow('receipt: expected "run"');
  expect(checkRunId('abc')).toBe('abc');
  expect(() => checkRunId('x'.repeat(101))).toThrow('runId: expected');
});
