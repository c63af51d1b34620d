import { expect, it } from 'vitest';
import { shiftedIndent } from './shift-command';

it.each([
  ['', '  ', ''],
  ['  ', '    ', ''],
  ['   ', '    ', '  '],
  ['\t', '      ', '  '],
])('%j goes in to %j and out to %j', (indent, further, back) => {
  const options = { indentSize: 2, tabSize: 4, insertSpaces: true };
  expect(shiftedIndent(indent, { ...options, isUnshift: false })).toBe(further);
  expect(shiftedIndent(indent, { ...options, isUnshift: true })).toBe(back);
});

it('tabs stay tabs', () => {
  const options = { indentSize: 4, tabSize: 4, insertSpaces: false };
  expect(shiftedIndent('\t', { ...options, isUnshift: false })).toBe('\t\t');
  expect(shiftedIndent('\t\t', { ...options, isUnshift: true })).toBe('\t');
});
