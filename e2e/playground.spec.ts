import { expect, test } from './fixtures';
import { PlaygroundPage } from './playground-page';

test('a first visit: the program is there before the editor, runs, and its output arrives', async ({
  page,
}) => {
  const html = await (await page.request.get('/')).text();
  expect(html).toContain('Welcome to the bay!');
  const playground = new PlaygroundPage(page);
  await playground.open();
  await expect(playground.output).toContainText('Press Run');
  await expect(playground.status).toHaveText('Ready');
  await playground.expectAccessible();

  await playground.run.click();
  await expect(playground.output).toContainText('Welcome to the bay!');
  await expect(playground.status).toContainText(/Running… \d s of 10 s/);
  await expect(playground.output).toContainText('Your turn: change something.');
  await expect(playground.status).toHaveText(
    /^Finished · exit 0 · \d+\.\d+ s · CPU \d\.\d+ s · [\d.]+ MiB$/,
  );
  await playground.expectAccessible();
});

test('JavaScript runs, and valid programs of every kind are not underlined', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.language.selectOption('JavaScript');
  await expect(playground.language).toHaveValue('javascript');
  for (const code of [
    "const os = require('node:os');\nconsole.log('cjs', typeof os.cpus, process.argv.length, __filename.length > 0);\n",
    "import { readFile } from 'node:fs/promises';\nconst text = await readFile('/etc/hostname', 'utf8').catch(() => 'x');\nconsole.log('esm', typeof text);\n",
    "const wait = (ms) => new Promise((done) => setTimeout(done, ms));\nawait wait(5);\nconsole.log('await', 1_000n ?? 0);\n",
  ]) {
    await playground.type(code);
    await playground.runToEnd();
    await expect(playground.status).toContainText('Finished');
    await expect(playground.output).toContainText(/cjs|esm|await/);
    await page.waitForTimeout(1000);
    await expect(page.locator('.squiggly-error, .squiggly-warning')).toHaveCount(0);
  }
  await playground.type('const = 3;\n');
  await expect(page.locator('.squiggly-error').first()).toBeAttached();
});

test('stdout and stderr are told apart, colours and progress bars are shown as a terminal would', async ({
  page,
}) => {
  const playground = new PlaygroundPage(page);
  await playground.open({
    code: [
      'import sys',
      'print("\\x1b[1;31mred\\x1b[0m plain")',
      'for i in (10, 50, 100):',
      '    print(f"\\rloading {i}%", end="", flush=True)',
      'print()',
      'print("\\x1b]0;title\\x07<b>not html</b>", flush=True)',
      'print("careful", file=sys.stderr)',
      '6 * 7',
    ].join('\n'),
  });
  await playground.runToEnd();
  const line = (text: string) => playground.output.getByText(text, { exact: true });
  await expect(line('red')).toHaveCSS('font-weight', '700');
  await expect(line('loading 100%')).toBeVisible();
  await expect(playground.output).not.toContainText('50%');
  await expect(line('<b>not html</b>')).toBeVisible();
  await expect(line('42')).toBeVisible();
  const color = (text: string) => line(text).evaluate((node) => getComputedStyle(node).color);
  expect(await color('careful')).not.toBe(await color('loading 100%'));
  await expect(page.locator('[data-tone="stderr"]', { hasText: 'careful' }).first()).not.toHaveCSS(
    'box-shadow',
    'none',
  );
  await playground.expectAccessible();
});

test('an error is told in the console and marked in the editor until the program is changed', async ({
  page,
}) => {
  const playground = new PlaygroundPage(page);
  await playground.open({ code: 'def half(n):\n    return n / 0\n\nprint(half(2))\n' });
  await playground.runToEnd();
  await expect(playground.output).toContainText('Traceback (most recent call last)');
  await expect(playground.output.getByText('ZeroDivisionError: division by zero')).toBeVisible();
  await expect(playground.status).toHaveText(/^Failed · exit 1 · /);
  await expect(page.locator('.run-mark-error')).toHaveCount(1);
  await expect(page.locator('.run-glyph-error')).toHaveCount(1);
  await playground.expectAccessible();

  await playground.editor.focus();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.insertText('# changed');
  await expect(page.locator('.run-mark')).toHaveCount(0);
  await expect(page.locator('.squiggly-error')).toHaveCount(0);
});

