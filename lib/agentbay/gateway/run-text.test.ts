import { expect, test } from 'vitest';
import type { RunResponse } from '@/lib/agentbay/contract';
import { bundleOf, runText } from './run-text';

const RESPONSE: RunResponse = {
  runId: 'r',
  requestId: 'q',
  language: 'python',
  engine: 'local',
  success: true,
  result: '',
  logs: { stdout: [], stderr: [] },
  results: [],
  executionTime: 0.25,
  executionCount: 2,
  exit: { reason: 'exited' },
  usage: { cpuTimeS: 0, peakMemoryBytes: 0, outputBytes: 0 },
  truncated: false,
};

test('every form of a result has its MIME type', () => {
  expect(
    bundleOf({
      ...{ text: 't', html: 'h', markdown: 'm', png: 'p', jpeg: 'j', svg: 's', latex: 'l' },
      ...{ json: [1], isMainResult: true },
    }),
  ).toEqual({
    'text/plain': 't',
    'text/html': 'h',
    'text/markdown': 'm',
    'image/png': 'p',
    'image/jpeg': 'j',
    'image/svg+xml': 's',
    'text/latex': 'l',
    'application/json': [1],
    isMainResult: true,
  });
});

test('a falsy value is a value', () => {
  expect(bundleOf({ text: '', json: null, isMainResult: false })).toEqual({
    'text/plain': '',
    'application/json': null,
  });
});

test.each([
  ['https://vega.github.io/schema/vega/v5.json', 'application/vnd.vega.v5+json'],
  ['https://vega.github.io/schema/vega-lite/v4.17.0.json', 'application/vnd.vegalite.v4+json'],
  ['https://vega.github.io/schema/vega-lite/v5.json', 'application/vnd.vegalite.v5+json'],
  [undefined, 'application/vnd.vegalite.v5+json'],
])('a chart of %s is %s', ($schema, type) => {
  const chart = { ...($schema === undefined ? {} : { $schema }), mark: 'bar' };
  expect(bundleOf({ chart })).toEqual({ [type]: chart });
});

test('a chart without a schema is told by its marks', () => {
  expect(bundleOf({ chart: { marks: [] } })).toEqual({
    'application/vnd.vega.v5+json': { marks: [] },
  });
});

test('a program that failed has an error, its traceback below the reason', () => {
  const failed = { ...RESPONSE, success: false, errorMessage: 'ValueError: no (line 1)' };
  expect(JSON.parse(runText(failed)).executionError).toBe('ValueError: no (line 1)');
  const error = { name: 'ValueError', value: 'no', traceback: 'Traceback:\n  here' };
  expect(JSON.parse(runText({ ...failed, error })).executionError).toBe(
    'ValueError: no (line 1)\nTraceback:\n  here',
  );
});

test('a failure without a word is a failure all the same', () => {
  expect(JSON.parse(runText({ ...RESPONSE, success: false })).executionError).not.toBe('');
});
