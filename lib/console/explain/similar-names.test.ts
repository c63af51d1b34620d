import { describe, expect, it } from 'vitest';
import { similarName } from './similar-names';

describe('the name that was meant', () => {
  it('has letters swapped, missing, added or changed', () => {
    const names = ['print', 'total', 'counter'];
    expect(similarName('pritn', names)).toBe('print');
    expect(similarName('prnt', names)).toBe('print');
    expect(similarName('totall', names)).toBe('total');
    expect(similarName('cuonterr', names)).toBe('counter');
  });

  it('is the one that differs only in capital letters before any other', () => {
    expect(similarName('Console', ['Consoles', 'console'])).toBe('console');
  });

  it('is none where all are too different, and never the name itself', () => {
    expect(similarName('hello', ['help', 'hello'])).toBeUndefined();
    expect(similarName('x', ['y'])).toBeUndefined();
  });
});
