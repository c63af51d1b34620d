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

/** The sum of all layout shifts from the first one on. */
async function watchShifts(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    Object.assign(globalThis, { shifted: 0 });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { value } = entry as PerformanceEntry & { value: number };
        (globalThis as unknown as { shifted: number }).shifted += value;
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
  return () => page.evaluate(() => (globalThis as unknown as { shifted: number }).shifted);
}

test.describe('the page stands still until Monaco is there', () => {
  for (const [visit, work] of [
    ['a first visit', undefined],
    ['a visit with saved work', { language: 'typescript', timeoutS: 60 }],
  ] as const) {
    test(visit, async ({ page }) => {
      const shifted = await watchShifts(page);
      if (work) {
        const code = `${'const far: number = 1; // to the right, and further, and further\n'.repeat(80)}`;
        const saved = JSON.stringify({ version: 1, ...work, code: { [work.language]: code } });
        await page.addInitScript((text) => localStorage.setItem('runbay.work', text), saved);
      }
      const playground = new PlaygroundPage(page);
      await playground.open();
      await expect(page.getByText('Local sandbox')).toBeVisible();
      expect(await shifted()).toBeLessThan(0.01);
    });
  }
});

test('the program is there in colours before any script, and each letter stays where it is', async ({
  page,
}) => {
  const html = await (await page.request.get('/')).text();
  expect(html).toMatch(/<span data-code="keyword">import ?<\/span>/);

  await page.goto('/');
  const playground = new PlaygroundPage(page);
  /** Where the words of the program are, and in which colour. */
  const places = (line: string, word: string) =>
    page.locator(line).evaluateAll(
      (lines, text) =>
        lines.flatMap((element) => {
          const found = [...element.querySelectorAll('span')].find(
            (span) => span.childElementCount === 0 && span.textContent?.trim() === text,
          );
          if (!found) return [];
          const range = document.createRange();
          range.setStart(found.firstChild as Node, 0);
          range.setEnd(found.firstChild as Node, text.length);
          const { x, y, width } = range.getBoundingClientRect();
          return [
            {
              x: Math.round(x),
              width: Math.round(width),
              y: Math.round(y),
              color: getComputedStyle(found).color,
            },
          ];
        }),
      word,
    );
  const before = await places('.plain-lines code', 'import');
  expect(before).toHaveLength(2);
  await playground.editorReady();
  await expect.poll(() => places('.view-line', 'import')).toEqual(before);
});

test('what is typed while Monaco is on its way is all there, with cursor, selection and place', async ({
  page,
}) => {
  let asked = 0;
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(/\.js$/, async (route) => {
    const response = await route.fetch();
    const isMonaco = (await response.text()).includes('codicon');
    if (isMonaco) {
      asked += 1;
      await released;
    }
    await route.fulfill({ response }).catch(() => {});
  });
  const playground = new PlaygroundPage(page);
  await page.goto('/');
  await playground.editor.focus();
  await page.keyboard.press('ControlOrMeta+Home');
  await page.keyboard.type('for n in range(3):\nprint("typed", n)\n');
  await expect.poll(() => asked).toBeGreaterThan(0);
  await expect(page.locator('.plain-lines code').nth(1)).toHaveText('    print("typed", n)');
  release();
  // Keys go on while it comes.
  await page.keyboard.type('x = 1', { delay: 40 });
  await expect(page.locator('.full-editor:not([inert]) .monaco-editor')).not.toHaveCount(0, {
    timeout: 30_000,
  });
  await expect(playground.editor).toBeFocused();
  await page.keyboard.type('2  # end');
  await expect(page.locator('.view-lines')).toContainText('x = 12  # end');
  await expect(page.getByText('Ln 3, Col 18')).toBeVisible();
  await page.unrouteAll({ behavior: 'ignoreErrors' });
});

test('what is typed, and Run, before the page is hydrated are not lost', async ({ page }) => {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(/\.js$/, async (route) => {
    await released;
    await route.continue().catch(() => {});
  });
  const playground = new PlaygroundPage(page);
  await page.goto('/', { waitUntil: 'commit' });
  await playground.editor.focus();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText('print("early bird")');
  await playground.run.click();
  release();
  await expect(playground.status).toContainText('Finished', { timeout: 20_000 });
  await expect(playground.output).toHaveText('early bird');
  await page.unrouteAll({ behavior: 'ignoreErrors' });
});
