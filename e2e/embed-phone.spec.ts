import { AxeBuilder } from '@axe-core/playwright';
import { en } from '../lib/messages/en';
import { ApiClient } from './api-client';
import { FOREIGN, foreignSite, share } from './embed-page';
import { expect, test } from './fixtures';

test('on a narrow phone it is whole, has room for fingers, and runs', async ({
  page,
  baseURL,
  allowProblem,
}) => {
  allowProblem(FOREIGN);
  const author = await ApiClient.withSession(baseURL ?? '');
  const { id } = await share(author, {
    title: 'A program with a title that is longer than a phone is wide',
    code: `name = input("What is your name? ")\nprint("Hello,", name)  # ${'and so on '.repeat(12)}`,
    stdin: undefined,
    receipt: undefined,
  });
  const site = await foreignSite(
    () =>
      `<meta name="viewport" content="width=device-width"><iframe title="A program" src="${baseURL}/embed/${id}" style="border: 0; width: 100%" height="300"></iframe><script src="${baseURL}/embed.js"></script>`,
  );
  await page.setViewportSize({ width: 320, height: 700 });
  await page.goto(site.url);
  const embed = page.frameLocator('iframe');
  await embed.getByRole('button', { name: en.embed.run }).tap();
  const field = embed.getByRole('textbox', { name: en.embed.inputLabel });
  await field.fill('Ada');
  await embed.getByRole('button', { name: en.embed.send }).tap();
  await expect(embed.getByRole('group', { name: en.embed.output })).toContainText('Hello, Ada');
  const root = embed.locator('main');
  expect(await root.evaluate((main) => main.scrollWidth - main.clientWidth)).toBe(0);
  for (const button of await embed.locator('.button:visible').all()) {
    const box = await button.boundingBox();
    expect(box?.height).toBeGreaterThanOrEqual(40);
    expect(box?.width).toBeGreaterThanOrEqual(32);
  }
  const { violations } = await new AxeBuilder({ page }).include('iframe').analyze();
  expect(violations).toEqual([]);

  // The field has the size of the lines under it.
  await embed.getByRole('button', { name: en.embed.edit }).tap();
  const [lines, text] = await Promise.all([
    embed.locator('#lines').boundingBox(),
    embed.locator('#code textarea').boundingBox(),
  ]);
  expect(text).toEqual(lines);
  site.close();
});
