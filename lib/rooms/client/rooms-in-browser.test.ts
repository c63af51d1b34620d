import { describe, expect, it } from 'vitest';
import type { RoomHead, RoomMessage, Student } from '../contract';
import { MessageBox } from './message-box';
import type { connectRoom } from './room-connection';
import { openWall } from './wall-store';

const message = (data: unknown, more: Partial<RoomMessage> = {}): RoomMessage => ({
  from: 'teacher',
  to: 'everybody',
  kind: 'note',
  key: 'k',
  data,
  atMs: 1,
  ...more,
});

describe('the messages of a room', () => {
  it('are kept by their key, the latest of each', () => {
    const box = new MessageBox();
    box.take(message(1));
    box.take(message(2, { atMs: 2 }));
    box.take(message('live', { key: undefined }));
    box.take(message('other', { key: 'l' }));
    expect(box.ofKind('note').map(({ data }) => data)).toEqual([2, 'other']);
    box.take(message(null));
    expect(box.ofKind('note')).toHaveLength(1);
    expect(box.ofKind('follow')).toEqual([]);
  });

  it('are told once, also when all are told again', () => {
    const box = new MessageBox();
    const told: unknown[] = [];
    const off = box.on('note', ({ data }) => told.push(data));
    box.replace([message(1)]);
    box.replace([message(1)]);
    box.replace([message(2, { atMs: 2 })]);
    box.replace([]);
    off();
    box.take(message(3));
    expect(told).toEqual([1, 2, null]);
  });
});

it('a wall has the students as they are now, in the order in which they came', () => {
  const student = (id: string, more: Partial<Student> = {}): Student => ({
    id,
    nickname: id,
    joinedAtMs: 1,
    isHere: true,
    items: [],
    activeAtMs: 1,
    codeVersion: 0,
    ...more,
  });
  let tell: (name: string, data: unknown) => void = () => {};
  const connect: typeof connectRoom = (_, { onEvent }) => {
    tell = onEvent;
    return { retry() {}, close() {} };
  };
  const { store } = openWall({ code: 'BCDFGH', key: 'k' }, connect, () => 1000);
  const room = { code: 'BCDFGH' } as RoomHead;
  tell('hello', {
    role: 'teacher',
    room,
    students: [student('a'), student('b')],
    messages: [],
    nowMs: 5000,
  });
  tell('students', {
    changed: [student('c'), student('a', { isHere: false })],
    gone: ['b'],
    nowMs: 5000,
  });
  tell('an-event-of-a-later-version', {});
  const { students, aheadMs } = store.getState();
  expect(students.map(({ id, isHere }) => [id, isHere])).toEqual([
    ['a', false],
    ['c', true],
  ]);
  expect(aheadMs).toBe(4000);
});
