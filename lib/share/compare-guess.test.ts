import { expect, it } from 'vitest';
import { Transcript } from '../console/transcript';
import { showError, showItem } from '../store/show';
import { compareGuess } from './compare-guess';

function shown(fill: (transcript: Transcript) => void) {
  const transcript = new Transcript();
  fill(transcript);
  return transcript.items;
}

const hello = shown((transcript) => transcript.write('stdout', 'Hello\nA  B\n'));

it.each([
  ['Hello\nA  B', 'right', 2],
  ['Hello \r\nA  B\n\n', 'right', 2],
  ['hello\nA B', 'nearly', 2],
  ['Hello', 'wrong', 1],
  ['Bye', 'wrong', 0],
  ['', 'wrong', 0],
  ['<script>alert(1)</script>', 'wrong', 0],
] as const)('%j is %s', (guess, verdict, rightLines) => {
  expect(compareGuess(guess, hello)).toMatchObject({ verdict, rightLines, lines: 2 });
});

it('that nothing is printed can be guessed', () => {
  expect(
    compareGuess(
      '',
      shown(() => {}),
    ),
  ).toMatchObject({ verdict: 'right', lines: 0 });
  expect(
    compareGuess(
      'x',
      shown(() => {}),
    ),
  ).toMatchObject({ verdict: 'wrong' });
});

it('of an error its name is enough, and the way to it is nobody’s guess', () => {
  const failed = shown((transcript) => {
    transcript.write('stdout', 'first\n');
    showError(transcript, {
      name: 'ZeroDivisionError',
      value: 'division by zero',
      traceback:
        'Traceback (most recent call last):\n  File "main.py"\nZeroDivisionError: division by zero',
    });
  });
  expect(compareGuess('first\nZeroDivisionError', failed).verdict).toBe('right');
  expect(compareGuess('first\nZeroDivisionError: division by zero', failed).verdict).toBe('right');
  expect(compareGuess('first', failed).verdict).toBe('wrong');
});

it('results count by their text, pictures not at all', () => {
  const items = shown((transcript) => {
    showItem(transcript, { text: '42', isMainResult: true });
    showItem(transcript, { png: 'iVBORw0KGgoA', text: '<Figure>' });
  });
  expect(compareGuess('42', items).verdict).toBe('right');
});
