import { describe, expect, it } from 'vitest';
import type { Limits } from '../agentbay/contract';
import { Transcript } from '../console/transcript';
import { CHINESE, ENGLISH } from '../messages/testing';
import { DONE } from './playground-double';
import { showError, showHint, showItem } from './show';

const tones = (transcript: Transcript) =>
  transcript.items
    .filter((item) => item.kind === 'text')
    .filter((line) => line.length > 0)
    .map((line) => [line.tone, line.text]);

describe('results', () => {
  it('are shown in their best form', () => {
    const transcript = new Transcript();
    const item = { html: '<b>x</b>', text: 'plain' };
    showItem(transcript, item);
    expect(transcript.items[0]).toEqual({
      kind: 'result',
      item,
      form: { kind: 'html', html: '<b>x</b>' },
    });
  });

  it('are lines of text where they offer nothing better', () => {
    const transcript = new Transcript();
    showItem(transcript, { png: 'iVBORw0KGgo"><script>', text: 'text' });
    showItem(transcript, { text: 'two\nlines' });
    showItem(transcript, { svg: 'none' });
    showItem(transcript, {});
    expect(tones(transcript)).toEqual([
      ['result', 'text'],
      ['result', 'two'],
      ['result', 'lines'],
      ['result', 'none'],
    ]);
  });

  it('are copied as text, an image by its name', () => {
    const transcript = new Transcript();
    showItem(transcript, { png: 'iVBORw0KGgoAAAAN', text: '<Figure size 640x480 with 1 Axes>' });
    showItem(transcript, { html: '<table>', text: '   n\n0  1' });
    showItem(transcript, { json: [1] });
    expect(transcript.toText(ENGLISH)).toBe(
      '[image: Figure size 640x480 with 1 Axes]\n   n\n0  1\n[\n  1\n]\n',
    );
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
    const limits = { workspaceBytes: 64 * 1024 * 1024, tmpBytes: 1024 } as Limits;
    const known = { limits, texts: ENGLISH };
    showHint(
      transcript,
      done('OSError: [Errno 28] No space left on device (line 3)'),
      error,
      known,
    );
    expect(transcript.isEmpty).toBe(true);
    const full =
      'OSError: [Errno 28] No space left on device (line 3). The workspace holds 64 MiB.';
    showHint(transcript, done(full), error, known);
    showHint(transcript, done(full), error, { limits, texts: CHINESE });
    expect(tones(transcript)).toEqual([
      ['note', 'The workspace holds 64 MiB.'],
      ['note', '工作区最多可存放 64 MiB，/tmp 最多可存放 1 KiB。'],
    ]);
  });
});
