import { describe, expect, it } from 'vitest';
import { findLanguage, LANGUAGES } from '@/lib/agentbay/languages';
import { CHINESE, ENGLISH } from '@/lib/messages/testing';
import { readDocument } from '../document';
import { lintDemo } from '../lint';
import { BLOCK_GROUPS, blockSample, languageAt } from './block-samples';
import { insertBlock } from './insert-block';

describe('a block that is inserted', () => {
  const text = '# Title\n\nOne\ntwo.\n\n```python run\n1\n\n2\n```\nEnd';

  it.each([
    [1, 3],
    [3, 6],
    [4, 6],
    [7, 12],
    [8, 12],
    [10, 12],
    [11, 13],
    [99, 13],
  ])('from line %d stands at line %d, apart from what is there', (line, at) => {
    const inserted = insertBlock(text, line, '```js\nx\n```');
    expect(inserted.line).toBe(at);
    const lines = inserted.markdown.split('\n');
    expect(lines.slice(at - 2, at + 3)).toEqual(['', '```js', 'x', '```', '']);
    expect(inserted.markdown.replace('\n```js\nx\n```\n', '').replace(/\n+/g, '\n').trim()).toBe(
      text.replace(/\n+/g, '\n'),
    );
  });

  it('is the document where there is none', () => {
    expect(insertBlock('', 1, 'Block')).toEqual({ markdown: 'Block\n', line: 1, endLine: 1 });
  });
});

describe.each(LANGUAGES)('the samples in %s', (language) => {
  it('are one document without mistakes, each of them twice', () => {
    for (const { messages } of [ENGLISH, CHINESE]) {
      const words = messages.writing.insert.samples;
      let markdown = '# Title\n';
      for (const kind of Object.values(BLOCK_GROUPS).flat()) {
        for (let times = 0; times < 2; times += 1) {
          // Input belongs to a block that runs.
          if (kind === 'input') {
            const run = blockSample('run', { language, markdown, words });
            markdown = insertBlock(markdown, 1e9, run).markdown;
          }
          const block = blockSample(kind, { language, markdown, words });
          markdown = insertBlock(markdown, 1e9, block).markdown;
        }
      }
      expect(lintDemo(markdown)).toEqual([]);
      const kinds = readDocument(markdown).parts.map(({ kind }) => kind);
      expect(kinds.filter((kind) => kind === 'activity')).toHaveLength(8);
      expect(kinds.filter((kind) => kind === 'note')).toHaveLength(2);
    }
  });
});

it('the language of a new block is that of the code above it', () => {
  const text = '```js run\n1\n```\n\nText\n\n```python run\n1\n```\n';
  expect(languageAt(text, 5, findLanguage)).toBe('javascript');
  expect(languageAt(text, 8, findLanguage)).toBe('python');
  expect(languageAt('Text\n\n```r run\n1\n```', 1, findLanguage)).toBe('r');
  expect(languageAt('', 1, findLanguage)).toBe('python');
});
