import { describe, expect, it } from 'vitest';
import { checkDemo, checkMessage, checkNickname, checkReport } from './room-request';

const item = (more: object) => ({
  item: 'b1',
  state: 'error',
  isRunning: false,
  tries: 1,
  ...more,
});

describe('a report', () => {
  it('has texts of a program on one clean, short line', () => {
    const error = { name: 'E\u202Err', message: `a\n\tb${'x'.repeat(1e6)}`, line: 4 };
    const { items } = checkReport({ items: [item({ error })] });
    expect(items?.[0]?.error?.name).toBe('Err');
    expect(items?.[0]?.error?.message).toMatch(/^a b/);
    expect(items?.[0]?.error?.message).toHaveLength(300);
  });

  it('takes half a character in a message, and makes it whole', () => {
    const { items } = checkReport({ items: [item({ error: { name: 'E', message: '\ud800' } })] });
    expect(items?.[0]?.error?.message).toBe('\ufffd');
  });

  it.each([
    [{ items: [item({ state: 'cheated' })] }, 'items.0.state'],
    [{ items: [item({ tries: -1 })] }, 'items.0.tries'],
    [{ items: [item({ tries: 1.5 })] }, 'items.0.tries'],
    [{ items: [item({ item: '' })] }, 'items.0.item'],
    [{ items: [item({ item: 'a\nb' })] }, 'items.0.item'],
    [{ items: [item({ error: { name: 'E', message: 'm', line: 0 } })] }, 'items.0.error.line'],
    [{ items: Array.from({ length: 101 }, () => item({})) }, 'items'],
    [{ items: {} }, 'items'],
    [{ code: [{ item: 'b1', text: '\ud800' }] }, 'code.0.text'],
    [{ code: [{ item: 'b1' }] }, 'code.0.text'],
    [{ hand: 'up' }, 'hand'],
  ])('%j is refused for its %s', (body, field) => {
    expect(() => checkReport(body)).toThrowError(
      expect.objectContaining({ code: 'bad_request', field }),
    );
  });
});

describe('a message', () => {
  it('holds any JSON', () => {
    expect(checkMessage({ kind: 'note', key: 'b1:3', data: { text: '<b>' } })).toEqual({
      kind: 'note',
      key: 'b1:3',
      data: { text: '<b>' },
    });
    expect(checkMessage({ kind: 'note' }).data).toBeNull();
  });

  it.each([
    [{ kind: 'Note' }],
    [{ kind: '' }],
    [{ kind: 'note', to: 7 }],
    [{ kind: 'n', key: 'x'.repeat(81) }],
  ])('%j is refused', (body) => {
    expect(() => checkMessage(body)).toThrowError(expect.objectContaining({ code: 'bad_request' }));
  });

  it('is refused where it is too large', () => {
    const body = { kind: 'follow', data: 'x'.repeat(64 * 1024) };
    expect(() => checkMessage(body)).toThrowError(expect.objectContaining({ code: 'too_large' }));
  });
});

it('a nickname is text', () => {
  for (const value of [undefined, 7, null, ['Ada'], { toString: () => 'Ada' }, '']) {
    expect(() => checkNickname(value)).toThrowError(expect.objectContaining({ field: 'nickname' }));
  }
});

it('a demo is named by its reference; a program is one too', () => {
  expect(checkDemo('d/256789bcdfghjkmn')).toBe('d/256789bcdfghjkmn');
  expect(checkDemo('s/256789bcdfghjkmn')).toBe('d/256789bcdfghjkmn');
  expect(checkDemo('learn/python/first-steps')).toBe('learn/python/first-steps');
  for (const value of [undefined, 'd/', 'd/../x', 'learn/../../etc/passwd', 'http://x', 'd/a?b']) {
    expect(() => checkDemo(value)).toThrowError(expect.objectContaining({ field: 'demo' }));
  }
});
