import { describe, expect, test, vi } from 'vitest';
import { openNotes, openStage } from './channel';
import { clockText, goneMs, leftMs, STANDING, toggled } from './clock';
import { commandOf } from './keys';
import { clickedMark, markedLines, movedMark } from './marks';
import { secretIn } from './read-notes';

const press = (key: string, more = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  isComposing: false,
  ...more,
});

describe('keys on the stage', () => {
  test('a clicker and the keyboard page on and back', () => {
    const commands = [
      'PageDown',
      'ArrowRight',
      ' ',
      'PageUp',
      'ArrowLeft',
      'Home',
      'End',
      'b',
      '.',
    ];
    expect(commands.map((key) => commandOf(press(key), 'none'))).toEqual([
      ...['next', 'next', 'next', 'previous', 'previous', 'first', 'last', 'blank', 'blank'],
    ]);
    expect(commandOf(press(' ', { shiftKey: true }), 'none')).toBe('previous');
  });

  test('who types keeps all keys but the clicker’s', () => {
    expect(['r', ' ', 'ArrowDown', 'Home'].map((key) => commandOf(press(key), 'text'))).toEqual([
      ...[undefined, undefined, undefined, undefined],
    ]);
    expect(commandOf(press('PageDown'), 'text')).toBe('next');
  });

  test('a button keeps its space, what scrolls its arrows', () => {
    expect(commandOf(press(' '), 'control')).toBeUndefined();
    expect(commandOf(press('r'), 'control')).toBe('run');
    expect(commandOf(press('ArrowDown'), 'scroller')).toBeUndefined();
    expect(commandOf(press('ArrowRight'), 'scroller')).toBe('next');
  });

  test('the browser keeps its own', () => {
    expect(commandOf(press('r', { ctrlKey: true }), 'none')).toBeUndefined();
    expect(commandOf(press('constructor'), 'none')).toBeUndefined();
  });
});

describe('marked lines', () => {
  test('move and grow with the keys, and stay within the block', () => {
    let mark = movedMark(undefined, 'markDown', 3);
    expect(mark).toEqual({ from: 1, to: 1 });
    mark = movedMark(mark, 'extendDown', 3);
    mark = movedMark(mark, 'extendDown', 3);
    mark = movedMark(mark, 'extendDown', 3);
    expect(mark).toEqual({ from: 1, to: 3 });
    expect(movedMark(mark, 'markUp', 3)).toEqual({ from: 2, to: 2 });
    expect(movedMark(undefined, 'markUp', 3)).toEqual({ from: 3, to: 3 });
    expect(movedMark(undefined, 'markDown', 0)).toBeUndefined();
  });

  test('are what was clicked, up to there with Shift, and none after a second click', () => {
    const mark = clickedMark(undefined, 5, false);
    expect(mark && markedLines(clickedMark(mark, 2, true) ?? mark)).toEqual({ first: 2, last: 5 });
    expect(clickedMark(mark, 5, false)).toBeUndefined();
  });
});

describe('the clock', () => {
  test('goes on from where it was stopped', () => {
    const going = toggled(STANDING, 1000);
    const stopped = toggled(going, 6000);
    expect(goneMs(stopped, 100_000)).toBe(5000);
    expect(goneMs(toggled(stopped, 200_000), 201_000)).toBe(6000);
  });

  test('says what is left, and how much it is over', () => {
    const clock = { ...toggled(STANDING, 0), planMinutes: 1 };
    expect(leftMs(clock, 20_000)).toBe(40_000);
    expect(clockText(leftMs(clock, 65_000) ?? 0)).toBe('−0:05');
    expect(leftMs(STANDING, 0)).toBeUndefined();
    expect([0, 245_000, 3_845_000].map(clockText)).toEqual(['0:00', '4:05', '1:04:05']);
  });
});

describe('the speaker’s window', () => {
  test('takes an edit link as it is, or its secret', () => {
    const secret = 'k3j2h1g0f9d8s7a6';
    const link = `http://127.0.0.1:3000/d/abc/edit#edit=${secret}`;
    expect([link, ` ${secret}\n`].map(secretIn)).toEqual([secret, secret]);
    expect(['', 'http://127.0.0.1:3000/d/abc', '#edit=<b>'].map(secretIn)).toEqual([
      ...[undefined, undefined, undefined],
    ]);
  });

  test('hears the stage and steers it; nothing else is heard', async () => {
    const stage = openStage('d/abc');
    const notes = openNotes('d/abc');
    const other = openNotes('d/xyz');
    const heard = vi.fn();
    const elsewhere = vi.fn();
    const shown = vi.fn();
    stage.onMessage = heard;
    other.onMessage = elsewhere;
    notes.onMessage = shown;
    const forged = new BroadcastChannel('runbay.present d/abc');
    forged.postMessage({ from: 'notes', command: 'explode' });
    notes.tell({ from: 'notes', command: 'next' });
    stage.tell({ from: 'stage', at: 2, isBlank: false, isRunning: false });
    await vi.waitFor(() => expect(shown).toHaveBeenCalledTimes(1));
    await vi.waitFor(() => expect(heard).toHaveBeenCalledTimes(1));
    expect(heard).toHaveBeenCalledWith({ from: 'notes', command: 'next' });
    expect(elsewhere).not.toHaveBeenCalled();
    for (const end of [stage, notes, other, forged]) end.close();
  });
});
