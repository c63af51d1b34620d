import { expect, it } from 'vitest';
import { LANGUAGES } from '@/lib/agentbay/languages';
import { touchKeysOf } from './touch-keys';

it('no language has a key twice, and each has its brackets and quotes', () => {
  for (const language of [...LANGUAGES, 'json', 'plaintext'] as const) {
    const names = touchKeysOf(language).map((key) =>
      typeof key === 'string' ? key : key.join(''),
    );
    expect(new Set(names).size, language).toBe(names.length);
    expect(names, language).toContain('""');
  }
});
