/** The user's own programs, and what is opened from outside, as a user finds them. */
import { en } from '../lib/messages/en';
import { FilesPage } from './files-page';

export class ProgramsPage extends FilesPage {
  readonly words = en.programs;

  /** The lines that Monaco shows. */
  get code() {
    return this.page.locator('.view-lines');
  }
  get dialog() {
    return this.page.getByRole('dialog', { name: this.words.title });
  }
  get list() {
    return this.dialog.getByRole('list', { name: this.words.title });
  }
  override get notice() {
    return this.page.getByRole('region', { name: this.words.opened.notice });
  }
  get otherTab() {
    return this.page.getByRole('region', { name: this.words.otherTab.notice });
  }

  async openList() {
    const toolbar = this.page.getByRole('banner');
    await toolbar.getByRole('button', { name: en.toolbar.programs, exact: true }).click();
    await this.dialog.waitFor();
  }

  /** Drops files onto the card that opens them as the program. */
  async dropAsProgram(files: { name: string; content: string | Buffer }[]) {
    const data = await this.page.evaluateHandle(
      (given) => {
        const transfer = new DataTransfer();
        for (const { name, base64 } of given) {
          const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
          transfer.items.add(new File([bytes], name));
        }
        return transfer;
      },
      files.map(({ name, content }) => ({ name, base64: Buffer.from(content).toString('base64') })),
    );
    await this.page.locator('#console').dispatchEvent('dragenter', { dataTransfer: data });
    const card = this.page.getByText(this.words.drop.open);
    await card.dispatchEvent('dragover', { dataTransfer: data });
    await card.dispatchEvent('drop', { dataTransfer: data });
  }
}
