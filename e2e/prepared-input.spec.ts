import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { PlaygroundPage } from './playground-page';

const field = (page: Page) => page.getByRole('textbox', { name: 'Lines of input' });

/** A playground with the field open and a text in it. */
async function prepared(page: Page, code: string, text: string) {
  const playground = new PlaygroundPage(page);
  await playground.open({ code });
  await page.getByRole('button', { name: 'Prepared input' }).click();
  await expect(field(page)).toBeFocused();
  await field(page).fill(text);
  return playground;
}

test('prepared lines answer a program’s questions, each after its own', async ({ page }) => {
  const playground = await prepared(
    page,
    'name = input("Name? ")\nage = int(input("Age? "))\nprint(f"{name} will be {age + 1}")\n',
    'Ada\n36',
  );
  await expect(playground.console).toContainText('2 lines, 6 B');
  await playground.expectAccessible();
  await playground.runToEnd();
  await expect(playground.output).toHaveText('Name? AdaAge? 36Ada will be 37');
  await expect(playground.status).toContainText('Finished · exit 0');

  await page.getByRole('button', { name: 'Close' }).click();
  await expect(page.getByRole('button', { name: 'Prepared input' })).toBeFocused();
  await expect(playground.console.getByText('Input is prepared: 2 lines')).toBeVisible();
  await playground.expectAccessible();
  await page.reload();
  await expect(playground.console.getByText('Input is prepared: 2 lines')).toBeVisible();
  await page.getByRole('button', { name: 'Do not use it' }).click();
  await expect(playground.console.getByText('Input is prepared')).toHaveCount(0);
  await playground.run.click();
  await expect(playground.input).toBeFocused();
});

test('a program that reads all of its input gets it, and one that asks for more is told', async ({
  page,
}) => {
  const playground = await prepared(
    page,
    'import sys\nprint("sum", sum(int(line) for line in sys.stdin))\n',
    '1\n2\n3\n',
  );
  await playground.runToEnd();
  await expect(playground.output).toHaveText('123sum 6');
  await playground.type('a = input("One? ")\nb = input("Two? ")\n');
  await field(page).fill('just one');
  await playground.runToEnd();
  await expect(playground.output).toContainText('One? just one');
  await expect(playground.output).toContainText('EOFError');
  await expect(playground.output).toContainText('more input than the 1 line that was prepared');
});

test('a text file can be dropped or chosen; what is too large or no text is refused', async ({
  page,
}) => {
  const playground = await prepared(
    page,
    'import sys\nlines = sys.stdin.read().split()\nprint(len(lines), lines[-1])\n',
    'before',
  );
  const drop = async (name: string, size: number, content = '') => {
    const transfer = await page.evaluateHandle(
      ({ name, size, content }) => {
        const data = new DataTransfer();
        data.items.add(new File([content || 'x'.repeat(size)], name, { type: 'text/plain' }));
        return data;
      },
      { name, size, content },
    );
    await field(page).dispatchEvent('drop', { dataTransfer: transfer });
  };
  await drop('large.txt', 1024 * 1024 + 1);
  await expect(playground.console).toContainText('“large.txt” is too large');
  await expect(playground.console).toContainText('1 MiB');
  await drop('image.png', 0, 'a\0b');
  await expect(playground.console).toContainText('“image.png” is not a text file');
  await expect(field(page)).toHaveValue('before');
  await drop('numbers.txt', 0, Array.from({ length: 60 }, (_, at) => `${at}\r\n`).join(''));
  await expect(playground.console).toContainText('60 lines, 170 B');
  await expect(playground.console).not.toContainText('not a text file');
  await playground.runToEnd();
  await expect(playground.output).toHaveText(
    'The program has been given 60 prepared lines of input.60 59',
  );

  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'From a file…' }).click();
  await (await chooser).setFiles({
    name: 'two.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from('é\nz'),
  });
  await expect(field(page)).toHaveValue('é\nz');
  await field(page).focus();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(field(page)).toHaveValue(/^0\n1\n/);
});
