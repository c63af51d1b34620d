/** The pages of a room as a teacher and students find them. */
import type { Page } from '@playwright/test';
import { en } from '../lib/messages/en';
import type { Messages } from '../lib/messages/messages';

export class WallPage {
  readonly page: Page;
  readonly #words: Messages['rooms'];

  constructor(page: Page, { rooms }: Messages = en) {
    this.page = page;
    this.#words = rooms;
  }

  get cards() {
    return this.page.getByRole('list', { name: this.#words.wall.list }).getByRole('listitem');
  }
  card(nickname: string) {
    return this.cards.filter({ hasText: nickname }).getByRole('button');
  }
  get errors() {
    return this.page.getByRole('region', { name: this.#words.wall.group.title });
  }
  panel(nickname: string) {
    const name = this.#words.student.label.replace('{name}', nickname);
    return this.page.getByRole('region', { name });
  }
  codeOf(nickname: string) {
    return this.panel(nickname).getByRole('group', { name: /^Code of|的代码$/ });
  }
  get code() {
    return this.page.getByRole('button', { name: this.#words.wall.showCode });
  }
  button(name: string) {
    return this.page.getByRole('button', { name, exact: true });
  }
}

export class StudentPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async join(nickname: string) {
    await this.page.getByRole('textbox', { name: en.rooms.join.nickname }).fill(nickname);
    await this.page.getByRole('button', { name: en.rooms.join.go, exact: true }).click();
    await this.bar.waitFor();
  }

  get bar() {
    return this.page.getByRole('region', { name: en.rooms.bar.label });
  }
  block(number: number) {
    return this.page.getByRole('group', { name: `Block ${number}` });
  }
  get exercise() {
    return this.page.getByRole('region', { name: en.activities.titles.exercise });
  }
  editor(number: number) {
    return this.block(number).getByRole('textbox');
  }
  async run(number: number) {
    await this.block(number).getByRole('button', { name: en.demo.run, exact: true }).click();
  }
}
