import { expect, test } from 'vitest';
import { seccompFilter } from './seccomp';

/** Runs a filter as the kernel does (Documentation/networking/filter.rst), on a system call. */
function decide(filter: Buffer, architecture: number, call: number, args: number[] = []): string {
  const data = Buffer.alloc(64);
  data.writeUInt32LE(call >>> 0, 0);
  data.writeUInt32LE(architecture, 4);
  for (const [index, value] of args.entries()) data.writeUInt32LE(value >>> 0, 16 + index * 8);
  let accumulator = 0;
  for (let at = 0; at < filter.length / 8; at++) {
    const code = filter.readUInt16LE(at * 8);
    const [yes, no] = [filter.readUInt8(at * 8 + 2), filter.readUInt8(at * 8 + 3)];
    const k = filter.readUInt32LE(at * 8 + 4);
    if (code === 0x20) accumulator = data.readUInt32LE(k);
    else if (code === 0x54) accumulator = (accumulator & k) >>> 0;
    else if (code === 0x15) at += accumulator === k ? yes : no;
    else if (code === 0x35) at += accumulator >= k ? yes : no;
    else if (code === 0x45) at += (accumulator & k) !== 0 ? yes : no;
    else if (code === 0x06)
      return k === 0x7fff0000 ? 'allow' : k === 0x80000000 ? 'kill' : `errno ${k & 0xffff}`;
    else throw new Error(`unknown instruction ${code}`);
  }
  throw new Error('the filter has no end');
}

const MACHINES = [
  {
    arch: 'x64',
    audit: 0xc000003e,
    clone: 56,
    socket: 41,
    mmap: 9,
    read: 0,
    ptrace: 101,
    ioctl: 16,
  },
  {
    arch: 'arm64',
    audit: 0xc00000b7,
    clone: 220,
    socket: 198,
    mmap: 222,
    read: 63,
    ptrace: 117,
    ioctl: 29,
  },
] as const;

test.each(MACHINES)('on $arch: everyday calls pass, dangerous ones do not', (machine) => {
  const filter = seccompFilter({ countedMemoryOnly: false }, machine.arch);
  const on = (call: number, ...args: number[]) => decide(filter, machine.audit, call, args);
  expect(on(machine.read)).toBe('allow');
  expect(on(machine.ptrace)).toBe('errno 1');
  expect(on(435)).toBe('errno 38');
  expect(on(451)).toBe('errno 38');
  expect(on(0x40000000)).toBe('errno 38');
  expect(on(machine.clone, 0x11)).toBe('allow');
  for (const flag of [0x10000000, 0x20000, 0x40000000]) {
    expect(on(machine.clone, 0x11 | flag)).toBe('errno 1');
  }
  expect([1, 2, 10].map((family) => on(machine.socket, family))).toEqual([
    'allow',
    'allow',
    'allow',
  ]);
  expect([16, 17, 38, 40].map((family) => on(machine.socket, family, 3, 1))).toEqual(
    Array(4).fill('errno 97'),
  );
  expect(on(machine.socket, 16, 3, 0)).toBe('allow');
  expect(on(machine.ioctl, 0, 0x5412)).toBe('errno 1');
  expect(on(machine.ioctl, 0, 0x5401)).toBe('allow');
  expect(on(machine.mmap, 0, 4096, 3, 0x21)).toBe('allow');
});

test.each(MACHINES)('on $arch: calls of another machine end the process', ({ arch }) => {
  expect(decide(seccompFilter({ countedMemoryOnly: false }, arch), 0x40000003, 1)).toBe('kill');
});

test.each([true, false])(
  'huge pages are refused (counted memory only: %s)',
  (countedMemoryOnly) => {
    const filter = seccompFilter({ countedMemoryOnly }, 'x64');
    expect(decide(filter, 0xc000003e, 9, [0, 4096, 3, 0x40022])).toBe('errno 1');
    expect(decide(filter, 0xc000003e, 9, [0, 4096, 3, 0x22])).toBe('allow');
  },
);

test('memory that no limit counts is refused where asked', () => {
  const filter = seccompFilter({ countedMemoryOnly: true }, 'x64');
  expect(decide(filter, 0xc000003e, 9, [0, 4096, 3, 0x21])).toBe('errno 1');
  expect(decide(filter, 0xc000003e, 9, [0, 4096, 3, 0x22])).toBe('allow');
});

test.each([
  ['x64', 0xc000003e, 302],
  ['arm64', 0xc00000b7, 261],
] as const)(
  'on %s: the limits of the first process stay, one’s own may change',
  (arch, audit, prlimit) => {
    const filter = seccompFilter({ countedMemoryOnly: false }, arch);
    expect(decide(filter, audit, prlimit, [1, 7])).toBe('errno 1');
    expect(decide(filter, audit, prlimit, [0, 7])).toBe('allow');
    expect(decide(filter, audit, prlimit, [12, 7])).toBe('allow');
  },
);

test.each([
  ['x64', 0xc000003e, 56, 72],
  ['arm64', 0xc00000b7, 220, 25],
] as const)(
  'on %s: every lock of a file names a process of the sandbox',
  (arch, audit, clone, fcntl) => {
    const filter = seccompFilter({ countedMemoryOnly: false }, arch);
    const SETLK = 6;
    expect(decide(filter, audit, fcntl, [3, SETLK])).toBe('allow');
    for (const openFileLock of [37, 38]) {
      expect(decide(filter, audit, fcntl, [3, openFileLock])).toBe('errno 22');
    }
    const [FILES, THREAD] = [0x400, 0x10000];
    expect(decide(filter, audit, clone, [FILES | THREAD])).toBe('allow');
    expect(decide(filter, audit, clone, [FILES])).toBe('errno 1');
  },
);

test('a processor without a table is an error', () => {
  expect(() => seccompFilter({ countedMemoryOnly: false }, 'mips')).toThrow(/mips/);
});
