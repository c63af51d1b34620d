import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { problemOfDocument } from './document-limits';

const times = (text: string, count: number) => text.repeat(count);

describe('a document may not', () => {
  it.each([
    ['be quotes in quotes', times('> ', 20_000), /levels deep; line 1/],
    ['be lists in lists', `${times('- ', 20_000)}a`, /levels deep/],
    [
      'go deeper with each line',
      Array.from({ length: 90 }, (_, at) => `${times('  ', at)}- a`).join('\n'),
      /too deep in line/,
    ],
    ['begin far to the right', `${times(' ', 300)}- a`, /levels deep/],
    ['have a wide table that each row makes larger', wide(), /columns; line 1/],
    ['have a table without end', `|a|b|\n|-|-|\n${times('|a|b|\n', 9000)}`, /20000 cells/],
    ['be brackets', times('[', 20_000), /line 1 has 20000 signs/],
    ['be halves of links', times('[](', 10_000), /signs of Markdown/],
    ['be stars', times('**a*', 10_000), /signs of Markdown/],
    ['be backticks', Array.from({ length: 300 }, (_, at) => times('`', at)).join(' '), /signs/],
    ['be all signs, in however many paragraphs', times('*a* *b*\n\n', 8000), /10000 lines/],
    ['be headings', times('# a\n', 5000), /4000 paragraphs/],
    ['be signs everywhere', times(`${times('*a* ', 600)}\n\n`, 60), /30000 signs/],
    ['be formulas', times(`${times('$x$ ', 100)}\n\n`, 30), /2000 dollar/],
  ])('%s', (_, markdown, problem) => {
    expect(problemOfDocument(markdown)).toMatch(problem);
  });
});

function wide(): string {
  const row = (cell: string) => `|${times(`${cell}|`, 2000)}\n`;
  return row('a') + row('-') + times('|\n', 2000);
}

it('may be long, and have code with as many brackets as it likes', () => {
  expect(problemOfDocument('')).toBeUndefined();
  expect(problemOfDocument(`\`\`\`python run\n${times('[[1, 2], [3, 4]],\n', 9000)}\`\`\`\n`)).toBe(
    undefined,
  );
  expect(problemOfDocument(times('lorem ipsum dolor sit amet\n', 9000))).toBeUndefined();
  expect(problemOfDocument(`${times('* ', 200)}\n\n> > > a\n\n${times('- ', 3)}a`)).toBeUndefined();
  expect(problemOfDocument(`![x](data:image/png;base64,${times('A', 300_000)})`)).toBeUndefined();
});

it('may be any of the documents of this repository', () => {
  for (const file of ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'SECURITY.md']) {
    expect(problemOfDocument(readFileSync(file, 'utf8')), file).toBeUndefined();
  }
});
