import { describe, expect, it } from 'vitest';
import { Transcript } from '../console/transcript';
import { DONE } from './playground-double';
import { showError, showHint, showItem } from './show';

const tones = (transcript: Transcript) =>
  transcript.items
    .filter((item) => item.kind === 'text')
    .filter((line) => line.length > 0)
    .map((line) => [line.tone, line.text]);

describe('results', () => {
  it('are images where their bytes look like one', () => {
    const transcript = new Transcript();
    showItem(transcript, { png: 'iVBORw0KGgoAAA==', text: '<Figure>' });
    showItem(transcript, { jpeg: '/9j/4AAQ\nSkZJRg==' });
    expect(transcript.items.slice(0, 2)).toEqual([
      { kind: 'image', source: 'data:image/png;base64,iVBORw0KGgoAAA==', alt: '<Figure>' },
      {
        kind: 'image',
        source: 'data:image/jpeg;base64,/9j/4AAQSkZJRg==',
        alt: 'Image made by the program',
      },
    ]);
  });

  it('are their text where they are not', () => {
    const transcript = new Transcript();
    showItem(transcript, { png: 'iVBORw0KGgo"><script>', text: 'text' });
    showItem(transcript, { html: '<b>x</b>', text: 'plain' });
    showItem(transcript, { html: '<b>only</b>' });
    showItem(transcript, { json: { a: 1 } });
    showItem(transcript, {});
    expect(tones(transcript)).toEqual([
      ['result', 'text'],
      ['result', 'plain'],
      ['result', '<b>only</b>'],
      ['result', '{'],
      ['result', '  "a": 1'],
      ['result', '}'],
    ]);
  });
});

describe('exceptions', () => {
  it('of Python name themselves last, of JavaScript first; that line stands out', () => {
    const transcript = new Transcript();
    const value = 'nope';
    showError(transcript, {
      name: 'ValueError',
      value,
      traceback: 'Traceback:\n  File "main.py"\nValueError: nope\n',
    });
    showError(transcript, { name: 'Error', value, traceback: 'Error: nope\n    at main.js:1:7' });
    showError(transcript, { name: 'Strange', value: '', traceback: '' });
    expect(tones(transcript)).toEqual([
      ['error', 'Traceback:'],
      ['error', '  File "main.py"'],
      ['error-name', 'ValueError: nope'],
      ['error-name', 'Error: nope'],
      ['error', '    at main.js:1:7'],
      ['error-name', 'Strange'],
    ]);
  });

  it('get the hint that the engine adds, and nothing twice', () => {
    const transcript = new Transcript();
    const error = { name: 'OSError', value: '[Errno 28] No space left on device', traceback: '' };
    const done = (errorMessage: string) => ({
      ...DONE,
      success: false,
      errorMessage,
      exit: { reason: 'exited' as const, code: 1 },
    });
    showHint(transcript, done('OSError: [Errno 28] No space left on device (line 3)'), error);
    expect(transcript.isEmpty).toBe(true);
    showHint(
      transcript,
      done('OSError: [Errno 28] No space left on device (line 3). The workspace holds 64 MiB.'),
      error,
    );
    expect(tones(transcript)).toEqual([['note', 'The workspace holds 64 MiB.']]);
  });
});
