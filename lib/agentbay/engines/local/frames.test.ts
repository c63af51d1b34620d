import { expect, test } from 'vitest';
import { encodeCommand, FRAME_LIMIT_BYTES, FrameReader } from './frames';

function frame(kind: number, run: number, payload: string, length = Buffer.byteLength(payload)) {
  const head = Buffer.alloc(9);
  head.writeUInt32LE(length);
  head.writeUInt8(kind, 4);
  head.writeUInt32LE(run, 5);
  return Buffer.concat([head, Buffer.from(payload)]);
}

const plain = (frames: { kind: number; run: number; payload: Buffer }[]) =>
  frames.map(({ kind, run, payload }) => [kind, run, payload.toString()]);

test('frames come out whole, whatever pieces the bytes came in', () => {
  const bytes = Buffer.concat([frame(1, 7, 'hello'), frame(5, 0, ''), frame(2, 7, 'ä€')]);
  for (let size = 1; size <= bytes.length; size++) {
    const reader = new FrameReader();
    const found = [];
    for (let at = 0; at < bytes.length; at += size) {
      found.push(...reader.read(bytes.subarray(at, at + size)));
    }
    expect(plain(found)).toEqual([
      [1, 7, 'hello'],
      [5, 0, ''],
      [2, 7, 'ä€'],
    ]);
  }
});

test('a frame of a kind or a size that no agent sends is an error', () => {
  expect(() => new FrameReader().read(frame(0, 1, 'x'))).toThrow(/kind 0/);
  expect(() => new FrameReader().read(frame(8, 1, 'x'))).toThrow(/kind 8/);
  expect(() => new FrameReader().read(frame(1, 1, '', FRAME_LIMIT_BYTES + 1))).toThrow(/bytes/);
});

test('random bytes are an error or wait for more, never a crash of another kind', () => {
  let seed = 1;
  const next = () => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed & 0xff;
  };
  for (let round = 0; round < 2000; round++) {
    const reader = new FrameReader();
    try {
      reader.read(Buffer.from(Array.from({ length: 40 }, next)));
    } catch (error) {
      expect((error as Error).message).toMatch(/came from the sandbox/);
    }
  }
});

test('a command is its length in bytes and JSON', () => {
  const bytes = encodeCommand({ t: 'input', n: 3, text: 'ä', end: false });
  expect(bytes.readUInt32LE()).toBe(bytes.length - 4);
  expect(JSON.parse(bytes.subarray(4).toString())).toEqual({
    ...{ t: 'input', n: 3, text: 'ä', end: false },
  });
});
