import { ALL_FORMS, expect, showing, test, VEGA_LITE } from './results-page';

test('every form fits on a phone, and what is tapped is large enough', async ({
  page,
  playground,
}) => {
  const table =
    'print("wide", "x" * 200)\n' +
    'class Frame:\n' +
    '    def _repr_mimebundle_(self, include=None, exclude=None):\n' +
    '        return {"text/markdown": "| " + " | ".join("column %d" % i for i in range(12)) + " |\\n|" + "---|" * 12}\n' +
    'display(Frame())\n';
  await playground.open({
    code:
      ALL_FORMS +
      table +
      showing({ 'application/vnd.vegalite.v5+json': VEGA_LITE }) +
      showing({
        'text/latex': '$$x_1 + x_2 + x_3 + x_4 + x_5 + x_6 + x_7 + x_8 + x_9 + x_{10} + y + z$$',
      }),
  });
  await playground.runToEnd();
  const { output } = playground;
  await expect(output.getByRole('figure', { name: 'Letters' }).locator('svg')).toBeVisible();
  const sideways = () =>
    output.evaluate((log) =>
      [...log.querySelectorAll('.result')]
        .filter((result) => result.scrollWidth > result.clientWidth + 1)
        .map((result) => result.textContent),
    );
  const steps = await output.evaluate((log) => Math.ceil(log.scrollHeight / log.clientHeight));
  for (let step = 0; step <= steps; step++) {
    await output.evaluate((log, at) => log.scrollTo(0, at * log.clientHeight), step);
    await page.waitForTimeout(150);
    expect(await sideways()).toEqual([]);
    const small = await output.getByRole('button').evaluateAll((buttons) =>
      buttons
        .map((button) => ({ name: button.textContent, box: button.getBoundingClientRect() }))
        .filter(({ box }) => box.height > 0 && (box.height < 40 || box.width < 40))
        .map(({ name }) => name),
    );
    expect(small).toEqual([]);
    await playground.expectAccessible();
  }
  await playground.expectNoSidewaysScroll();
});

test('a table is sorted by a tap', async ({ playground }) => {
  await playground.open({
    code: 'import pandas as pd\npd.DataFrame({"n": [10, 9, 100], "name": ["a", "b", "c"]})\n',
    timeoutS: 30,
  });
  await playground.runToEnd();
  const { output } = playground;
  test.skip((await output.getByText('ModuleNotFoundError').count()) > 0, 'no pandas');
  const head = output.getByRole('columnheader', { name: 'n', exact: true });
  await head.getByRole('button').tap();
  await expect(head).toHaveAttribute('aria-sort', 'ascending');
  await expect(output.getByRole('row').nth(1)).toHaveText(/^19b/);
});