test('Python is checked while it is written', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.type('print("ok")\nfor x in [1, 2]\n    print(x)\n');
  await expect(page.locator('.squiggly-error')).not.toHaveCount(0);
  await playground.type('print("ok")\n');
  await expect(page.locator('.squiggly-error')).toHaveCount(0);
});

test('a program asks for input where its prompt is, and the answer stays in the transcript', async ({
  page,
}) => {
  const playground = new PlaygroundPage(page);
  await playground.open({
    code: 'name = input("Your name: ")\nage = int(input("Your age: "))\nprint(f"{name} will be {age + 1}")\n',
  });
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(playground.input).toBeFocused();
  await expect(playground.status).toHaveText('Waiting for input');
  await expect(playground.output.getByText('Your name:')).toHaveCount(1);
  await playground.expectAccessible();
  await page.keyboard.type('Ada');
  await page.keyboard.press('Enter');
  await expect(playground.output).toContainText('Your age:');
  await expect(playground.input).toBeFocused();
  await page.keyboard.type('36');
  await page.keyboard.press('Enter');
  await expect(playground.output.getByText('Ada will be 37')).toBeVisible();
  await expect(playground.status).toContainText('Finished');
  await expect(playground.output).toContainText('Your name: Ada');
  await expect(playground.output).toContainText('Your age: 36');
  await expect(playground.input).toHaveCount(0);
});

test('lines typed faster than the program asks stand after their questions', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open({
    code: 'while True:\n    guess = int(input("Guess: "))\n    if guess == 7:\n        break\n    print("Higher" if guess < 7 else "Lower")\nprint("Yes!")\n',
  });
  await playground.run.click();
  await expect(playground.input).toBeFocused();
  for (const guess of ['3', '9', '7']) {
    await page.keyboard.type(guess);
    await page.keyboard.press('Enter');
  }
  await expect(playground.status).toContainText('Finished');
  await expect(playground.output).toHaveText('Guess: 3HigherGuess: 9LowerGuess: 7Yes!');
});

test('Ctrl+D and the button end the input', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open({ code: 'import sys\nprint("got", repr(sys.stdin.read()))\n' });
  await playground.run.click();
  await expect(playground.input).toBeFocused();
  await page.keyboard.type('one line');
  await page.keyboard.press('Enter');
  await expect(playground.input).toBeVisible();
  await page.keyboard.press('Control+d');
  await expect(playground.output).toContainText("got 'one line\\n'");

  await expect(playground.status).toContainText('Finished');
  await playground.run.click();
  await page.getByRole('button', { name: 'End input' }).click();
  await expect(playground.output).toContainText("got ''");
});

test('Escape stops a program, and says which line was running', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open({ code: 'print("begun", flush=True)\nwhile True:\n    pass\n' });
  await playground.editor.focus();
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(playground.output).toContainText('begun');
  await expect(playground.stop).toBeEnabled();
  await page.keyboard.press('Escape');
  await expect(playground.status).toHaveText(/^Stopped by you: line [23] was running · /);
  await expect(page.locator('.run-mark-stopped')).toHaveCount(1);
});

test('Escape closes what is open in the editor before it stops a program', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open({ code: 'print("begun", flush=True)\nwhile True:\n    pass\n' });
  await playground.editor.focus();
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(playground.output).toContainText('begun');
  await page.keyboard.press('ControlOrMeta+f');
  await expect(page.locator('.find-widget.visible')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.locator('.find-widget.visible')).toHaveCount(0);
  await expect(playground.status).toContainText('Running…');
  await page.keyboard.press('Escape');
  await expect(playground.status).toContainText('Stopped by you');
});

