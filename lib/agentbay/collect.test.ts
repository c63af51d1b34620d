import { expect, test } from 'vitest';
import { collectRun, resultText, toExecutionResult } from './collect';
import type { RunEvent } from './contract';

const START: RunEvent = {
  ...{ type: 'start', runId: 'r', requestId: 'q', language: 'python', engine: 'local' },
  timeoutS: 5,
};
const DONE: RunEvent = {
  ...{ type: 'done', success: true, result: 'x', exit: { reason: 'exited', code: 0 } },
  ...{ executionTime: 0.1, executionCount: 2, truncated: false },
  usage: { cpuTimeS: 0, peakMemoryBytes: 0, outputBytes: 0 },
};

async function* stream(...events: RunEvent[]) {
  yield* events;
}

test('logs hold lines with their ends, whatever pieces they came in', async () => {
  const out = (text: string): RunEvent => ({ type: 'stdout', text });
  const { logs } = await collectRun(stream(START, out('a\nb'), out('c\n\nd'), out('e'), DONE));
  expect(logs).toEqual({ stdout: ['a\n', 'bc\n', '\n', 'de'], stderr: [] });
});

test('the result is the main result, else the first one, else stdout', () => {
  const main = { text: 'main', isMainResult: true };
  expect(resultText([{ text: 'first' }, main], 'out')).toBe('main');
  expect(resultText([{ text: 'first' }], 'out')).toBe('first');
  expect(resultText([{ png: 'AAAA' }], 'out')).toBe('out');
  expect(resultText([], 'out')).toBe('out');
});

test('the collected form has AgentBay’s fields and no others', async () => {
  const error = { name: 'E', value: 'v', traceback: 't' };
  const response = await collectRun(stream(START, { type: 'error', ...error }, DONE));
  expect(Object.keys(toExecutionResult(response)).sort()).toEqual([
    'error',
    'executionCount',
    'executionTime',
    'logs',
    'requestId',
    'result',
    'results',
    'success',
  ]);
  expect(response.error).toEqual(error);
});

test('a stream without an end is an error, not a result', async () => {
  await expect(collectRun(stream(START))).rejects.toThrow(/without a start or a done/);
});
