import { expect, it } from 'vitest';
import { latexParts } from './latex-parts';

it.each([
  ['x^2', ['display:x^2']],
  ['$x$', ['inline:x']],
  ['$$x$$', ['display:x']],
  ['\\[x\\] and \\(y\\)', ['display:x', 'text: and ', 'inline:y']],
  ['the sum $a_1$ of', ['text:the sum ', 'inline:a_1', 'text: of']],
  ['\\begin{align*}a&=b\\end{align*}', ['display:\\begin{align*}a&=b\\end{align*}']],
  ['costs \\$5 and $n$', ['text:costs \\$5 and ', 'inline:n']],
  ['$unfinished', ['display:$unfinished']],
])('%s has its formulas', (latex, parts) => {
  expect(latexParts(latex).map(({ kind, source }) => `${kind}:${source}`)).toEqual(parts);
});

it('does not take long over hostile text', () => {
  const started = performance.now();
  latexParts('$'.repeat(50_001));
  latexParts('\\begin{a}'.repeat(2000));
  latexParts('\\['.repeat(5000));
  expect(performance.now() - started).toBeLessThan(5000);
});