test('the time limit is set by keyboard, said in words, and kept', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open({ code: 'while True:\n    pass\n', timeoutS: 3 });
  await expect(playground.timeLimit).toHaveAttribute('aria-valuetext', 'stops after 3 seconds');
  await playground.timeLimit.focus();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await expect(playground.timeLimit).toHaveAttribute('aria-valuetext', 'stops after 1 second');
  await playground.runToEnd();
  await expect(playground.status).toHaveText(/^Stopped after 1 s: line [12] was running · /);
  await expect(page.locator('.run-mark-stopped')).toHaveCount(1);
});

test('program, language and time limit survive a reload', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.type('print("my python")\n');
  await playground.language.selectOption('JavaScript');
  await playground.type('console.log("my javascript")\n');
  await playground.timeLimit.focus();
  await page.keyboard.press('End');
  await page.reload();
  await playground.editorReady();
  await expect(playground.language).toHaveValue('javascript');
  await expect(playground.timeLimit).toHaveAttribute('aria-valuetext', 'stops after 60 seconds');
  await expect(page.locator('.view-lines')).toContainText('my javascript');
  await playground.language.selectOption('Python');
  await expect(page.locator('.view-lines')).toContainText('my python');
});

test('a page whose storage is blocked or spoilt works with the first program', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('blocked', 'SecurityError');
      },
    });
  });
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.type('print(1 + 1)\n');
  await playground.runToEnd();
  await expect(playground.output.getByText('2', { exact: true })).toBeVisible();
});

test('a flood of lines does not freeze the page, and the reader may scroll up', async ({
  page,
}) => {
  const playground = new PlaygroundPage(page);
  await playground.open({
    code: 'for i in range(20000):\n    print(f"line {i:05} " + "x" * 38)\n',
  });
  await page.evaluate(() => {
    Object.assign(globalThis, { longest: 0 });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) {
        const seen = globalThis as unknown as { longest: number };
        seen.longest = Math.max(seen.longest, duration);
      }
    }).observe({ type: 'longtask' });
  });
  await playground.runToEnd();
  await expect(playground.output.getByText('line 19999')).toBeVisible();
  expect(await page.locator('.out-row').count()).toBeLessThan(200);
  const longest = await page.evaluate(() => (globalThis as unknown as { longest: number }).longest);
  expect(longest).toBeLessThan(400);

  await playground.output.hover();
  await page.mouse.wheel(0, -3000);
  await expect(page.getByRole('button', { name: 'Jump to latest' })).toBeVisible();
  await expect(playground.output.getByText('line 19999')).toHaveCount(0);
  await page.getByRole('button', { name: 'Jump to latest' }).click();
  await expect(playground.output.getByText('line 19999')).toBeVisible();
});

test('one line of a mebibyte is cut into rows, and stopped at the limit', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open({ code: 'import sys\nsys.stdout.write("abcdefghij" * 110000)\n' });
  await playground.runToEnd();
  await expect(playground.status).toContainText(/more than 1 MiB/);
  expect(await page.locator('.out-row').count()).toBeLessThan(200);
  await playground.expectNoSidewaysScroll();
});

test('output can be copied as plain text, and cleared', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const playground = new PlaygroundPage(page);
  await playground.open({ code: 'print("\\x1b[32mgreen\\x1b[0m")\nprint("x" * 200)\n' });
  await playground.runToEnd();
  await playground.console.getByRole('button', { name: 'Copy' }).click();
  const expected = `green\n${'x'.repeat(200)}\n`;
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(expected);
  await playground.console.getByRole('button', { name: 'Clear' }).click();
  await expect(playground.output).not.toContainText('green');
});

test('a server that refuses or is gone is told in the console, and nothing is lost', async ({
  page,
  context,
  allowProblem,
}) => {
  allowProblem(/429|ERR_INTERNET_DISCONNECTED/);
  const playground = new PlaygroundPage(page);
  await playground.open({ code: 'print("kept")\n' });
  await page.route('**/api/run', (route) =>
    route.fulfill({
      status: 429,
      contentType: 'application/problem+json',
      body: JSON.stringify({
        type: 'about:blank',
        title: 'Too many requests',
        status: 429,
        detail: 'This browser has started 120 programs in a minute.',
        code: 'busy',
        requestId: 'req-123',
        retryAfterS: 7,
      }),
    }),
  );
  await playground.run.click();
  await expect(playground.output).toContainText('Too many requests');
  await expect(playground.output).toContainText('Wait 7 seconds, then run again.');
  await expect(playground.output).toContainText('req-123');
  await playground.expectAccessible();

  await page.unrouteAll();
  await context.setOffline(true);
  await playground.run.click();
  await expect(playground.output).toContainText('The server cannot be reached');
  await context.setOffline(false);
  await playground.runToEnd();
  await expect(playground.output).toContainText('kept');
});

