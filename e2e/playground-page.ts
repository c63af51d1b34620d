/** The playground as a user finds it: by roles and labels, in English or in the language of `texts`. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import type { Language } from '../lib/agentbay/languages';
import { en } from '../lib/messages/en';
import type { Messages } from '../lib/messages/messages';
import { expect } from './fixtures';

export class PlaygroundPage {
  readonly page: Page;
  readonly #texts: Messages;

  constructor(page: Page, texts: Messages = en) {
    this.page = page;
    this.#texts = texts;
  }

  /** The toolbar's; a phone has another one above its keys. */
  get run() {
    const toolbar = this.page.getByRole('banner');
    return toolbar.getByRole('button', { name: this.#texts.toolbar.run, exact: true });
  }
  get stop() {
    return this.page.getByRole('button', { name: this.#texts.toolbar.stop, exact: true });
  }
  get language() {
    return this.page.getByRole('combobox', { name: this.#texts.toolbar.language });
  }
  get timeLimit() {
    return this.page.getByRole('slider', { name: this.#texts.toolbar.timeLimit });
  }
  get console() {
    return this.page.getByRole('region', { name: this.#texts.console.title });
  }
  get output() {
    return this.page.getByRole('log', { name: this.#texts.console.output });
  }
  get status() {
    return this.page.locator('#console').getByRole('status');
  }
  get input() {
    return this.page.getByRole('textbox', { name: this.#texts.console.input.label });
  }
  get prompt() {
    return this.page.getByRole('textbox', { name: /^Prompt, / });
  }
  get completions() {
    return this.page.getByRole('listbox', { name: 'Completions' });
  }
  get editor() {
    const [name] = this.#texts.editor.label.split('{');
    return this.page.getByRole('textbox', { name });
  }

  /** Opens the page with a program in it, as if it had been left there, and waits for the editor. */
  async open(program?: { code: string; language?: Language; timeoutS?: number }) {
    if (program) {
      const { code, language = 'python', timeoutS = 10 } = program;
      const work = JSON.stringify({ version: 1, language, timeoutS, code: { [language]: code } });
      await this.page.addInitScript((text) => {
        // The frame of an HTML result has no storage.
        if (window !== window.top) return;
        if (!sessionStorage.getItem('opened')) localStorage.setItem('runbay.work', text);
        sessionStorage.setItem('opened', 'yes');
      }, work);
    }
    await this.page.goto('/');
    await this.editorReady();
  }

  /** Monaco comes at the first sign of somebody; where it is not wanted, its stand-in is there at once. */
  async editorReady() {
    const plain = await this.page.evaluate(() => {
      try {
        const { plainEditor } = JSON.parse(localStorage.getItem('runbay.settings') ?? '{}');
        if (plainEditor === 'on' || plainEditor === 'off') return plainEditor === 'on';
      } catch {}
      return matchMedia('(pointer: coarse)').matches;
    });
    if (!plain) {
      await this.page.waitForFunction(() => performance.getEntriesByName('runbay-usable').length);
      await this.page.mouse.move(300, 5);
      await this.page.mouse.move(301, 5);
      await expect(this.page.locator('.full-editor:not([inert]) .monaco-editor')).not.toHaveCount(
        0,
        {
          timeout: 30_000,
        },
      );
    }
    await expect(this.editor).toBeAttached({ timeout: 30_000 });
  }

  /** Replaces the whole program, by keyboard. */
  async type(code: string) {
    await this.editor.focus();
    await this.page.keyboard.press('ControlOrMeta+a');
    await this.page.keyboard.insertText(code);
  }

  async runToEnd() {
    await this.run.click();
    await expect(this.status).toContainText(' · ', { timeout: 20_000 });
  }

  /** WCAG 2.2 AA, as far as a program can judge it. */
  async expectAccessible() {
    const { violations } = await new AxeBuilder({ page: this.page })
      // What is right is not described, which takes most of the time.
      .options({ resultTypes: ['violations'] })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
      .analyze();
    expect(
      violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`),
    ).toEqual([]);
  }

  async expectNoSidewaysScroll() {
    const overflow = await this.page.evaluate(() => {
      const wide = [...document.querySelectorAll('body *')].filter((element) => {
        if (element.closest('.monaco-editor, .sr-only, .file-strip, .key-row, [role="log"]'))
          return false;
        const { right, width } = element.getBoundingClientRect();
        return width > 0 && right > window.innerWidth + 1;
      });
      const page = document.documentElement;
      return [page.scrollWidth - page.clientWidth, ...wide.map((element) => element.outerHTML)];
    });
    expect(overflow).toEqual([0]);
  }
}
