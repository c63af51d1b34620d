import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { KernelFile } from './kernel-file';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kernel-file-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('each look sees the file as it is then', () => {
  const path = join(folder, 'pids.events');
  writeFileSync(path, 'max 0\n');
  const file = new KernelFile(path);
  expect(file.read()).toBe('max 0\n');
  writeFileSync(path, 'max 12\n');
  expect(file.read()).toBe('max 12\n');
  file.close();
});

test('a value takes the place of the one before', () => {
  const path = join(folder, 'pids.max');
  writeFileSync(path, '99');
  const file = new KernelFile(path, 'r+');
  file.write('68');
  file.write('70');
  expect(readFileSync(path, 'utf8')).toBe('70');
  file.close();
});

test('what is not there, or closed, cannot be read', () => {
  const path = join(folder, 'memory.events');
  const file = new KernelFile(path);
  expect(() => file.read()).toThrow('ENOENT');
  writeFileSync(path, 'oom_kill 1\n');
  expect(file.read()).toBe('oom_kill 1\n');
  file.close();
  expect(() => file.read()).toThrow('closed');
});