test('Start clean throws away what the session has kept', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open({
    code: 'import os\nprint(os.path.exists("kept"))\nopen("kept", "w").close()\n',
  });
  for (const kept of ['False', 'True']) {
    await playground.runToEnd();
    await expect(playground.output.getByText(kept)).toBeVisible();
    await playground.console.getByRole('button', { name: 'Clear' }).click();
  }
  await page.getByRole('button', { name: 'Start clean' }).click();
  await expect(page.getByText('new session')).toBeVisible();
  await playground.runToEnd();
  await expect(playground.output.getByText('False')).toBeVisible();
});

test('the panes are resized by keyboard and by mouse', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  const separator = page.getByRole('separator', { name: 'Resize editor and console' });
  const width = async () => (await playground.console.boundingBox())?.width ?? 0;
  const before = await width();
  await separator.focus();
  await page.keyboard.press('ArrowLeft');
  await expect.poll(width).toBeGreaterThan(before + 20);
  const box = await separator.boundingBox();
  if (!box) throw new Error('The separator is not on the page.');
  await page.mouse.move(box.x, box.y + 200);
  await page.mouse.down();
  await page.mouse.move(box.x + 300, box.y + 200, { steps: 5 });
  await page.mouse.up();
  await expect.poll(width).toBeLessThan(before - 100);
});

test('everything is reached by keyboard, and Tab can be made to leave the editor', async ({
  page,
}) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the editor' })).toBeFocused();
  for (const control of [
    playground.language,
    page.getByRole('button', { name: 'Examples' }),
    playground.timeLimit,
    playground.stop,
    playground.run,
    page.getByRole('button', { name: 'Your programs' }),
    page.getByRole('button', { name: 'Share' }),
    page.getByRole('button', { name: 'Commands' }),
  ]) {
    await page.keyboard.press('Tab');
    await expect(control).toBeFocused();
  }
  await expect(playground.editor).toHaveAttribute(
    'aria-label',
    /Press Control\+M to let Tab leave/,
  );
  await playground.editor.focus();
  await page.keyboard.press('Control+m');
  await page.keyboard.press('Tab');
  await expect(playground.editor).not.toBeFocused();
});

test('one sentence per run is spoken, and the output is not', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open({ code: 'print("quiet")\n' });
  await expect(playground.output).toHaveAttribute('aria-live', 'off');
  await playground.runToEnd();
  await expect(page.locator('[aria-live="polite"]', { hasText: 'Finished after' })).toBeAttached();
});

test('dark colours follow the system and pass the same checks', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  const playground = new PlaygroundPage(page);
  await playground.open({
    code: 'import sys\nprint("out")\nprint("err", file=sys.stderr)\n1 / 0\n',
  });
  await playground.expectAccessible();
  await playground.runToEnd();
  await playground.expectAccessible();
});

test('the page carries a strict policy and gives nothing away', async ({ page }) => {
  const response = await page.goto('/');
  const headers = response?.headers() ?? {};
  expect(headers['content-security-policy']).toMatch(
    /script-src 'self' 'nonce-[^']+' 'strict-dynamic';/,
  );
  expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
  expect(headers['content-security-policy']).not.toContain('unsafe-eval');
  expect(headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
  });
  expect(headers['x-powered-by']).toBeUndefined();
});

test('an address without a page says so', async ({ page, allowProblem }) => {
  allowProblem(/404/);
  await page.goto('/nowhere');
  await expect(page.getByRole('heading', { name: 'There is no page here' })).toBeVisible();
  await page.getByRole('link', { name: 'Open the playground' }).click();
  await expect(page.getByRole('button', { name: 'Run', exact: true })).toBeVisible();
});
