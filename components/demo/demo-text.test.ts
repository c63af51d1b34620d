import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { headingsByPart } from '@/lib/demos/headings';
import { ENGLISH } from '@/lib/messages/testing';
import { DemoText } from './demo-text';

const html = (markdown: string) =>
  renderToStaticMarkup(
    createElement(DemoText, {
      markdown,
      headings: headingsByPart([{ kind: 'text', markdown, line: 1 }])[0] ?? [],
      titleId: undefined,
      name: 't1',
      texts: ENGLISH,
      makeFormula: (source, isBlock) => `[${isBlock ? 'block' : 'inline'} ${source}]`,
    }),
  );

it.each([
  ['Its length is $n_i$, $a * b$ or `x`.', ['[inline n_i]', '[inline a * b]', '<code>x</code>']],
  ['$$\n\\frac{a_1}{b_1} * c * d\n$$', ['[block \\frac{a_1}{b_1} * c * d]']],
  ['```math\nx_1 + x_2\n```', ['[block x_1 + x_2]']],
  ['With $`a_b * c_d`$ inside.', ['[inline a_b * c_d]', 'With <', '> inside.']],
])('%j has formulas', (markdown, parts) => {
  for (const part of parts) expect(html(markdown)).toContain(part);
});

it.each(['It costs $5 and $6.', '`$x$`', '$ x $', 'a $$ b', '\\$', '    $x$'])(
  '%j has none',
  (markdown) => {
    expect(html(markdown)).not.toMatch(/\[(?:inline|block)/);
  },
);

it('a text is Markdown without HTML, and leads nowhere it should not', () => {
  const made = html(
    '# A & *b*\n\n<img src=x onerror=alert(1)><b>bold</b>\n\n[x](javascript:alert(1)) [y](/learn) [z](https://e.org)\n\n![pic](https://e.org/a.png) <https://e.org/?a=b>\n\n| a |\n| - |\n| `c` |\n',
  );
  expect(made).toContain('<h2 id="a-b">A &amp; <em>b</em></h2>');
  expect(made).not.toMatch(/onerror|<b>|javascript:|src=/);
  expect(made).toContain('<a href="/learn">y</a>');
  expect(made).toContain('<a href="https://e.org" target="_blank" rel="noopener noreferrer">z</a>');
  expect(made).toContain('Image: pic');
  expect(made).toContain('<td><code>c</code></td>');
});
