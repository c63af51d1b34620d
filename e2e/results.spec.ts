import { ALL_FORMS, expect, showing, test, VEGA_LITE } from './results-page';

const PIXEL =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

for (const colorScheme of ['light', 'dark'] as const) {
  test(`Markdown, LaTeX, JSON, SVG and HTML are shown in place, ${colorScheme}`, async ({
    page,
    playground,
  }) => {
    await page.setViewportSize({ width: 1440, height: 1300 });
    await page.emulateMedia({ colorScheme });
    await playground.open({ code: ALL_FORMS });
    await playground.runToEnd();
    const { output } = playground;

    await expect(output.getByRole('heading', { name: 'Report' })).toBeVisible();
    const link = output.getByRole('link', { name: 'link', exact: true });
    await expect(link).toHaveAttribute('target', '_blank');
    await expect(link).toHaveAttribute('rel', 'noopener noreferrer');
    await expect(output.getByRole('cell', { name: '2' })).toBeVisible();
    await expect(output.locator('.katex-html')).toHaveCount(1);
    await expect(output.getByRole('treeitem', { name: 'name: "Ada"' })).toBeVisible();
    await expect(output.getByRole('img', { name: 'Image made by the program' })).toBeVisible();
    const frame = page.frameLocator('iframe[title="HTML result"]');
    await expect(frame.getByText('from a script')).toBeVisible();

    const [text, seen] = await Promise.all([
      output.evaluate((node) => getComputedStyle(node).color),
      frame.locator('body').evaluate((node) => getComputedStyle(node).color),
    ]);
    expect(seen).toBe(text);
    await playground.expectAccessible();

    await page.emulateMedia({ colorScheme: colorScheme === 'light' ? 'dark' : 'light' });
    await expect(frame.locator('body')).not.toHaveCSS('color', seen);
  });
}

test('a plot is an image with a name, that opens larger and can be kept', async ({
  page,
  playground,
}) => {
  await playground.open({
    code: 'import matplotlib.pyplot as plt\nplt.plot([1, 3, 2])\nplt.show()\n',
    timeoutS: 30,
  });
  await playground.runToEnd();
  test.skip(
    (await playground.output.getByText('ModuleNotFoundError').count()) > 0,
    'no matplotlib',
  );
  const image = playground.output.getByRole('button', { name: /^Figure size .* Open larger$/ });
  await expect(image).toBeVisible();
  await expect(playground.output.getByText(/^PNG · \d+ × \d+$/)).toBeVisible();
  await expect(playground.output.getByRole('link', { name: 'Download' })).toHaveAttribute(
    'download',
    'result.png',
  );
  await playground.expectAccessible();

  await image.click();
  const dialog = page.getByRole('dialog', { name: /^Figure size/ });
  await expect(dialog).toBeVisible();
  await playground.expectAccessible();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(image).toBeFocused();

  await playground.output.getByRole('button', { name: 'Text' }).click();
  await expect(playground.output.getByText(/^<Figure size/)).toBeVisible();
  await expect(image).toHaveCount(0);
});

test('a data frame is a table that is sorted by a click on a column’s head', async ({
  page,
  playground,
}) => {
  await playground.open({
    code: [
      'import pandas as pd',
      'pd.DataFrame({"city": ["Oslo", "Rome", "Lima"] * 40, "n": [9, 100, None] * 40})',
    ].join('\n'),
    timeoutS: 30,
  });
  await playground.runToEnd();
  test.skip((await playground.output.getByText('ModuleNotFoundError').count()) > 0, 'no pandas');
  const { output } = playground;
  const first = output.getByRole('row').nth(1);
  const head = (name: string) => output.getByRole('columnheader', { name, exact: true });
  await expect(first).toHaveText(/^0Oslo9/);
  await expect(output.getByText('First 50 of 120 rows')).toBeVisible();
  await expect(output.getByRole('row')).toHaveCount(51);
  await expect(head('n')).toHaveAttribute('aria-sort', 'none');

  await head('n').getByRole('button').click();
  await expect(head('n')).toHaveAttribute('aria-sort', 'ascending');
  await expect(first).toHaveText(/^0Oslo9/);
  await head('n').getByRole('button').press('Enter');
  await expect(head('n')).toHaveAttribute('aria-sort', 'descending');
  await expect(first).toHaveText(/^1Rome100/);
  await head('city').getByRole('button').click();
  await expect(first).toHaveText(/^2Lima–/);
  await expect(head('n')).toHaveAttribute('aria-sort', 'none');
  await playground.expectAccessible();

  const box = await output.getByRole('group', { name: 'Table' }).boundingBox();
  await output.getByRole('group', { name: 'Table' }).evaluate((node) => node.scrollTo(0, 9999));
  const stuck = await head('city').boundingBox();
  expect(Math.abs((stuck?.y ?? 0) - (box?.y ?? 99))).toBeLessThan(3);

  await output.getByRole('button', { name: 'Show 50 more' }).click();
  await output.getByRole('button', { name: 'Show 20 more' }).click();
  await expect(output.getByText('120 rows', { exact: true })).toBeVisible();
  await expect(output.getByRole('row')).toHaveCount(121);

  await page.emulateMedia({ colorScheme: 'dark' });
  await playground.expectAccessible();
});

