/** The page where a demo is written, as its author finds it. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { en } from '../lib/messages/en';
import { expect } from './fixtures';

const words = en.writing;

export class WritingPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get preview() {
    return this.page.getByRole('region', { name: words.preview, exact: true });
  }
  get source() {
    const [name] = en.editor.label.split('{');
    return this.page.getByRole('textbox', { name });
  }
  get kept() {
    return this.page.getByText(words.kept.kept);
  }
  get notice() {
    return this.page.getByRole('region', { name: words.files.notice });
  }
  get share() {
    return this.page.getByRole('button', { name: words.share, exact: true });
  }
  get dialog() {
    return this.page.getByRole('dialog');
  }

  /** With Monaco there, which comes at the first sign of somebody. */
  async open(path = '/d/new') {
    await this.page.goto(path);
    await this.ready();
  }

  async ready() {
    await expect(this.preview).toBeAttached();
    await this.page.mouse.move(300, 300);
    await this.page.mouse.move(301, 301);
    await expect(this.page.locator('.full-editor:not([inert]) .monaco-editor')).not.toHaveCount(0, {
      timeout: 30_000,
    });
  }

  /** Replaces the whole document, by keyboard, and waits until it is kept. */
  async write(markdown: string) {
    await this.source.focus();
    await this.page.keyboard.press('ControlOrMeta+a');
    await this.page.keyboard.insertText(markdown);
    await expect(this.kept).toBeVisible();
  }

  async choose(menu: string, item: string) {
    await this.page.getByRole('button', { name: menu, exact: true }).click();
    await this.page.getByRole('menuitem', { name: item, exact: true }).click();
  }

  /** WCAG 2.2 AA, as far as a program can judge it. */
  async expectAccessible() {
    const { violations } = await new AxeBuilder({ page: this.page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
      .analyze();
    expect(
      violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`),
    ).toEqual([]);
  }
}
