import { describe, expect, it } from 'vitest';
import { embedCode, embedUrl, parseEmbedOptions } from './embed-code';

const parsed = (query: string) => parseEmbedOptions(new URLSearchParams(query));
const USUAL = { theme: 'auto', readonly: false, output: 'shown', predict: false };
const base = 'https://run.example';
const id = 'bcdfghjklmnpqrst';

describe('parseEmbedOptions', () => {
  it('takes the usual where nothing is asked for', () => {
    expect(parsed('')).toEqual(USUAL);
  });

  it('reads every option', () => {
    const query = 'revision=2&theme=dark&readonly&output=hidden&lines=3-7&predict';
    expect(parsed(query)).toEqual({
      revision: 2,
      theme: 'dark',
      readonly: true,
      output: 'hidden',
      lines: { from: 3, to: 7 },
      predict: true,
    });
  });

  it.each([
    'revision=0',
    'revision=newest',
    'theme=pink',
    'readonly=no',
    'output=loud',
    'lines=0',
    'lines=3-',
    'lines=-3',
    'lines=1-2-3',
    'predict=0',
    'constructor=1&__proto__=2',
  ])('ignores %s', (query) => {
    expect(parsed(query)).toEqual(USUAL);
  });

  it('takes lines in either order, and one alone', () => {
    expect(parsed('lines=7-3').lines).toEqual({ from: 3, to: 7 });
    expect(parsed('lines=4').lines).toEqual({ from: 4, to: 4 });
  });
});

describe('a block of a document', () => {
  it('is asked for by its name, whatever that is', () => {
    for (const block of ['b2', 'a&b=c#d', 'Übung']) {
      const url = new URL(embedUrl(base, id, { block }));
      expect(parseEmbedOptions(url.searchParams)).toEqual({ ...USUAL, block });
    }
    expect(parsed('block=')).toEqual(USUAL);
  });
});

describe('embedUrl', () => {
  it('names only what differs from the usual', () => {
    expect(embedUrl(base, id)).toBe(`${base}/embed/${id}`);
    expect(embedUrl(base, id, { theme: 'auto', output: 'shown' })).toBe(`${base}/embed/${id}`);
  });

  it('is read back as it was written', () => {
    const options = {
      revision: 3,
      theme: 'light',
      readonly: true,
      output: 'hidden',
      lines: { from: 2, to: 9 },
      predict: true,
    } as const;
    const { search } = new URL(embedUrl(base, id, options));
    expect(parseEmbedOptions(new URLSearchParams(search))).toEqual(options);
    expect(search).toBe('?revision=3&theme=light&readonly&output=hidden&lines=2-9&predict');
  });
});

describe('embedCode', () => {
  it('is a frame and a link', () => {
    expect(embedCode({ base, id, title: 'Hello' })).toBe(
      `<iframe src="${base}/embed/${id}" title="Hello" width="100%" height="420" style="border:0" loading="lazy" allow="clipboard-write"></iframe>\n<p><a href="${base}/s/${id}">Hello</a></p>`,
    );
  });

  it('links to the revision that it shows', () => {
    const code = embedCode({ base, id, title: 'x', options: { revision: 2, readonly: true } });
    expect(code).toContain(`${base}/embed/${id}?revision=2&amp;readonly"`);
    expect(code).toContain(`href="${base}/s/${id}?revision=2"`);
  });

  it('takes a height', () => {
    expect(embedCode({ base, id, title: 'x', heightPx: 250 })).toContain('height="250"');
  });

  it('lets no title out of its place', () => {
    const code = embedCode({ base, id, title: `"><script>alert('1')</script>\n\n& more` });
    expect(code).not.toContain('<script');
    expect(code.split('\n')).toHaveLength(2);
    expect(code.match(/"/g)).toHaveLength(2 * 8);
  });
});
