/** The page of a server whose engine cannot do everything. */
import { expect, test } from 'vitest';
import type { LanguagesResponse } from '../agentbay/contract';
import { statusOfEnd } from '../console/status';
import { ENGLISH } from '../messages/testing';
import { DONE, playgroundDouble, START, settle } from './playground-double';

const SERVER = {
  engine: 'cloud',
  languages: [],
  limits: { timeoutS: { min: 0, max: 60, default: 60 } },
  capabilities: {
    ...{ liveOutput: false, liveInput: false, keepsStopped: false },
    ...{ measures: false, checks: false, completes: false },
  },
} as unknown as LanguagesResponse;

const NOTE = ENGLISH.messages.prompt.inputBefore;

async function cloudPage() {
  const page = playgroundDouble({ api: { languages: async () => SERVER } });
  await page.store.getState().loadServer();
  return page;
}

test('says once that input is written before the program starts', async () => {
  const { store, runs, calls } = await cloudPage();
  void store.getState().runProgram();
  await settle();
  await runs[0]?.send(START, { type: 'input', prompt: '' });
  await store.getState().sendLine('Ada');
  await runs[0]?.send({ type: 'input', prompt: '' });
  await store.getState().endInput('');
  const shown = store.getState().transcript.toText(ENGLISH);
  expect(shown.split(NOTE)).toHaveLength(2);
  expect(calls.filter(([name]) => name === 'sendInput')).toEqual([
    ['sendInput', 'run-1', 'Ada\n', false],
    ['sendInput', 'run-1', '', true],
  ]);
});

test('gives all of what was prepared at once, and says nothing more', async () => {
  const { store, runs, calls } = await cloudPage();
  store.getState().setPreparedText('Ada\n36');
  void store.getState().runProgram();
  await settle();
  await runs[0]?.send(START, { type: 'input', prompt: '' });
  expect(calls.filter(([name]) => name === 'sendInput')).toEqual([
    ['sendInput', 'run-1', 'Ada\n36\n', true],
  ]);
  expect(store.getState().transcript.toText(ENGLISH)).not.toContain(NOTE);
});

test('figures that nobody knows are left out', () => {
  const done = { ...DONE, usage: { cpuTimeS: 0, peakMemoryBytes: 0, outputBytes: 0 } };
  const { facts } = statusOfEnd(done, { timeoutS: 10, limits: undefined }, ENGLISH);
  expect(facts).toEqual(['exit 0', '0.10 s']);
});
