import { expect, it } from 'vitest';
import { TOUCH_KEYS } from './touch-keys';

it('no language has a key twice, and each has its brackets and quotes', () => {
  for (const [language, keys] of Object.entries(TOUCH_KEYS)) {
    const names = keys.map((key) => (typeof key === 'string' ? key : key.join('')));
    expect(new Set(names).size, language).toBe(names.length);
    expect(names, language).toContain('""');
  }
});
