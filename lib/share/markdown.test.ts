import { expect, it } from 'vitest';
import { escaped, fenced } from './markdown';

it('a program with fences of its own stays inside of the block', () => {
  const block = fenced('a\n```\n````\n# heading', 'python');
  expect(block.startsWith('`````python\n')).toBe(true);
  expect(block.endsWith('\n`````')).toBe(true);
  expect(fenced('x')).toBe('```\nx\n```');
});

it('a title means only itself', () => {
  expect(escaped('<script>')).toBe('\\<script\\>');
  expect(escaped('[x](javascript:alert)')).toBe('\\[x\\]\\(javascript\\:alert\\)');
  expect(escaped('plain words')).toBe('plain words');
});
