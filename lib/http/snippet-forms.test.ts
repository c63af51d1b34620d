import { expect, test } from 'vitest';
import nextConfig from '@/next.config.js';
import { DEMO_FORMS, FILE_FORMS } from './snippet-forms';

test('the proxy lets those forms past that the server has', async () => {
  const rewrites = (await nextConfig.rewrites?.()) ?? [];
  for (const forms of [FILE_FORMS, DEMO_FORMS]) {
    expect(JSON.stringify(rewrites)).toContain(`.:format(${forms})`);
  }
});
