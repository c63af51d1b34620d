import { describe, expect, it } from 'vitest';
import type { DoneEvent, RunEvent } from './contract';
import { RECEIPT_RESULT_BYTES, RECEIPT_TEXT_BYTES } from './receipt';
import { ReceiptRecorder } from './receipt-recorder';

const DONE: DoneEvent = {
  ...{ type: 'done', success: true, result: 'said already', exit: { reason: 'exited', code: 0 } },
  ...{ executionTime: 0.1, executionCount: 2, truncated: false },
  usage: { cpuTimeS: 0, peakMemoryBytes: 0, outputBytes: 0 },
};
const out = (text: string): RunEvent => ({ type: 'stdout', text });

function record(work: (recorder: ReceiptRecorder) => void, done = DONE) {
  const recorder = new ReceiptRecorder();
  work(recorder);
  const recording = recorder.add(done);
  if (recording === undefined) throw new Error('no recording');
  return recording;
}

const sizeOf = (value: unknown) => Buffer.byteLength(JSON.stringify(value));

describe('a recording', () => {
  it('has what happened in its order, with what was typed, and joins output that came in pieces', () => {
    const recording = record((recorder) => {
      recorder.add({ type: 'queued', position: 1 });
      recorder.add(out('Na'));
      recorder.add(out('me? '));
      recorder.add({ type: 'input', prompt: 'Name? ' });
      recorder.typed('Ada\n');
      recorder.typedEnd();
      recorder.add({ type: 'stderr', text: 'careful' });
      recorder.add(out('Hi'));
      recorder.add({ type: 'result', item: { text: '42', isMainResult: true } });
      recorder.typedEnd();
      recorder.add({ type: 'error', name: 'E', value: 'v', traceback: 't', line: 3 });
    });
    expect(recording).toEqual({
      events: [
        { type: 'stdout', text: 'Name? ' },
        { type: 'input', prompt: 'Name? ' },
        { type: 'typed', text: 'Ada\n', end: true },
        { type: 'stderr', text: 'careful' },
        { type: 'stdout', text: 'Hi' },
        { type: 'result', item: { text: '42', isMainResult: true } },
        { type: 'typed', text: '', end: true },
        { type: 'error', name: 'E', value: 'v', traceback: 't', line: 3 },
      ],
      end: {
        success: true,
        exit: { reason: 'exited', code: 0 },
        executionTime: 0.1,
        usage: { cpuTimeS: 0, peakMemoryBytes: 0, outputBytes: 0 },
        truncated: false,
      },
      truncated: false,
    });
  });

  it('does not change the events of the run, and ends with it', () => {
    const event: RunEvent = { type: 'stdout', text: 'a' };
    const recorder = new ReceiptRecorder();
    recorder.add(event);
    recorder.add(out('b'));
    const recording = recorder.add(DONE);
    recorder.typed('late');
    recorder.typedEnd();
    expect(recorder.add(out('late'))).toBeUndefined();
    expect(recorder.add(DONE)).toBeUndefined();
    expect(event.text).toBe('a');
    expect(recording?.events).toEqual([{ type: 'stdout', text: 'ab' }]);
  });

  it('cuts text at its limit, between characters, says so, and keeps the error that came after', () => {
    const { events, truncated } = record((recorder) => {
      for (let n = 0; n < 100; n += 1) recorder.add(out('漢'.repeat(1000)));
      recorder.add({ type: 'stderr', text: 'too late' });
      recorder.add({ type: 'error', name: 'E', value: 'v', traceback: 't' });
    });
    expect(truncated).toBe(true);
    const [first, ...rest] = events;
    const text = first?.type === 'stdout' ? first.text : '';
    expect(text).toMatch(/^漢+$/);
    expect(Buffer.byteLength(text)).toBeGreaterThan(RECEIPT_TEXT_BYTES - 100);
    expect(rest).toEqual([{ type: 'error', name: 'E', value: 'v', traceback: 't' }]);
  });

  it('is small also where it is made of many small events', () => {
    const { events, truncated } = record((recorder) => {
      for (let n = 0; n < 100_000; n += 1) {
        recorder.add(out('o'));
        recorder.add({ type: 'stderr', text: 'e' });
        recorder.typed('t');
        recorder.add({ type: 'result', item: {} });
      }
    });
    expect(truncated).toBe(true);
    expect(sizeOf(events)).toBeLessThan(3 * (RECEIPT_TEXT_BYTES + RECEIPT_RESULT_BYTES));
  });

  it('of a result that is too large keeps the words, and later ones that fit', () => {
    const png = 'A'.repeat(RECEIPT_RESULT_BYTES);
    const { events, truncated } = record((recorder) => {
      recorder.add({ type: 'result', item: { png, text: 'a plot', isMainResult: true } });
      recorder.add({ type: 'result', item: { html: png } });
      recorder.add({ type: 'result', item: { text: 'small' } });
    });
    expect(truncated).toBe(true);
    expect(events).toEqual([
      { type: 'result', item: { text: 'a plot', isMainResult: true } },
      { type: 'result', item: { text: 'small' } },
    ]);
  });

  it('bounds what an error says', () => {
    const long = 'x'.repeat(1_000_000);
    const error: RunEvent = { type: 'error', name: long, value: long, traceback: long };
    const recording = record(
      (recorder) => {
        for (let n = 0; n < 1000; n += 1) recorder.add(error);
      },
      { ...DONE, success: false, errorMessage: long },
    );
    expect(recording.truncated).toBe(true);
    expect(recording.events[0]).toMatchObject({ type: 'error', name: 'x'.repeat(200) });
    expect(sizeOf(recording)).toBeLessThan(64 * 1024);
  });
});
