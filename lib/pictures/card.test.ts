import { expect, test } from 'vitest';
import type { ReceiptEvent } from '@/lib/agentbay/receipt';
import { messagesOf } from '@/lib/messages/load';
import type { ProgramSnippet } from '@/lib/snippets/contract';
import { type CardPart, cardOf } from './card';
import { COLOURS } from './colours';

const TEXTS = { locale: 'en', messages: messagesOf('en') } as const;

function snippetOf(code: string, events?: ReceiptEvent[]): ProgramSnippet {
  const end = {
    success: true,
    exit: { reason: 'exited', code: 0 },
    executionTime: 0.02,
    usage: { cpuTimeS: 0.01, peakMemoryBytes: 1, outputBytes: 1 },
    truncated: false,
  } as const;
  const receipt = events && {
    ranAtMs: 0,
    engine: 'local' as const,
    languageVersion: '3',
    sandbox: 'own' as const,
    events,
    end,
    truncated: false,
  };
  return { title: '', language: 'python', code, timeoutS: 10, receipt } as ProgramSnippet;
}

const cardFor = (code: string, events?: ReceiptEvent[], hidesOutput = false) =>
  cardOf(snippetOf(code, events), hidesOutput, TEXTS);
const outputFor = (...events: ReceiptEvent[]) => cardFor('', events).output as CardPart;
const textOf = ({ lines }: CardPart) => lines.map((line) => line.map(({ text }) => text).join(''));

test('a card has the program in its colours, and what it gave', () => {
  const card = cardFor('x = 1\n', [{ type: 'stdout', text: 'one\ntwo\n' }]);
  expect(card).toMatchObject({ title: 'A Python program', language: 'Python' });
  expect(card.code).toMatchObject({ label: 'main.py', aside: '1 line', isCut: false });
  expect(card.code.lines[0]).toContainEqual({ text: '1', fill: COLOURS['code-number'] });
  expect(card.output).toMatchObject({ aside: 'Finished · 0.02 s', tone: COLOURS.success });
  expect(textOf(card.output as CardPart)).toEqual(['one', 'two']);
});

test('without a recorded run there is no output', () => {
  expect(cardFor('x = 1')).not.toHaveProperty('output');
});

test('output that is to be guessed is not in the card at all', () => {
  const card = cardFor('x', [{ type: 'stdout', text: 'secret' }], true);
  expect(JSON.stringify(card)).not.toMatch(/secret|Finished/);
  expect(card.output?.note).toBe('What does it print?');
});

test('only the beginning of a large program and of much output is taken', () => {
  const card = cardFor(`${'x'.repeat(5000)}\n`.repeat(200), [
    { type: 'stdout', text: 'y'.repeat(200_000) },
    { type: 'stdout', text: '\nz'.repeat(100_000) },
  ]);
  expect(JSON.stringify(card).length).toBeLessThan(20_000);
  expect(card.code).toMatchObject({ aside: '200 lines', isCut: true });
});

test('of a progress bar its end is shown, and colours are colours', () => {
  const output = outputFor({ type: 'stdout', text: '10%\r50%\r\x1b[32mdone\x1b[0m' });
  expect(output.lines).toEqual([[{ text: 'done', fill: COLOURS['ansi-2'] }]]);
});

test('the line that says what went wrong is known as the last one', () => {
  const traceback = 'Traceback (most recent call last):\n  ...\nValueError: no';
  const output = outputFor({ type: 'error', name: 'ValueError', value: 'no', traceback });
  expect(output.last).toEqual([{ text: 'ValueError: no', fill: COLOURS.danger, bold: true }]);
});

test('what stopped a program is said in few words', () => {
  const stopped = snippetOf('x', []);
  const { receipt } = stopped;
  if (!receipt) throw new Error('it has one');
  Object.assign(receipt.end, {
    success: false,
    exit: { reason: 'timed_out', line: 3 },
    errorMessage: 'Stopped after 10 s: line 3 was running.',
  });
  const english = cardOf(stopped, false, TEXTS).output;
  expect(english).toMatchObject({ aside: 'Stopped after 10 s', tone: COLOURS.danger });
  const chinese = cardOf(stopped, false, { locale: 'zh', messages: messagesOf('zh') }).output;
  expect(chinese?.aside).toBe('运行 10 秒后停止');
});

test('an image is shown; what is a program itself is named only', () => {
  const svg = '<svg width="4" height="3"></svg>';
  expect(outputFor({ type: 'result', item: { svg } }).image).toMatchObject({ width: 4, height: 3 });
  const chart = outputFor({ type: 'result', item: { chart: { mark: 'bar' } } });
  expect(textOf(chart)).toEqual(['[chart]']);
  const html = outputFor({ type: 'result', item: { html: '<script>1</script>' } });
  expect(textOf(html)).toEqual(['[HTML]']);
});

test('where nothing was printed the card says so', () => {
  expect(outputFor()).toMatchObject({ lines: [], note: 'The program printed nothing.' });
});
