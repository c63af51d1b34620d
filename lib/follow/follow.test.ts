import { describe, expect, test } from 'vitest';
import { countFollowers, followed } from './following';
import { keyOfNote, NOTE_LIMIT, noteFor, placeOfNote, readNote } from './notes';
import { markSeen, wasSeen } from './seen-notes';
import { boundedLive, LIVE_CODE_LIMIT, LIVE_OUTPUT_LIMIT, readTeacherLive } from './teacher-live';

const live = {
  block: 'b1',
  language: 'python',
  code: 'x = 1',
  phase: 'done',
  output: '1\n',
} as const;

describe('what the teacher shows', () => {
  test('is read as it was sent', () => {
    const marked = { ...live, marked: { first: 1, last: 2 } };
    expect(readTeacherLive(JSON.parse(JSON.stringify(marked)))).toEqual(marked);
  });

  test.each([
    null,
    'text',
    {},
    { ...live, phase: 'exploded' },
    { ...live, code: 5 },
    { ...live, block: 'b'.repeat(100) },
    { ...live, marked: { first: -1, last: Number.POSITIVE_INFINITY } },
  ])('is nothing where it has another form: %j', (data) => {
    expect(readTeacherLive(data)).toBeUndefined();
  });

  test('is bounded on both sides, and the end of the output is what counts', () => {
    const much = { ...live, code: 'é'.repeat(1e6), output: `${'a'.repeat(1e6)}end` };
    for (const bound of [readTeacherLive(much), boundedLive(much)]) {
      expect(bound?.code).toHaveLength(LIVE_CODE_LIMIT);
      expect(bound?.output).toHaveLength(LIVE_OUTPUT_LIMIT);
      expect(bound?.output.endsWith('end')).toBe(true);
    }
  });

  test('has no half of a character at its ends', () => {
    const code = `${'a'.repeat(LIVE_CODE_LIMIT - 1)}😀`;
    expect(boundedLive({ ...live, code }).code.isWellFormed()).toBe(true);
  });
});

describe('a note on a line', () => {
  const code = 'a = 1\nb = 2\nprint(a)';

  test('names its line, what stood there, and is found there', () => {
    const note = noteFor(code, 'b1', 2, ' Why 2? ');
    expect(note).toEqual({ item: 'b1', line: 2, lineText: 'b = 2', text: 'Why 2?' });
    expect(keyOfNote(note)).toBe('b1:2');
    expect(readNote(JSON.parse(JSON.stringify(note)))).toEqual(note);
    expect(placeOfNote(code, note)).toBe(2);
  });

  test('goes with its line when others come and go', () => {
    const note = noteFor(code, 'b1', 2, 'Why?');
    expect(placeOfNote(`import x\n\n${code}`, note)).toBe(4);
    expect(placeOfNote('b = 2', note)).toBe(1);
  });

  test('stays where it was when the line has been changed, and is nowhere when there is no such line', () => {
    const note = noteFor(code, 'b1', 3, 'Why?');
    expect(placeOfNote('a = 1\nb = 2\nprint(b)', note)).toBe(3);
    expect(placeOfNote('a = 1', note)).toBeUndefined();
  });

  test.each([null, {}, { ...noteFor(code, 'b1', 1, 'x'), line: 0 }, noteFor(code, 'b1', 1, '  ')])(
    'is none where it has another form, or says nothing: %j',
    (data) => {
      expect(readNote(data)).toBeUndefined();
    },
  );

  test('is cut where it is too long', () => {
    const note = { ...noteFor(code, 'b1', 1, ''), text: 'x'.repeat(10_000) };
    expect(readNote(note)?.text).toHaveLength(NOTE_LIMIT);
  });
});

describe('a note that was put away', () => {
  test('stays so, and is there again when it has been changed', () => {
    const kept = new Map<string, string>();
    const storage = {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
    };
    markSeen('b1:2', 1000, storage);
    expect(wasSeen('b1:2', 1000, storage)).toBe(true);
    expect(wasSeen('b1:2', 2000, storage)).toBe(false);
    for (let at = 0; at < 1000; at += 1) markSeen('b1:3', at, storage);
    expect(kept.get('runbay.seen-notes')?.length).toBeLessThan(3000);
    kept.set('runbay.seen-notes', '{');
    expect(wasSeen('b1:2', 1000, storage)).toBe(false);
  });
});

describe('following', () => {
  test('begins with the first thing shown, ends by typing, comes back by the key', () => {
    let state = followed('ready', 'shown', true);
    expect(state).toBe('following');
    state = followed(state, 'left', true);
    expect(followed(state, 'shown', true)).toBe('own');
    expect(followed(state, 'back', true)).toBe('following');
  });

  test('nobody follows nothing', () => {
    expect(followed('following', 'over', false)).toBe('ready');
    expect(followed('own', 'over', false)).toBe('own');
    expect(followed('own', 'back', false)).toBe('ready');
  });

  test('only those in the room count, by what they have told', () => {
    const told = new Map<string, unknown>([
      ['a', true],
      ['b', false],
      ['gone', true],
      ['c', 'true'],
    ]);
    expect(countFollowers(['a', 'b', 'c', 'd'], told)).toBe(1);
  });
});
