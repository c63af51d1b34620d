import { describe, expect, test } from 'vitest';
import { readRichItem } from './rich-item';
import { readRunOutput } from './run-output';

const json = {
  stdout: ['a\n'],
  stderr: ['b\n'],
  result: ['{"text/plain": "42", "isMainResult": true}'],
  executionError: '',
  executionTime: 0.25,
  executionCount: 3,
};

describe('what run_code says', () => {
  const facts = {
    stdout: ['a\n'],
    stderr: ['b\n'],
    results: [{ text: '42', isMainResult: true }],
    failure: '',
    executionTime: 0.25,
    executionCount: 3,
    more: undefined,
  };

  test.each([
    ['JSON', JSON.stringify(json)],
    ['JSON in JSON', JSON.stringify(JSON.stringify(json))],
    [
      'with items as objects',
      JSON.stringify({ ...json, result: [{ 'text/plain': '42', is_main_result: true }] }),
    ],
    [
      'with items encoded twice',
      JSON.stringify({ ...json, result: [JSON.stringify(json.result[0])] }),
    ],
    [
      'with single texts',
      JSON.stringify({ ...json, stdout: 'a\n', stderr: 'b\n', result: json.result[0] }),
    ],
  ])('is read as %s', (_, text) => {
    expect(readRunOutput(text, false)).toEqual(facts);
  });

  test.each(['hello\n', '', '42', '"quoted"', '[1, 2]', '{"a": 1}', '{"stdout'])(
    'bare text is all of the output: %j',
    (text) => {
      expect(readRunOutput(text, false)).toMatchObject({
        stdout: text === '' ? [] : [text],
        stderr: [],
        results: [],
        failure: '',
      });
    },
  );

  test('an error is a failure, and what was printed before it stays', () => {
    const text = JSON.stringify({ ...json, executionError: "NameError: name 'x' is not defined" });
    expect(readRunOutput(text, false)).toMatchObject({
      stdout: ['a\n'],
      failure: "NameError: name 'x' is not defined",
    });
    const object = JSON.stringify({ ...json, executionError: { ename: 'E', evalue: 'v' } });
    expect(readRunOutput(object, false).failure).toBe('E: v');
  });

  test('a failed tool has the same JSON, or plain words', () => {
    expect(readRunOutput(JSON.stringify(json), true).failure).toBe('The program failed.');
    expect(readRunOutput('Unsupported language: ruby.', true)).toMatchObject({
      stdout: [],
      failure: 'Unsupported language: ruby.',
    });
    expect(readRunOutput(' ', true).failure).toBe('The program could not be run.');
  });

  test('fields of a wrong kind count as absent', () => {
    const text =
      '{"stdout": 5, "stderr": [1, null, "e"], "result": [null, 7], "executionTime": "x", "executionCount": -1}';
    expect(readRunOutput(text, false)).toEqual({
      ...{ stdout: [], stderr: ['e'], results: [], failure: '' },
      ...{ executionTime: undefined, executionCount: undefined, more: undefined },
    });
  });

  test('another Runbay says more, of which only what is right is taken', () => {
    const runbay = {
      exit: { reason: 'exited', code: 1, nonsense: 1 },
      usage: { cpuTimeS: 0.5, peakMemoryBytes: 9, outputBytes: 2 },
      truncated: false,
      error: { name: 'E', value: 'v', traceback: 't', line: 3, column: -1 },
    };
    const read = (more: unknown) =>
      readRunOutput(JSON.stringify({ ...json, runbay: more }), false).more;
    expect(read(runbay)).toEqual({
      ...runbay,
      exit: { reason: 'exited', code: 1 },
      error: { name: 'E', value: 'v', traceback: 't', line: 3 },
    });
    expect(read({ ...runbay, exit: { reason: 'magic' } })).toBeUndefined();
    expect(read('x')).toBeUndefined();
  });
});

describe('a result', () => {
  test('has every form that AgentBay knows', () => {
    const item = readRichItem({
      'text/plain': ['a', 'b'],
      'text/html': '<b>x</b>',
      'text/markdown': '*x*',
      'image/png': 'aGk=\n',
      'image/jpeg': 'aGk=',
      'image/svg+xml': '<svg/>',
      'text/latex': '$x$',
      'application/json': { n: 1 },
      'application/vnd.vegalite.v5+json': { mark: 'bar' },
      'application/x-unknown': 'x',
      isMainResult: true,
    });
    expect(item).toEqual({
      ...{ text: 'ab', html: '<b>x</b>', markdown: '*x*', png: 'aGk=', jpeg: 'aGk=' },
      ...{ svg: '<svg/>', latex: '$x$', json: { n: 1 }, chart: { mark: 'bar' } },
      isMainResult: true,
    });
  });

  test.each([
    'application/vnd.vegalite.v4+json',
    'application/vnd.vegalite.v5+json',
    'application/vnd.vega.v5+json',
  ])('%s is a chart, as an object or as JSON', (type) => {
    expect(readRichItem({ [type]: { mark: 'bar' } })).toEqual({ chart: { mark: 'bar' } });
    expect(readRichItem({ [type]: '{"mark": "bar"}' })).toEqual({ chart: { mark: 'bar' } });
    expect(readRichItem({ [type]: 'bar' })).toBeUndefined();
  });

  test('an image that is no base64 and text of half characters do no harm', () => {
    expect(readRichItem({ 'image/png': '"><script>', 'text/plain': 'x\ud800' })).toEqual({
      text: 'x\ufffd',
    });
    expect(readRichItem({ 'image/png': '"><script>' })).toBeUndefined();
  });

  test('a table of another Runbay is one where its form is right', () => {
    const type = 'application/vnd.runbay.table+json';
    const table = { columns: ['n'], rows: [[1], [null]], rowCount: 2 };
    expect(readRichItem({ [type]: table, 'text/plain': 't' })).toEqual({ text: 't', table });
    expect(readRichItem({ [type]: { rows: 1 }, 'text/plain': 't' })).toEqual({ text: 't' });
  });

  test('JSON that is told as text is read', () => {
    expect(readRichItem({ 'application/json': '{"n": 1}' })).toEqual({ json: { n: 1 } });
    expect(readRichItem({ 'application/json': 'no json' })).toEqual({ json: 'no json' });
    expect(readRichItem('plain')).toEqual({ text: 'plain' });
  });
});
