import { describe, expect, it } from 'vitest';
import { cleanNickname, keyOfNickname } from './nickname';
import { readRoomCode, shownCode, wallUrlOf } from './room-code';

describe('a nickname', () => {
  it.each([
    ['Ada', 'Ada'],
    ['  Ada \n Lovelace ', 'Ada Lovelace'],
    ['李雷', '李雷'],
    ['👩🏽‍💻', '👩🏽‍💻'],
    ['<img src=x onerror=1>', '<img src=x onerror=1>'],
    ['admin\u202Etxt.exe', 'admintxt.exe'],
    [`z${'\u0336'.repeat(50)}algo`, 'z\u0336\u0336algo'],
    ['a'.repeat(24), 'a'.repeat(24)],
    ['__proto__', '__proto__'],
  ])('%j is %j', (given, name) => {
    expect(cleanNickname(given)).toBe(name);
  });

  it.each([
    '',
    '  ',
    '\u200d',
    '...',
    '\u0000\u0007',
    'a'.repeat(25),
    '\ud800',
    'x'.repeat(100_000),
  ])('%j is none', (given) => {
    expect(cleanNickname(given)).toBeUndefined();
  });

  it('is taken by one that is read as the same', () => {
    expect(keyOfNickname('Ada L.')).toBe(keyOfNickname('ADA l.'));
    expect(keyOfNickname('Ａｄａ')).toBe(keyOfNickname('ada'));
    expect(keyOfNickname('Ada')).not.toBe(keyOfNickname('Eda'));
  });
});

describe('the code of a room', () => {
  it.each(['BCD-FGH', 'bcdfgh', ' bcd – fgh '])('is read from %j', (text) => {
    expect(readRoomCode(text)).toBe('BCDFGH');
  });

  it.each(['', 'BCDFG', 'BCDFGHJ', 'ABCDEF', 'BCD-FG1', '../../x', '\u0000', 'B'.repeat(1e6)])(
    'is not %j',
    (text) => {
      expect(readRoomCode(text)).toBeUndefined();
    },
  );

  it('stands in addresses as it is shown, the secret in the fragment', () => {
    expect(shownCode('BCDFGH')).toBe('BCD-FGH');
    expect(wallUrlOf('BCDFGH', 's')).toBe('/r/BCD-FGH/wall#key=s');
  });
});
