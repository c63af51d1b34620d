import { describe, expect, it } from 'vitest';
import { findLinks } from './links';

const written = (text: string) => findLinks(text).map(({ from, to }) => text.slice(from, to));

describe('addresses in output', () => {
  it('are found, with the address that the browser will ask for', () => {
    expect(findLinks('see https://example.com/a?b=c#d and HTTP://localhost:8000')).toEqual([
      { from: 4, to: 31, href: 'https://example.com/a?b=c#d' },
      { from: 36, to: 57, href: 'http://localhost:8000/' },
    ]);
  });

  it('end before the punctuation of the sentence around them', () => {
    expect(
      written('(https://example.com/a), https://example.com/b. https://example.com/c!?'),
    ).toEqual(['https://example.com/a', 'https://example.com/b', 'https://example.com/c']);
    expect(written('"https://a.example/x" <https://b.example/y> [z](https://c.example/z)')).toEqual(
      ['https://a.example/x', 'https://b.example/y', 'https://c.example/z'],
    );
    expect(
      written('https://en.wikipedia.org/wiki/Snake_(game), (https://a.example/b_(c))'),
    ).toEqual(['https://en.wikipedia.org/wiki/Snake_(game)', 'https://a.example/b_(c)']);
    expect(written('请看 https://example.com/路径。还有（https://example.com/b），')).toEqual([
      'https://example.com/路径',
      'https://example.com/b',
    ]);
  });

  it('of other schemes are text', () => {
    const hostile =
      'javascript://example.com/%0aalert(1) data:text/html,x file:///etc/passwd ftp://x.y';
    expect(findLinks(hostile)).toEqual([]);
    expect(findLinks('javascript:https://example.com/')).toEqual([
      { from: 11, to: 31, href: 'https://example.com/' },
    ]);
  });

  it('that pretend to be of another host are text', () => {
    for (const lookalike of [
      'https://bank.example@evil.example/',
      'https://bank.example:443@evil.example/',
      'https://:x@evil.example/',
      'https://b%61nk.example/',
      'https://b\u0430nk.example/',
      'https://0x7f.1/',
      'https://2130706433/',
      'https://',
      'https://exa\u00admple',
      'https://good.example\\@evil.example/',
      'https://good.example\u202e/moc.live',
    ]) {
      expect(findLinks(lookalike), lookalike).toEqual([]);
    }
  });

  it('end where writing changes its direction or something invisible begins', () => {
    expect(written('https://example.com/\u202egpj.exe')).toEqual(['https://example.com/']);
    expect(written('https://example.com/a\u200bb')).toEqual(['https://example.com/a']);
  });

  it('are not made from text without end', () => {
    expect(findLinks(`https://example.com/${'a'.repeat(3000)}`)).toEqual([]);
  });
});
