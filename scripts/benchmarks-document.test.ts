import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { withFigures } from '../bench/document.mjs';

test('the figures of docs/benchmarks.md are those of bench/latest.json', () => {
  const document = readFileSync('docs/benchmarks.md', 'utf8');
  const latest = JSON.parse(readFileSync('bench/latest.json', 'utf8'));
  expect(document).toBe(withFigures(document, latest));
});
