import { expect, it } from 'vitest';
import type { Receipt } from '../agentbay/receipt';
import { readReceipt } from './recorded';

const RECEIPT: Receipt = {
  ranAtMs: 1,
  engine: 'local',
  languageVersion: '3.11.2',
  sandbox: 'own',
  events: [
    { type: 'stdout', text: 'Name? ' },
    { type: 'input', prompt: 'Name? ' },
    { type: 'typed', text: 'Ada\n' },
    { type: 'typed', text: '', end: true },
    { type: 'result', item: { text: '1', isMainResult: true } },
    { type: 'error', name: 'E', value: 'v', traceback: 't', line: 3 },
  ],
  end: {
    success: false,
    exit: { reason: 'exited', code: 1 },
    executionTime: 0.1,
    usage: { cpuTimeS: 0, peakMemoryBytes: 1, outputBytes: 1 },
    truncated: false,
  },
  truncated: false,
};

it('a receipt is read as it was written', () => {
  expect(readReceipt(JSON.parse(JSON.stringify(RECEIPT)))).toEqual(RECEIPT);
});

it('anything else is none', () => {
  for (const value of [undefined, null, 1, 'x', [], {}, { ...RECEIPT, end: {} }]) {
    expect(readReceipt(value)).toBeUndefined();
  }
});

it('events of another server are left out', () => {
  const events = [...RECEIPT.events, { type: 'smell', text: 'x' }, null];
  expect(readReceipt({ ...RECEIPT, events })).toEqual(RECEIPT);
});
