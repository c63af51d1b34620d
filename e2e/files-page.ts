/** The files of the playground as a user finds them. */
import type { Locator, Page } from '@playwright/test';
import { expect } from './fixtures';
import { PlaygroundPage } from './playground-page';

interface GivenFile {
  name: string;
  content: string | Buffer;
}

export class FilesPage extends PlaygroundPage {
  constructor(page: Page) {
    super(page);
  }

  get pane() {
    return this.page.getByRole('complementary', { name: 'Files' });
  }
  get program() {
    return this.pane.getByRole('region', { name: 'Program' });
  }
  get session() {
    return this.pane.getByRole('region', { name: 'Session' });
  }
  get notice() {
    return this.page.getByRole('region', { name: 'Notice about files' });
  }
  tab(name: string): Locator {
    return this.page
      .getByRole('tablist', { name: 'Files of the program' })
      .getByRole('tab', { name });
  }

  /** Opens the page with these files beside the program, as if they had been left there. */
  async openWith(
    files: Record<string, string>,
    program?: Parameters<PlaygroundPage['open']>[0],
  ): Promise<void> {
    const saved = Object.entries(files).map(([path, text]) => ({ path, text }));
    await this.page.addInitScript(
      (text) => {
        if (window !== window.top || sessionStorage.getItem('files')) return;
        localStorage.setItem('runbay.files', text);
        sessionStorage.setItem('files', 'yes');
      },
      JSON.stringify({ version: 1, files: saved }),
    );
    await this.open(program);
  }

  async newFile(name: string) {
    await this.page.locator('#editor').getByRole('button', { name: 'New file' }).first().click();
    await this.page.keyboard.type(name);
    await this.page.keyboard.press('Enter');
    await expect(this.tab(name)).toHaveAttribute('aria-selected', 'true');
  }

  /** Drags files over the page and drops them there. */
  async drop(files: GivenFile[], look: () => Promise<void> = async () => {}) {
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
    const target = this.page.locator('#console');
    await target.dispatchEvent('dragenter', { dataTransfer: data });
    await target.dispatchEvent('dragover', { dataTransfer: data });
    await look();
    await target.dispatchEvent('drop', { dataTransfer: data });
  }

  async upload(files: GivenFile[]) {
    const choice = this.page.waitForEvent('filechooser');
    await this.pane.getByRole('button', { name: 'Upload files' }).click();
    await (await choice).setFiles(
      files.map(({ name, content }) => ({
        name,
        mimeType: 'application/octet-stream',
        buffer: Buffer.from(content),
      })),
    );
  }

  /** What can be done with a file, after its actions have been shown. */
  async act(name: string, action: string) {
    await this.pane.getByRole('button', { name: `Actions for ${name}`, exact: true }).click();
    await this.pane
      .getByRole(action === 'Download' ? 'link' : 'button', { name: `${action} ${name}` })
      .click();
  }

  async download(name: string, role: 'link' | 'button'): Promise<Buffer> {
    const coming = this.page.waitForEvent('download');
    await this.pane.getByRole('button', { name: `Actions for ${name}`, exact: true }).click();
    await this.pane.getByRole(role, { name: `Download ${name}` }).click();
    const stream = await (await coming).createReadStream();
    const pieces: Buffer[] = [];
    for await (const piece of stream) pieces.push(Buffer.from(piece));
    return Buffer.concat(pieces);
  }
}
