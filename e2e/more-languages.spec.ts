import { expect, test } from './more-languages-page';

test('R is chosen, runs, draws, and is understood where it fails', async ({ page, playground }) => {
  await playground.open();
  await playground.language.selectOption('R');
  await playground.runToEnd();
  await expect(playground.output).toContainText('Welcome to the bay!');
  const plot = playground.output.getByRole('button', { name: /Open larger$/ });
  await expect(plot).toBeVisible();
  await expect(playground.output.getByText(/^PNG · \d+ × \d+$/)).toBeVisible();
  await playground.expectAccessible();

  await playground.type('total <- 3\ncat(total, "\\n")\ncat(totl, "\\n")\n');
  await playground.runToEnd();
  await expect(playground.status).toContainText('exit 1');
  await expect(page.locator('.run-glyph-error')).toHaveCount(1);
  await expect(playground.console).toContainText('Did you mean total?');
  await expect(playground.console.getByText('line 3').first()).toBeVisible();
  await playground.expectAccessible();

  await playground.prompt.fill('total * 14');
  await playground.prompt.press('Enter');
  await expect(playground.output).toContainText('42');
});

test('Java asks for input, shows a table, and says which line was wrong', async ({
  page,
  playground,
}) => {
  test.slow();
  await playground.open({
    language: 'java',
    code: 'var in = new Scanner(System.in);\nSystem.out.print("Your name? ");\nString name = in.nextLine();\nrecord Boat(String name, int masts) {}\nList.of(new Boat(name, 3))\n',
  });
  await expect(playground.language).toHaveValue('java');
  await playground.run.click();
  await playground.input.fill('Ada');
  await playground.input.press('Enter');
  await expect(playground.status).toContainText(' · ', { timeout: 20_000 });
  await expect(playground.output.getByRole('cell', { name: 'Ada' })).toBeVisible();
  await expect(playground.output.getByRole('columnheader', { name: 'masts' })).toBeVisible();
  await playground.expectAccessible();

  await playground.type('int a = 1;\nint b = a / 0;\n');
  await playground.runToEnd();
  await expect(page.locator('.run-glyph-error')).toHaveCount(1);
  await expect(playground.console).toContainText('ArithmeticException');
  await expect(playground.console.getByText('line 2').first()).toBeVisible();
});

test('the gallery has their examples', async ({ page, playground }) => {
  await playground.open();
  await page.getByRole('button', { name: 'Examples', exact: true }).click();
  const gallery = page.getByRole('dialog', { name: 'Examples' });
  await gallery.getByRole('combobox').fill('point by point java');
  await expect(gallery.getByRole('option')).toHaveCount(1);
  await expect(gallery.getByText('image.setRGB(column, row, color.getRGB());')).toBeVisible();
  await playground.expectAccessible();
  await gallery.getByRole('button', { name: 'Open in the editor' }).click();
  await expect(playground.language).toHaveValue('java');
});
