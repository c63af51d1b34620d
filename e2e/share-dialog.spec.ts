import { en } from '../lib/messages/en';
import { expect, test } from './fixtures';
import { PlaygroundPage } from './playground-page';

const words = en.share;
const more = en.sharing;

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

test('an own program gets a new revision under its link, and the old one stays', async ({
  page,
}) => {
  const playground = new PlaygroundPage(page);
  await playground.open({ code: 'print("first")\n' });
  const dialog = page.getByRole('dialog');
  const link = dialog.getByRole('textbox', { name: words.links.link, exact: true });
  await page.keyboard.press('ControlOrMeta+s');
  await dialog.getByRole('textbox', { name: words.dialog.titleLabel }).fill('Growing');
  await dialog.getByRole('button', { name: words.dialog.share, exact: true }).click();
  const url = await link.inputValue();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);

  // Also after a reload it is known where the program comes from.
  await page.reload();
  await playground.editorReady();
  await playground.type('print("second")\nprint("and third")\n');
  await page.keyboard.press('ControlOrMeta+s');
  await expect(dialog.getByRole('radio', { name: /A new revision of “Growing”/ })).toBeChecked();
  await expect(dialog).toContainText('main.py: 2 lines more, 1 line less');
  await expect(dialog).toContainText('Revision 1 stays as it is; this becomes revision 2.');
  await dialog.getByText(more.revision.lines).click();
  await expect(dialog.locator('del')).toHaveText('print("first")');
  await expect(dialog.locator('ins')).toHaveText(['print("second")', 'print("and third")']);
  await expect(dialog.getByRole('textbox', { name: words.dialog.titleLabel })).toHaveCount(0);
  await playground.expectAccessible();
  await dialog.getByRole('button', { name: more.revision.save }).click();
  await expect(dialog.getByText('Revision 2 is saved.')).toBeVisible();
  expect(await link.inputValue()).toBe(url);

  const answer = async (revision: string) =>
    (await page.request.get(`${url.replace('/s/', '/api/snippets/')}${revision}`)).json();
  expect(await answer('')).toMatchObject({
    revision: 2,
    code: 'print("second")\nprint("and third")\n',
  });
  expect(await answer('?revision=1')).toMatchObject({ revision: 1, code: 'print("first")\n' });

  // Or it becomes a program of its own, which names the other one.
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await page.keyboard.press('ControlOrMeta+s');
  await expect(dialog).toContainText('Nothing: it is the same as revision 2.');
  await dialog.getByRole('radio', { name: /^A new program/ }).check();
  await dialog.getByRole('button', { name: words.dialog.share, exact: true }).click();
  const other = await link.inputValue();
  expect(other).not.toBe(url);
  const fork = await (await page.request.get(other.replace('/s/', '/api/snippets/'))).json();
  expect(fork.parent).toEqual({ id: url.split('/s/')[1], revision: 2 });
});

test('somebody else’s program becomes a fork; who comes with the secret saves a revision', async ({
  page,
  browser,
  baseURL,
}) => {
  const made = await page.request.post('/api/snippets', {
    data: { language: 'python', code: 'print(1)\n', files: [], timeoutS: 5, title: 'Theirs' },
    headers: { Origin: baseURL ?? '' },
  });
  const { id, secret } = await made.json();
  await page.goto(`/#open=${id}`);
  await expect(page.getByText('“Theirs” is open.')).toBeVisible();
  await page.keyboard.press('ControlOrMeta+s');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('Made from “Theirs”.');
  await expect(dialog.getByRole('radio')).toHaveCount(0);

  const context = await browser.newContext({ baseURL: baseURL ?? '' });
  const author = await context.newPage();
  await author.goto(`/s/${id}#edit=${secret}`);
  await author.getByRole('link', { name: more.revision.edit }).click();
  await expect(author.getByText('“Theirs” is open.')).toBeVisible();
  expect(new URL(author.url()).hash).toBe('');
  await author.keyboard.press('ControlOrMeta+s');
  await expect(author.getByRole('radio', { name: /A new revision of “Theirs”/ })).toBeChecked();
  await context.close();
});

test('the dialog gives the embed code and the link as they are wished', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open({ code: 'a = 1\nb = 2\nprint(a + b)\n' });
  await page.keyboard.press('ControlOrMeta+s');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: words.dialog.titleLabel }).fill('Sum [of] "two"');
  await dialog.getByRole('button', { name: words.dialog.share, exact: true }).click();
  const link = dialog.getByRole('textbox', { name: words.links.link, exact: true });
  const url = await link.inputValue();
  const markdown = dialog.getByRole('textbox', { name: words.links.markdown });
  await expect(markdown).toHaveValue(`[Sum \\[of\\] "two"](${url})`);

  await dialog.getByText(more.options.title, { exact: true }).click();
  await dialog.getByRole('checkbox', { name: more.options.predict }).check();
  const marked = dialog.getByRole('group', { name: more.options.lines });
  await marked.getByRole('spinbutton').first().fill('2');
  await marked.getByRole('spinbutton').last().fill('3');
  await expect(link).toHaveValue(`${url}?predict#L2-L3`);

  await dialog.getByText(more.embed.title, { exact: true }).click();
  const code = dialog.getByRole('textbox', { name: more.embed.code });
  await expect(code).toHaveValue(/<iframe src="[^"?]+" title="Sum \[of\] &quot;two&quot;"/);
  await dialog.getByRole('combobox', { name: more.embed.theme }).selectOption('dark');
  await dialog.getByRole('checkbox', { name: more.embed.readonly }).check();
  await dialog.getByRole('checkbox', { name: more.embed.hidden }).check();
  const shown = dialog.getByRole('group', { name: more.embed.lines });
  await shown.getByRole('spinbutton').first().fill('3');
  const id = url.split('/s/')[1];
  await expect(code).toHaveValue(
    new RegExp(`/embed/${id}\\?theme=dark&amp;readonly&amp;output=hidden&amp;lines=3"`),
  );
  await dialog.getByRole('button', { name: `${words.links.copy}: ${more.embed.code}` }).click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await code.inputValue());
  await playground.expectAccessible();
});

test('a link that stores nothing says when it is too long for chats', async ({ page }) => {
  const noise = Array.from({ length: 400 }, (_, index) => Math.sin(index).toString(36)).join('\n');
  const playground = new PlaygroundPage(page);
  await playground.open({ code: `"""\n${noise}\n"""\n` });
  await page.keyboard.press('ControlOrMeta+s');
  await page.getByRole('button', { name: words.dialog.whole }).click();
  await expect(
    page.getByText(/With [\d,]+ characters it is too long for many chats/),
  ).toBeVisible();
});
