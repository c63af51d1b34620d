import { expect, it } from 'vitest';
import type { Receipt, ReceiptEvent } from '../agentbay/receipt';
import { CHINESE, ENGLISH } from '../messages/testing';
import { compareRuns } from './compare-runs';
import { causesOf, headlineOf, type VerdictFacts } from './verdict-words';

const RECEIPT: Receipt = {
  ranAtMs: 0,
  engine: 'local',
  languageVersion: '3.11.2',
  sandbox: 'own',
  events: [{ type: 'stdout', text: 'a\nb\n' }],
  end: {
    success: true,
    exit: { reason: 'exited', code: 0 },
    executionTime: 0.1,
    usage: { cpuTimeS: 0, peakMemoryBytes: 1, outputBytes: 1 },
    truncated: false,
  },
  truncated: false,
};

const FAILED = { success: false, exit: { reason: 'exited', code: 1 } } as const;

function said(
  recorded: Partial<Receipt>,
  now: { events?: ReceiptEvent[]; end?: Partial<Receipt['end']> } = {},
  runtime: Partial<VerdictFacts['now']> = {},
  texts = ENGLISH,
): string[] {
  const receipt = { ...RECEIPT, ...recorded };
  const found = compareRuns(receipt, {
    events: now.events ?? receipt.events,
    end: { ...receipt.end, ...now.end },
  });
  const facts = {
    runtime: 'Python',
    receipt,
    now: { version: '3.11.2', engine: 'local', ...runtime },
    date: '12 Nov 2026',
  };
  return [headlineOf(found, facts, texts), ...causesOf(found, facts, texts)];
}

const out = (text: string): ReceiptEvent[] => [{ type: 'stdout', text }];

it('what is the same is said with when and with what it was recorded', () => {
  const same = 'Same output as recorded on 12 Nov 2026 with Python 3.11.2';
  expect(said({})).toEqual([same]);
  expect(said({}, {}, { version: '3.13.0' })).toEqual([same, 'This run was with Python 3.13.0.']);
  expect(said({}, {}, { version: undefined, engine: undefined })).toEqual([same]);
  expect(said({ truncated: true })[0]).toBe(`${same}, as far as both go`);
  expect(said({}, {}, {}, CHINESE)).toEqual(['输出与 12 Nov 2026 使用 Python 3.11.2 的记录相同']);
});

it('another version or engine is named before chance is', () => {
  const events = out('a\nc\n');
  expect(said({}, { events })).toEqual(['Line 2 differs', ENGLISH.messages.compare.causes.chance]);
  expect(said({}, { events }, { version: '3.13.0' })).toEqual([
    'Line 2 differs',
    'It was recorded with Python 3.11.2, and this run was with 3.13.0: that is the likely cause.',
  ]);
  expect(said({ sandbox: 'session' }, { events }, { engine: 'cloud' })).toEqual([
    'Line 2 differs',
    'It was recorded by another engine (local; this one is cloud).',
    ENGLISH.messages.compare.causes.session,
  ]);
});

it('how a run ended says more than what is missing before it', () => {
  const events = out('a\n');
  expect(said({}, { events, end: FAILED })[0]).toBe('It failed this time');
  const failed = { ...RECEIPT.end, ...FAILED };
  expect(said({ end: failed }, { events, end: RECEIPT.end })[0]).toBe('It did not fail this time');
  const killed = { exit: { reason: 'signalled', signal: 'SIGKILL' } } as const;
  expect(said({ end: failed }, { events, end: killed })[0]).toBe('It ended in another way');
});

it('other parts are named where the output is the same', () => {
  const stderr: ReceiptEvent = { type: 'stderr', text: 'careful\n' };
  expect(said({}, { events: [...RECEIPT.events, stderr] })[0]).toBe('The error output differs');
  const result = (text: string): ReceiptEvent => ({ type: 'result', item: { text } });
  const recorded = { events: [...out('a\n'), result('1'), result('2'), result('3')] };
  const one = [...out('a\n'), result('1'), result('5'), result('3')];
  expect(said(recorded, { events: one })[0]).toBe('Result 2 differs');
  const two = [...out('a\n'), result('1'), result('5'), result('6')];
  expect(said(recorded, { events: two })[0]).toBe('2 results differ, from result 2 on');
});

it('what changes with each run is listed', () => {
  const recorded = { events: out('at 08:00:01, took 3 ms\n') };
  expect(said(recorded, { events: out('at 11:38:00, took 12 ms\n') })).toEqual([
    'Same output, apart from what changes with each run: times and durations',
  ]);
  const styled = { events: out('\u001b[1ma\u001b[0m\n') };
  expect(said(styled, { events: out('a\n') })).toEqual([
    'Same text; only colours or movements of the cursor differ',
  ]);
});
