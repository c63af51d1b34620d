/** What a visitor waits for: how much is loaded before the page works, and whether it stands still. */
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { PlaygroundPage } from './playground-page';

const KB = 1000;

/** Scripts that were asked for before every control worked, with their compressed sizes in bytes. */
async function firstScripts(page: Page): Promise<{ name: string; bytes: number }[]> {
  await page.waitForFunction(() => performance.getEntriesByName('runbay-usable').length > 0);
  await page.waitForLoadState('load');
  return page.evaluate(() => {
    const usable = performance.getEntriesByName('runbay-usable')[0]?.startTime ?? 0;
    return (performance.getEntriesByType('resource') as PerformanceResourceTiming[])
      .filter(({ name, startTime }) => new URL(name).pathname.endsWith('.js') && startTime < usable)
      .map(({ name, encodedBodySize }) => ({ name, bytes: encodedBodySize }));
  });
}

test('the page is usable after less than 200 KB of JavaScript', async ({ page }) => {
  await page.goto('/');
  const scripts = await firstScripts(page);
  expect(scripts.length).toBeGreaterThan(0);
  const bytes = scripts.reduce((sum, script) => sum + script.bytes, 0);
  test.info().annotations.push({ type: 'first load', description: `${bytes} bytes` });
  // Zero would mean that sizes were not told.
  expect(bytes).toBeGreaterThan(50 * KB);
  expect(bytes, JSON.stringify(scripts, undefined, 1)).toBeLessThan(200 * KB);
});

test('Run works with nothing but these scripts', async ({ page }) => {
  const wanted = new Set<string>();
  const html = await (await page.request.get('/')).text();
  for (const [, path] of html.matchAll(/<script[^>]* src="([^"]+)"/g)) wanted.add(path ?? '');
  await page.route(/\.js$/, (route) =>
    // Others are left without an answer.
    wanted.has(new URL(route.request().url()).pathname) ? route.continue() : undefined,
  );
  const playground = new PlaygroundPage(page);
  await page.goto('/');
  await playground.run.click();
  await expect(playground.output).toContainText('Your turn: change something.');
  await expect(playground.status).toContainText('Finished');
  await page.unrouteAll({ behavior: 'ignoreErrors' });
});
