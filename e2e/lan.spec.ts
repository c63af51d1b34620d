/** `npm start -- --lan`: the server in the network of a class, as a student's device sees it. */
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { lanAddresses } from '../scripts/lan-addresses.mjs';
import { endServers, launch } from './own-server';

test.afterEach(endServers);

test('a class opens the address that the terminal shows, and runs a program', async ({ page }) => {
  const [address] = lanAddresses();
  test.skip(address === undefined, 'this machine is in no network');
  const { said } = launch({ HOST: '', RUNBAY_LOG: '' }, [], ['--lan']);
  const find = () => /Runbay is ready: (http:\/\/\S+)/.exec(said.stdout)?.[1];
  await expect.poll(find, { timeout: 30_000 }).toBeDefined();
  const url = find() ?? '';
  expect(url).toContain(`http://${address}:`);
  expect(said.stdout).toContain(`${url}/lan`);
  const { port } = new URL(url);

  const problems: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  page.on('request', (request) => {
    if (!/^(?:data|blob):/.test(request.url()) && new URL(request.url()).origin !== url) {
      problems.push(request.url());
    }
  });
  await page.goto(`${url}/lan`);
  await expect(page.getByRole('img', { name: `QR code of ${url}` })).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.getByRole('link', { name: 'Open the playground' }).click();
  await page.getByRole('button', { name: /^Run/ }).first().click();
  await expect(page.getByText('Welcome to the bay!', { exact: true })).toBeVisible();
  expect(problems).toEqual([]);

  // On the machine itself the teacher is shown the address for the others.
  await page.goto(`http://127.0.0.1:${port}/lan`);
  await expect(page.getByText(url, { exact: true })).toBeVisible();
});

test('a server that was not started for a class has no such page', async ({ request }) => {
  expect((await request.get('/lan')).status()).toBe(404);
});
