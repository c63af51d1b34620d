/** A page of a server that offers R and Java too. Where they are not installed, the tests skip, and say so. */
import { test as base, expect } from './fixtures';
import { endServers, serve } from './own-server';
import { PlaygroundPage } from './playground-page';

const SETTINGS = { RUNBAY_LANGUAGES: 'python,javascript,typescript,r,java' };

interface Served {
  url: string;
  languages: string[];
}

export const test = base.extend<{ playground: PlaygroundPage }, { server: Served }>({
  server: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from this pattern
    async ({}, use) => {
      const { url } = await serve(SETTINGS);
      const answer = await fetch(`${url}/api/languages`);
      const { languages } = (await answer.json()) as { languages: { id: string }[] };
      await use({ url, languages: languages.map(({ id }) => id) });
      await endServers();
    },
    { scope: 'worker' },
  ],

  baseURL: async ({ server }, use) => use(server.url),

  playground: async ({ page, server }, use) => {
    const missing = ['r', 'java'].filter((id) => !server.languages.includes(id));
    base.skip(missing.length > 0, `not installed here: ${missing.join(', ')}`);
    await use(new PlaygroundPage(page));
  },
});

export { expect };
