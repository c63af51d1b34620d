import type { Page } from '@playwright/test';
import type { Language } from '../lib/agentbay/languages';
import { expect, test } from './fixtures';
import { PlaygroundPage } from './playground-page';

/** The page with a program and settings, the editor in use. */
async function open(page: Page, language: Language, code: string, settings: object = {}) {
  await page.addInitScript((saved) => {
    if (window !== window.top || localStorage.getItem('runbay.settings')) return;
    localStorage.setItem('runbay.settings', JSON.stringify({ version: 1, ...saved }));
  }, settings);
  const playground = new PlaygroundPage(page);
  await playground.open({ code, language });
  await playground.editor.focus();
  return playground;
}

/** The program as the browser keeps it. */
const saved = (page: Page, language: Language) =>
  expect.poll(() =>
    page.evaluate((id) => {
      const tab = localStorage.getItem('runbay.tab');
      const work = localStorage.getItem(tab ? `runbay.work@${tab}` : 'runbay.work') ?? '{}';
      return JSON.parse(work).code?.[id];
    }, language),
  );

const errors = (page: Page) => page.locator('.squiggly-error');
const runsOf = (page: Page) => {
  const runs: string[] = [];
  page.on('request', (request) => {
    if (new URL(request.url()).pathname === '/api/run') runs.push(request.url());
  });
  return runs;
};

test.describe('problems', () => {
  test('of Python are underlined in the browser, said in words, and put right', async ({
    page,
  }) => {
    await open(page, 'python', 'import os\nprint(nmae)\n');
    await expect(errors(page)).toHaveCount(1);
    const checks: string[] = [];
    page.on('request', (request) => {
      if (request.url().endsWith('/api/check')) checks.push(request.url());
    });

    await page.keyboard.press('F8');
    await expect(page.locator('.marker-widget')).toContainText('Undefined name `nmae`');
    await page.keyboard.press('Escape');

    await page.keyboard.press('Control+Home');
    await page.keyboard.press('End');
    await page.keyboard.press('Control+.');
    await page.getByRole('option', { name: /Remove unused import: `os`/ }).click();
    await saved(page, 'python').toBe('print(nmae)\n');
    expect(checks).toEqual([]);
  });

  test('of TypeScript are errors of type; files and Node are known, and what is right is not underlined', async ({
    page,
  }) => {
    const code = [
      "import { readFileSync } from 'node:fs';",
      "import { two } from './helper.ts';",
      "const fs = require('fs');",
      "const name: string = 'x';",
      'enum Colour { Red }',
      'const count: string = two;',
      'const answer = await fetch(new URL(process.argv[2] ?? name));',
      'console.log(name, count, Colour.Red, readFileSync(name), fs.sep, await answer.json());',
      'display.table([{ a: 1 }]);',
      '',
    ].join('\n');
    await page.addInitScript(
      (files) => {
        localStorage.setItem('runbay.files', JSON.stringify({ version: 1, files }));
      },
      [{ path: 'helper.ts', text: 'export const two: number = 2;\n' }],
    );
    await open(page, 'typescript', code);
    await expect(errors(page)).toHaveCount(1, { timeout: 20_000 });
    await page.keyboard.press('F8');
    await expect(page.locator('.marker-widget')).toContainText(
      "Type 'number' is not assignable to type 'string'.",
    );
  });

  const broken: [Language, string, string, string][] = [
    ['python', 'if True:\n    print("a\n', 'SyntaxError: unterminated string literal', 'line 2'],
    ['javascript', 'let a = 1;\nconst = 1;\n', "SyntaxError: Unexpected token '='", 'main.js:2'],
    ['typescript', 'let a: number = 1;\nlet b: = 1;\n', 'SyntaxError:', 'main.ts:2'],
  ];
  for (const [language, code, message, place] of broken) {
    test(`of syntax are shown before ${language} is run, and nothing is started`, async ({
      page,
    }) => {
      const runs = runsOf(page);
      const playground = await open(page, language, code);
      await expect(errors(page).first()).toBeVisible({ timeout: 20_000 });
      await page.keyboard.press('ControlOrMeta+Enter');
      await expect(playground.output).toContainText(message);
      await expect(playground.output).toContainText(place);
      await expect(playground.status).toContainText('Not run');
      await expect(page.locator('.run-mark-error')).toHaveCount(1);
      expect(runs).toEqual([]);
    });
  }
});

