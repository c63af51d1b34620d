/** Playwright's `test` and `expect`, with the rule that a page may not fail silently. */
import { test as base, type ConsoleMessage, expect, type Request } from '@playwright/test';

interface Fixtures {
  /**
   * Says that a problem is expected in this test: what the pattern matches is not counted. For
   * states that are provoked, e.g. Chromium's line about a 429 answer.
   */
  allowProblem: (pattern: RegExp) => void;
  /** What went wrong in the pages so far: errors on the console, uncaught errors, requests to other hosts. */
  problems: string[];
}

const OWN_SCHEMES = ['about:', 'blob:', 'chrome-error:', 'data:'];

export const test = base.extend<Fixtures & { allowed: RegExp[] }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from this pattern
  allowed: async ({}, use) => {
    await use([]);
  },

  allowProblem: async ({ allowed }, use) => {
    await use((pattern) => {
      allowed.push(pattern);
    });
  },

  problems: [
    async ({ context, baseURL, allowed }, use) => {
      const problems: string[] = [];
      const onConsole = (message: ConsoleMessage) => {
        if (message.type() === 'error') {
          problems.push(`console error: ${message.text()} (${message.location().url})`);
        }
      };
      const onRequest = (request: Request) => {
        const url = new URL(request.url());
        if (OWN_SCHEMES.includes(url.protocol) || url.origin === baseURL) return;
        problems.push(`request to another host: ${request.url()}`);
      };
      context.on('console', onConsole);
      context.on('weberror', (error) => problems.push(`uncaught: ${error.error().stack}`));
      context.on('request', onRequest);
      await use(problems);
      const unexpected = problems.filter((line) => !allowed.some((pattern) => pattern.test(line)));
      expect(unexpected, 'the pages stayed free of errors and of requests to other hosts').toEqual(
        [],
      );
    },
    { auto: true },
  ],
});

export { expect };