test('Vega-Lite and Vega charts are drawn, in both themes, and follow the width', async ({
  page,
  playground,
}) => {
  const vega = {
    $schema: 'https://vega.github.io/schema/vega/v5.json',
    description: 'Two squares',
    width: 200,
    height: 60,
    signals: [{ name: 'side', value: 10, bind: { input: 'range', min: 5, max: 40 } }],
    data: [
      {
        name: 'table',
        values: [{ v: 1 }, { v: 2 }],
        transform: [{ type: 'formula', as: 'x', expr: 'datum.v * 50' }],
      },
    ],
    marks: [
      {
        type: 'rect',
        from: { data: 'table' },
        encode: {
          update: {
            x: { field: 'x' },
            y: { value: 5 },
            width: { signal: 'side * 2' },
            height: { signal: 'side' },
            fill: { value: 'teal' },
          },
        },
      },
    ],
  };
  await playground.open({
    code:
      showing({ 'application/vnd.vegalite.v5+json': VEGA_LITE, 'text/plain': 'chart text' }) +
      showing({ 'application/vnd.vega.v5+json': vega }),
  });
  await playground.runToEnd();
  const { output } = playground;
  const lite = output.getByRole('figure', { name: 'Letters' });
  await expect(lite.locator('.mark-rect path')).toHaveCount(3);
  const squares = output.getByRole('figure', { name: 'Two squares' });
  await expect(squares.locator('.mark-rect path')).toHaveCount(2);
  const side = () => squares.locator('.mark-rect path').first().getAttribute('d');
  const before = await side();
  await squares.getByRole('slider').press('End');
  await expect.poll(side).not.toBe(before);
  await playground.expectAccessible();

  const wide = (await lite.locator('svg').boundingBox())?.width ?? 0;
  const fill = () => lite.locator('.mark-rect path').first().getAttribute('fill');
  const light = await fill();
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect.poll(fill).not.toBe(light);
  await playground.expectAccessible();
  await page.setViewportSize({ width: 920, height: 900 });
  await expect
    .poll(async () => (await lite.locator('svg').boundingBox())?.width ?? wide)
    .toBeLessThan(wide);
});

test('JSON is walked by keyboard, opened and closed, and stays as it was left', async ({
  page,
  playground,
}) => {
  const value = { deep: { a: { b: 1 } }, many: Array.from({ length: 250 }, (_, n) => n) };
  await playground.open({
    code: `print("line\\n" * 300)\n${showing({ 'application/json': value })}`,
  });
  await playground.runToEnd();
  const { output } = playground;
  const item = (name: string) => output.getByRole('treeitem', { name, exact: true });
  const root = item('2 fields');
  await root.focus();
  for (const key of ['ArrowDown', 'ArrowDown', 'ArrowRight']) await page.keyboard.press(key);
  await expect(item('b: 1')).toBeVisible();
  await expect(item('a: 1 field')).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await expect(item('b: 1')).toHaveCount(0);
  await page.keyboard.press('ArrowLeft');
  await expect(item('deep: 1 field')).toBeFocused();
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await expect(item('99: 99')).toBeVisible();
  await item('150 more').click();
  await expect(item('199: 199')).toBeAttached();
  await playground.expectAccessible();

  const scrollTo = (top: number) => output.evaluate((node, to) => node.scrollTo(0, to), top);
  await scrollTo(0);
  await expect(root).toHaveCount(0);
  await scrollTo(1e6);
  await expect(item('199: 199')).toBeAttached();
});

