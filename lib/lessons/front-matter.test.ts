import { describe, expect, it } from 'vitest';
import { readFrontMatter } from './front-matter';

describe('the facts before a text', () => {
  it('are read, and are no part of the text', () => {
    const text =
      '---\ntitle: "First: steps"\nsummary: Words.\norder: 2\nminutes: 9.6\nlang: zh-Hans\n---\n# A\n';
    expect(readFrontMatter(text)).toEqual({
      facts: { title: 'First: steps', summary: 'Words.', order: 2, minutes: 10, lang: 'zh-Hans' },
      markdown: '# A\n',
    });
  });

  it('may have the line ends of Windows, a byte order mark, or nothing between', () => {
    expect(readFrontMatter('\uFEFF---\r\ntitle: A\r\n---\r\ntext')).toEqual({
      facts: { title: 'A' },
      markdown: 'text',
    });
    expect(readFrontMatter('---\n---\ntext')).toEqual({ facts: {}, markdown: 'text' });
    expect(readFrontMatter('\uFEFFtext')).toEqual({ facts: {}, markdown: 'text' });
  });

  it('are left out where they are not understood', () => {
    const text = '---\nminutes: soon\norder: 1e9\nlang: <b>\n__proto__: x\n- list\ntitle:\n---\n';
    expect(readFrontMatter(text)).toEqual({ facts: {}, markdown: '' });
  });

  it('are as long as a title and a summary are', () => {
    const { facts } = readFrontMatter(
      `---\ntitle: ${'a'.repeat(900)}\nsummary: ${'b'.repeat(900)}\n---\n`,
    );
    expect(facts.title).toHaveLength(120);
    expect(facts.summary).toHaveLength(400);
  });

  it.each(['# A\n\n---\n\ntitle: no\n---\n', '---\nno end', ''])('are not there in %j', (text) => {
    expect(readFrontMatter(text)).toEqual({ facts: {}, markdown: text });
  });
});
