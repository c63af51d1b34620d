import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Real processes, on a machine of someone else's that may be busy. `npm test` names those that needed it. */
const retry = process.env.CI ? 1 : 0;

export default defineConfig({
  resolve: {
    alias: [
      { find: /^@\//, replacement: here('./') },
      // Outside of a server bundle the marker package throws; its own empty file does not.
      { find: /^server-only$/, replacement: here('./node_modules/server-only/empty.js') },
    ],
  },
  test: {
    environment: 'node',
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['{lib,components,scripts,app}/**/*.test.{ts,tsx}'],
          exclude: ['**/node_modules/**', '**/*.{sandbox,store}.test.ts'],
          pool: 'threads',
          isolate: false,
          // Some read the whole project, on machines that may be busy.
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'sandbox',
          include: ['{lib,components,scripts,app}/**/*.sandbox.test.ts'],
          // Real processes, mounts and cgroups are counted: one file at a time, each in a process of its own.
          pool: 'forks',
          isolate: true,
          fileParallelism: false,
          retry,
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'store',
          include: ['lib/{snippets,rooms}/**/*.store.test.ts'],
          // Databases and processes of their own.
          pool: 'forks',
          isolate: true,
          retry,
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      },
    ],
  },
});
