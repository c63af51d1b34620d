import { strFromU8, unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { safePath, zipProgram } from './zip-program';

it.each([
  ['data.csv', 'data.csv'],
  ['../../etc/passwd', 'etc/passwd'],
  ['/etc/passwd', 'etc/passwd'],
  ['C:\\Windows\\a.txt', 'C_/Windows/a.txt'],
  ['a/./b//c', 'a/b/c'],
  ['con', '_con'],
  ['lib/NUL.txt', 'lib/_NUL.txt'],
  ['a\nb\u0000.txt', 'a_b_.txt'],
  ['trailing. ', 'trailing'],
  ['..', 'file'],
  ['', 'file'],
  ['__proto__', '_proto_'],
  ['データ/ä.csv', 'データ/ä.csv'],
])('the file “%s” is “%s” in a zip', (path, safe) => {
  expect(safePath(path)).toBe(safe);
});

it('no file takes another one’s place, also where letters are of one size', () => {
  const program = {
    language: 'python' as const,
    code: 'program',
    files: [
      { path: 'Main.py', text: '1' },
      { path: 'a.txt', text: '2' },
      { path: 'A.TXT', text: '3' },
      { path: 'readme.md', text: '4' },
    ],
    timeoutS: 5,
  };
  const packed = unzipSync(
    zipProgram(program, { title: '<b>', url: 'https://x.example/', atMs: 0 }),
  );
  expect(Object.keys(packed)).toEqual([
    'main.py',
    'Main-2.py',
    'a.txt',
    'A-2.TXT',
    'readme.md',
    'README-2.md',
  ]);
  const readme = strFromU8(packed['README-2.md'] ?? new Uint8Array());
  expect(readme).toContain('# \\<b\\>');
  expect(readme).toContain('<https://x.example/>');
  expect(readme).toContain('python3 main.py');
});