test.describe('formatting', () => {
  const untidy: [Language, string, string][] = [
    ['python', "x=[ 1,2 ]\nif x :\n  print( 'a' )\n", 'x = [1, 2]\nif x:\n    print("a")\n'],
    [
      'javascript',
      "const x=[1,2 ]\nconsole.log( 'a' )\n",
      "const x = [1, 2];\nconsole.log('a');\n",
    ],
    ['typescript', 'const x:number[]=[1,2 ]\n', 'const x: number[] = [1, 2];\n'],
  ];
  for (const [language, code, tidy] of untidy) {
    test(`is done for ${language} by key, in one step that can be undone`, async ({ page }) => {
      await open(page, language, code);
      await page.keyboard.press('Shift+Alt+KeyF');
      await saved(page, language).toBe(tidy);
      await page.keyboard.press('ControlOrMeta+z');
      await saved(page, language).toBe(code);
    });
  }

  test('leaves alone what does not parse, and says why', async ({ page }) => {
    await open(page, 'javascript', 'const = 1\n');
    await page.keyboard.press('Shift+Alt+KeyF');
    await expect(page.locator('.monaco-editor-overlaymessage')).toContainText(
      'Not formatted. Line 1: Unexpected token',
    );
    await saved(page, 'javascript').toBe('const = 1\n');
  });

  test('and problems are there in the plain editor too', async ({ page }) => {
    const code = 'import os\nx=[ 1,2 ]\nprint(x, nmae)\n';
    const playground = await open(page, 'python', code, { plainEditor: 'on' });
    const problem = page
      .locator('.plain-words')
      .filter({ hasText: 'Line 3: Undefined name `nmae`' });
    await expect(problem).toBeVisible();
    await playground.editor.evaluate((field: HTMLTextAreaElement) =>
      field.setSelectionRange(field.value.indexOf('nmae'), field.value.indexOf('nmae')),
    );
    await page.keyboard.press('Shift+Alt+KeyF');
    await saved(page, 'python').toBe('import os\n\nx = [1, 2]\nprint(x, nmae)\n');
    const cursor = await playground.editor.evaluate((field: HTMLTextAreaElement) =>
      field.value.slice(field.selectionStart),
    );
    expect(cursor).toBe('nmae)\n');
    await page.keyboard.press('ControlOrMeta+z');
    await saved(page, 'python').toBe(code);

    await playground.type('print("a\n');
    await page.keyboard.press('Shift+Alt+KeyF');
    await expect(page.getByText('Not formatted. Line 1: missing closing quote')).toBeVisible();
    await playground.expectAccessible();
  });
});

test.describe('the keys of other editors', () => {
  test('Vim: modes, commands, search, run, and ways out', async ({ page }) => {
    const code = 'one = 1\ntwo = 2\nprint(two)\n';
    const playground = await open(page, 'python', code, { keys: 'vim' });
    const line = page.locator('.vim-status');
    await expect(line).toContainText('--NORMAL--');

    await page.keyboard.type('ddp');
    await saved(page, 'python').toBe('two = 2\none = 1\nprint(two)\n');
    await page.keyboard.type('ggA0');
    await expect(line).toContainText('--INSERT--');
    await page.keyboard.press('Escape');
    await expect(line).toContainText('--NORMAL--');
    await page.keyboard.type('>>uyyP');
    await page.keyboard.press('Control+r');
    await saved(page, 'python').toBe('two = 20\ntwo = 20\none = 1\nprint(two)\n');

    await page.keyboard.type(':%s/two/three/g');
    await expect(page.getByRole('textbox', { name: 'Vim command' })).toBeFocused();
    await playground.expectAccessible();
    await page.keyboard.press('Enter');
    await saved(page, 'python').toBe('three = 20\nthree = 20\none = 1\nprint(three)\n');
    await page.keyboard.type('/one');
    await page.keyboard.press('Enter');
    await page.keyboard.type('x');
    await saved(page, 'python').toBe('three = 20\nthree = 20\nne = 1\nprint(three)\n');
    await page.keyboard.type(':w');
    await page.keyboard.press('Enter');
    await expect(line).toContainText('Everything is saved');

    await page.keyboard.press('ControlOrMeta+Enter');
    await expect(playground.output).toContainText('20');
    await page.keyboard.press('ControlOrMeta+k');
    await expect(page.getByRole('dialog', { name: 'Commands' })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog', { name: 'Commands' })).toBeHidden();
    await playground.editor.focus();
    await page.keyboard.press('Tab');
    await expect(playground.editor).not.toBeFocused();
    await playground.editor.focus();
    await page.keyboard.type(':q');
    await page.keyboard.press('Enter');
    await expect(playground.editor).not.toBeFocused();
    await expect(playground.output).toBeFocused();
  });

  test('Emacs: movements, mark, kill and yank, search, palette, and the way out', async ({
    page,
  }) => {
    const code = 'alpha beta\ngamma\n';
    const playground = await open(page, 'javascript', code, { keys: 'emacs' });
    const keys = async (...pressed: string[]) => {
      for (const key of pressed) await page.keyboard.press(key);
    };
    // They are fetched on demand.
    await expect(async () => {
      await keys('Control+e');
      await expect(page.getByText('Ln 1, Col 11')).toBeVisible({ timeout: 200 });
    }).toPass();

    await keys('Control+a', 'Alt+f', 'Control+k', 'Control+k', 'Control+e', 'Control+y');
    await saved(page, 'javascript').toBe('alphagamma beta\n\n');
    await keys('Alt+Shift+Comma', 'Control+Space', 'Control+f', 'Control+f', 'Alt+w');
    await keys('Alt+Shift+Period', 'Control+y', 'Control+p', 'Control+a', 'Control+d');
    await saved(page, 'javascript').toBe('alphagamma beta\nal');

    await keys('Control+s');
    await page.keyboard.type('gam');
    await keys('Control+g');
    await page.keyboard.type('G');
    await saved(page, 'javascript').toBe('alphaGma beta\nal');

    await keys('Alt+x');
    await expect(page.getByRole('dialog', { name: 'Commands' })).toBeVisible();
    await keys('Escape');
    await expect(page.getByRole('dialog', { name: 'Commands' })).toBeHidden();
    await playground.editor.focus();
    await keys('Control+m', 'Tab');
    await expect(playground.editor).not.toBeFocused();
  });
});
