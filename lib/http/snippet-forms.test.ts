import { expect, test } from 'vitest';
import nextConfig from '@/next.config.js';
import { FILE_FORMS } from './snippet-forms';

test('the proxy lets those forms past that the server has', async () => {
  const rewrites = (await nextConfig.rewrites?.()) ?? [];
  expect(JSON.stringify(rewrites)).toContain(`.:format(${FILE_FORMS})`);
});
