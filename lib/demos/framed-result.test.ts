import { expect, test } from 'vitest';
import type { Receipt } from '../agentbay/receipt';
import type { RunbayApi } from '../client/api';
import { framedApi, framedItem, framedRecorded } from './framed-result';

const INSTEAD = 'not here';

test('HTML gives way to the text beside it, or to a word', () => {
  expect(framedItem({ html: '<b>1</b>', text: 'frame of 1' }, INSTEAD)).toEqual({
    text: 'frame of 1',
  });
  expect(framedItem({ html: '<b>1</b>', markdown: '*1*' }, INSTEAD)).toEqual({ markdown: '*1*' });
  for (const text of [undefined, '<HTML object>', '<IPython.core.display.HTML object>']) {
    expect(framedItem({ html: '<b>1</b>', ...(text ? { text } : {}) }, INSTEAD).text).toBe(INSTEAD);
  }
});

test('what is shown in another form stays as it is', () => {
  const table = { html: '<table>', table: { columns: ['a'], rows: [['1']], total: 1 } };
  for (const item of [table, { text: '1' }, { latex: 'x' }]) {
    expect(framedItem(item as never, INSTEAD)).toBe(item);
  }
});

test('so it is of recorded runs and of those that are made', async () => {
  const result = { type: 'result', item: { html: '<b>' } } as const;
  const output = { type: 'stdout', text: 'x' } as const;
  const receipt = { events: [output, result] } as unknown as Receipt;
  const shown = [output, { type: 'result', item: { text: INSTEAD } }];
  expect(framedRecorded({ b1: receipt }, INSTEAD)).toEqual({ b1: { events: shown } });
  const api = {
    run: async function* () {
      yield output;
      yield result;
    },
  } as unknown as RunbayApi;
  const events = framedApi(api, () => INSTEAD).run({} as never, new AbortController().signal);
  expect(await Array.fromAsync(events)).toEqual(shown);
});
