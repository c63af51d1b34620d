import { describe, expect, it } from 'vitest';
import { readCode } from './around';

describe('readCode', () => {
  it('takes code in a language that there is', () => {
    expect(readCode({ code: 'x', language: ' JS ', title: ' T ', readonly: true })).toEqual({
      code: 'x',
      language: 'javascript',
      title: 'T',
      readonly: true,
    });
  });

  it.each([
    {},
    { code: 'x' },
    { code: 'x', language: 'cobol' },
    { code: 'x', language: 'constructor' },
    { code: ['x'], language: 'python' },
    { code: 'x'.repeat(256 * 1024 + 1), language: 'python' },
  ])('takes nothing else', (data) => {
    expect(readCode(data)).toBeUndefined();
  });

  it('makes of the rest what is harmless', () => {
    const given = readCode({ code: 'a\ud800', language: 'py', title: {}, readonly: 'yes' });
    expect(given).toEqual({
      code: 'a\ufffd',
      language: 'python',
      title: undefined,
      readonly: false,
    });
    expect(readCode({ code: '', language: 'py', title: 'x'.repeat(999) })?.title).toHaveLength(200);
  });
});