test('what cannot be drawn is shown as text, with the reason', async ({ playground }) => {
  await playground.open({
    code:
      showing({ 'text/latex': '$\\frac{1}$' }) +
      showing({ 'image/png': PIXEL.slice(0, 40), 'text/plain': 'half a picture' }) +
      showing({ 'image/svg+xml': '<svg><unclosed></svg>', 'text/plain': 'bad svg' }) +
      showing({
        'application/vnd.vegalite.v5+json': { ...VEGA_LITE, data: { url: '/api/session' } },
        'text/plain': 'far data',
      }) +
      showing({
        'application/vnd.vega.v5+json': { marks: [{ type: 'rect', from: { data: 'missing' } }] },
        'text/plain': 'no chart',
      }),
  });
  await playground.runToEnd();
  const { output } = playground;
  await expect(output.getByText(/^This LaTeX could not be typeset: /)).toBeVisible();
  await expect(output.getByText('The PNG could not be read, so its text is shown.')).toBeVisible();
  await expect(output.getByText('half a picture')).toBeVisible();
  await expect(output.getByText('The SVG could not be read, so its text is shown.')).toBeVisible();
  await expect(
    output.getByText('This chart could not be drawn: charts here load no data from elsewhere.'),
  ).toBeVisible();
  await expect(output.getByText('far data')).toBeVisible();
  await expect(output.getByText('no chart')).toBeVisible();
  await expect(output.getByText(/^This chart could not be drawn: /)).toHaveCount(2);
  await playground.expectAccessible();
});

test('results keep the end in view while they arrive, and what the reader opens stays where it is', async ({
  page,
  playground,
}) => {
  await playground.open({
    code: [
      'import time',
      'for i in range(12):',
      '    display({"text/markdown": f"# Part {i}\\n\\nwords\\n\\nmore"}, raw=True)',
      '    time.sleep(0.05)',
      'display({"application/json": {"list": list(range(90)), "z": 1}}, raw=True)',
    ].join('\n'),
  });
  await playground.runToEnd();
  const { output } = playground;
  const list = output.getByRole('treeitem', { name: 'list: 90 items' });
  await expect(list).toBeInViewport();
  await expect(page.getByRole('button', { name: 'Jump to latest' })).toHaveCount(0);
  const before = (await list.boundingBox())?.y;
  await list.click();
  await expect(output.getByRole('treeitem', { name: '89: 89' })).toBeAttached();
  expect((await list.boundingBox())?.y).toBe(before);
  await page.getByRole('button', { name: 'Jump to latest' }).click();
  await expect(output.getByRole('treeitem', { name: 'z: 1' })).toBeInViewport();

  // Up in steps: what comes into view from above does not push away what is read.
  await output.hover({ position: { x: 300, y: 100 } });
  for (let step = 0; step < 40; step++) await page.mouse.wheel(0, -200);
  await expect(output.getByRole('heading', { name: 'Part 0' })).toBeInViewport();
});

test('at most 20 frames live, as they come into view', async ({ page, playground }) => {
  await page.setViewportSize({ width: 1440, height: 2400 });
  await playground.open({
    code: 'for i in range(40): display({"text/html": f"<p>frame {i}</p>"}, raw=True)\n',
  });
  await playground.runToEnd();
  const frames = playground.output.locator('iframe');
  await expect(frames).toHaveCount(20);
  await expect(playground.output.getByText(/^20 frames are live at once/).first()).toBeVisible();
  await page.setViewportSize({ width: 1440, height: 600 });
  await playground.output.evaluate((node) => node.scrollTo(0, 0));
  await expect(page.frameLocator('iframe').first().getByText('frame 0')).toBeVisible();
  expect(await frames.count()).toBeLessThan(20);
});
