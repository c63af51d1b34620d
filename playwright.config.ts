import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import { resolveBrowser } from './scripts/browser.mjs';

const port = Number(process.env.E2E_PORT ?? 3210);
const baseURL = `http://127.0.0.1:${port}`;
const browser = await resolveBrowser();

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  // Two leave half of two processors idle: a page often waits for the server, and the server for a program.
  workers: 3,
  forbidOnly: Boolean(process.env.CI),
  // On a busy machine of someone else's. Playwright names those that needed it as flaky.
  retries: process.env.CI ? 1 : 0,
  reporter: [['list']],
  timeout: 45_000,
  expect: { timeout: 10_000 },
  use: {
    baseURL,
    browserName: 'chromium',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: browser.executablePath,
      env: browser.env as Record<string, string>,
      args: [
        '--no-sandbox', // root in a container has no other way; the pages are our own
        '--disable-quic',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
      ],
    },
  },
  projects: [
    {
      name: 'desktop',
      testMatch: '**/*.spec.ts',
      testIgnore: ['**/*-phone.spec.ts', '**/lighthouse.spec.ts'],
      use: { viewport: { width: 1440, height: 900 } },
    },
    {
      name: 'phone',
      testMatch: '**/*-phone.spec.ts',
      use: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
    },
    {
      // It measures, so nothing else may run beside it.
      name: 'measured',
      testMatch: '**/lighthouse.spec.ts',
      dependencies: ['desktop', 'phone'],
      use: { viewport: { width: 1440, height: 900 } },
    },
  ],
  webServer: {
    // `exec`: else the signal below ends the shell, and the server stays behind.
    command: 'exec node scripts/serve.mjs',
    url: baseURL,
    reuseExistingServer: false,
    stdout: 'pipe',
    timeout: 60_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
    env: {
      HOST: '127.0.0.1',
      PORT: String(port),
      RUNBAY_RUNS_PER_MINUTE: '0',
      RUNBAY_SNIPPETS_PER_MINUTE: '0',
      DATA_DIR: join(tmpdir(), `runbay-e2e-${port}`),
      RUNBAY_LOG: 'warn',
    },
  },
});
