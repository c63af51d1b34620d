// Who is compared: each opens runners, of which one runs a program at a time.
// @ts-check
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { asker } from './asked.mjs';
import { drive } from './driven.mjs';
import { bubblewrapLine, INTERPRETERS, starter } from './started.mjs';

/**
 * @typedef {import('./measure.mjs').Runner} Runner
 * @typedef {import('./programs.mjs').Language} Language
 * @typedef {object} Contender
 * @property {string} id
 * @property {boolean} [isOurs]
 * @property {number} [mostClients] with more it would take the machine's memory, or minutes to start
 * @property {(language: Language, follows: boolean) => Promise<Runner>} open
 * @property {() => Promise<void>} [stop]
 */

/** @param {Language} language @param {string} url @param {Awaited<ReturnType<typeof import('./borrowed.mjs').borrow>>} borrowed @returns {Contender[]} */
export function contendersFor(language, url, borrowed) {
  const asked = (/** @type {Partial<import('./asked.mjs').Asking>} */ asking) => ({
    isOurs: true,
    open: (/** @type {Language} */ of, /** @type {boolean} */ follows) =>
      asker(url, { language: of, follows, ...asking }),
  });
  return [
    { id: 'session', ...asked({ withSession: true }) },
    { id: 'continue', ...asked({ withSession: true, context: 'continue' }) },
    { id: 'oneOff', ...asked({}) },
    { id: 'bare', open: async (of) => starter(INTERPRETERS[of]) },
    {
      id: 'bubblewrap',
      open: async (of) => starter([...bubblewrapLine(of), ...INTERPRETERS[of]]),
    },
    ...('missing' in borrowed.runtime ? [] : [sandboxRuntime(borrowed.runtime)]),
    ...('missing' in borrowed.jupyter || language !== 'python' ? [] : [jupyter(borrowed.jupyter)]),
  ];
}

/** Each program is wrapped anew, by a library that was initialized once. @param {{ env: Record<string, string>, entry: string }} runtime @returns {Contender} */
function sandboxRuntime({ env, entry }) {
  /** @type {ReturnType<typeof drive> | undefined} */
  let driver;
  /** @type {Promise<unknown> | undefined} */
  let initialized;
  return {
    id: 'sandboxRuntime',
    async open(language) {
      driver ??= drive(process.execPath, [resolve('bench/speed/sandbox-runtime.mjs'), entry], {
        env,
        cwd: mkdtempSync(join(tmpdir(), 'runbay-bench-')),
      });
      const { ask } = driver;
      initialized ??= ask({ ask: 'open' });
      await initialized;
      return { close() {}, run: (code) => ask({ ask: 'run', language, code }) };
    },
    stop: async () => driver?.stop(),
  };
}

/** A kernel for each client, which keeps its variables from one program to the next. @param {{ env: Record<string, string> }} found @returns {Contender} */
function jupyter({ env }) {
  /** @type {ReturnType<typeof drive> | undefined} */
  let driver;
  return {
    id: 'jupyter',
    mostClients: 16,
    async open() {
      driver ??= drive('/usr/bin/python3', [resolve('bench/speed/jupyter-kernels.py')], {
        env,
        cwd: mkdtempSync(join(tmpdir(), 'runbay-bench-')),
      });
      const { ask } = driver;
      const { kernel, pid } = await ask({ ask: 'open' });
      return {
        processes: () => [pid],
        close: () => ask({ ask: 'close', kernel }),
        run: (code) => ask({ ask: 'run', kernel, code }),
      };
    },
    stop: async () => driver?.stop(),
  };
}
