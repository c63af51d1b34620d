/** Reading output: addresses, places in the program. */
import { expect, test } from './fixtures';
import { PlaygroundPage } from './playground-page';

test.describe('addresses in output', () => {
  test('open safely in a tab of their own, and say where they go', async ({ page }) => {
    const playground = new PlaygroundPage(page);
    await playground.open({
      code: [
        'print("\\x1b[32msee https://docs.python.org/3/\\x1b[0mtutorial/.")',
        'print("https://bank.example@evil.example/ javascript:alert(1)")',
        'print("\\x1b]8;;https://evil.example/\\x1b\\\\https://bank.example/a\\x1b]8;;\\x1b\\\\")',
      ].join('\n'),
    });
    await playground.runToEnd();

    const links = playground.output.getByRole('link');
    await expect(links).toHaveText([
      'https://docs.python.org/3/tutorial/',
      'https://bank.example/a',
    ]);
    const [link, second] = [links.first(), links.nth(1)];
    await expect(link).toHaveAttribute('href', 'https://docs.python.org/3/tutorial/');
    await expect(link).toHaveAttribute('rel', 'noopener noreferrer nofollow');
    await expect(link).toHaveAttribute('target', '_blank');
    await expect(link).toHaveAttribute(
      'title',
      /docs\.python\.org.*https:\/\/docs\.python\.org\/3\/tutorial\//s,
    );
    // What one reads is where one goes, whatever the program would like.
    await expect(second).toHaveAttribute('href', 'https://bank.example/a');
    await playground.expectAccessible();
  });
});

test.describe('places in a traceback', () => {
  const CODE = ['def f(n):', '    return 1 / n', '', 'f(0)', ...Array(80).fill('# more')].join(
    '\n',
  );

  test('lead to their line in the editor, by pointer and by keyboard', async ({ page }) => {
    const playground = new PlaygroundPage(page);
    await playground.open({ code: CODE });
    await playground.runToEnd();

    const cursor = page.getByText(/^Ln \d+, Col \d+$/);
    await playground.output
      .getByRole('link', { name: 'File "/workspace/main.py", line 4' })
      .click();
    await expect(cursor).toHaveText('Ln 4, Col 1');
    await expect(playground.editor).toBeFocused();

    const inner = playground.output.getByRole('link', {
      name: 'File "/workspace/main.py", line 2',
    });
    await inner.focus();
    await page.keyboard.press('Enter');
    await expect(cursor).toHaveText('Ln 2, Col 5');
    await expect(playground.editor).toBeFocused();
  });

  test('lead to the program even when another language is shown by then', async ({ page }) => {
    const playground = new PlaygroundPage(page);
    await playground.open({ code: 'const a = 1;\nnull.x;\n', language: 'javascript' });
    await playground.runToEnd();
    await playground.language.selectOption('python');
    await playground.output.getByRole('link', { name: /main\.js:2:6/ }).click();
    await expect(page.getByText('Ln 2, Col 6')).toBeVisible();
    await expect(playground.language).toHaveValue('javascript');
    await expect(playground.editor).toBeFocused();
  });

  test('lead to their line in the plain editor too', async ({ page }) => {
    await page.addInitScript(() => {
      const settings = JSON.stringify({ version: 1, plainEditor: 'on' });
      if (window === window.top) localStorage.setItem('runbay.settings', settings);
    });
    const playground = new PlaygroundPage(page);
    const code = `${'# far\n'.repeat(100)}1 / 0\n`;
    await playground.open({ code });
    await playground.runToEnd();
    await playground.output
      .getByRole('link', { name: 'File "/workspace/main.py", line 101' })
      .click();
    await expect(playground.editor).toBeFocused();
    await expect(page.getByText('Ln 101, Col 1')).toBeVisible();
    await expect(page.locator('.plain-lines code').nth(100)).toBeInViewport();
  });
});
