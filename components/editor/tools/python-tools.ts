/** Ruff in the page: its worker is started, and its 4 MB are fetched, with the first question. */
import type { Checker } from '@/lib/store/check-slice';
import type { FormatResult } from './format-result';
import type { RuffMethods } from './ruff.worker';
import { workerClient } from './worker-calls';

const ruff = workerClient<RuffMethods>(
  () => new Worker(new URL('./ruff.worker.ts', import.meta.url), { type: 'module', name: 'ruff' }),
);

/** A checker that is ready; rejects where Ruff cannot be had. */
export async function pythonChecker(pythonVersion: string): Promise<Checker> {
  await ruff.call('lint', '', pythonVersion);
  return {
    lint: (text) => ruff.call('lint', text, pythonVersion),
    seemsBroken: (text) => ruff.call('seemsBroken', text, pythonVersion),
  };
}

export function formatPython(text: string, pythonVersion: string): Promise<FormatResult> {
  return ruff.call('format', text, pythonVersion);
}
