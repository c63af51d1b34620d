import { describe, expect, it } from 'vitest';
import { readFrameMessage } from './frame-messages';
import { Slots } from './frame-slots';

describe('a message of a frame', () => {
  it('says that it is gone, or how high it is, within bounds', () => {
    expect(readFrameMessage({ type: 'gone', more: 1 })).toEqual({ type: 'gone' });
    expect(readFrameMessage({ type: 'height', height: 99.2 })).toEqual({
      type: 'height',
      height: 100,
    });
    expect(readFrameMessage({ type: 'height', height: 1e9 })).toMatchObject({ height: 2000 });
    expect(readFrameMessage({ type: 'height', height: -5 })).toMatchObject({ height: 16 });
  });

  it.each([
    [undefined],
    ['gone'],
    [{}],
    [{ type: 'show' }],
    [{ type: 'height' }],
    [{ type: 'height', height: '100' }],
    [{ type: 'height', height: Number.NaN }],
    [{ type: 'height', height: Number.POSITIVE_INFINITY }],
    [[{ type: 'gone' }]],
  ])('is nothing else: %j', (data) => {
    expect(readFrameMessage(data)).toBeUndefined();
  });
});

describe('places for live frames', () => {
  it('go to those that wait, in their order, as they get free', () => {
    const slots = new Slots(2);
    const live: string[] = [];
    const end = ['a', 'b', 'c', 'd', 'e'].map((name) => slots.request(() => live.push(name)));
    expect(live).toEqual(['a', 'b']);
    end[2]?.();
    end[0]?.();
    end[0]?.();
    expect(live).toEqual(['a', 'b', 'd']);
    end[3]?.();
    end[4]?.();
    end[1]?.();
    const later: string[] = [];
    slots.request(() => later.push('f'));
    slots.request(() => later.push('g'));
    slots.request(() => later.push('h'));
    expect(later).toEqual(['f', 'g']);
  });
});
