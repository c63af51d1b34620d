import { expect, it } from 'vitest';
import { readProgramFragment, writeProgram } from './fragment';

const PROGRAM = {
  language: 'python' as const,
  code: 'print("héllo")',
  timeoutS: 7,
  stdin: 'a\nb',
  files: [{ path: 'data/x.csv', text: '1,2' }],
};

// Links of this kind are out in the world: this one may never change.
const OF_VERSION_1 =
  '#v1.i1YqqCzJyM9T0lEqKMrMK9GIUco4vDInJz9GSVNJx1xHKTEmL0lJJzpaKSWxJFG_Qi-5uExJR8lQx0gpNjYWAA';

it('a link of version 1 is read for ever', async () => {
  expect(await readProgramFragment(OF_VERSION_1)).toEqual(PROGRAM);
});

it('what is written is read again, and stands in an address as it is', async () => {
  for (const program of [
    PROGRAM,
    { language: 'typescript' as const, code: '', timeoutS: 1, files: [], stdin: undefined },
    { ...PROGRAM, code: 'x\n'.repeat(50_000) + String.fromCodePoint(0x1f600) },
  ]) {
    const fragment = await writeProgram(program);
    expect(fragment).toMatch(/^#v1\.[\w-]+$/);
    expect(await readProgramFragment(fragment)).toEqual(program);
  }
});

it('what is damaged, foreign or of a later version is no program', async () => {
  const whole = await writeProgram(PROGRAM);
  const foreign = [
    '#v1.',
    '#v1.!!!',
    '#v2.abc',
    '#x',
    whole.slice(0, -5),
    whole.replace('#v1', '#v9'),
  ];
  for (const fragment of foreign) {
    expect(await readProgramFragment(fragment), fragment).toBeUndefined();
  }
  const wrong = { ...PROGRAM, language: 'rust' as never };
  expect(await readProgramFragment(await writeProgram(wrong))).toBeUndefined();
  const hostile = { ...PROGRAM, files: [{ path: '../../etc/passwd', text: 'x' }] };
  expect((await readProgramFragment(await writeProgram(hostile)))?.files).toEqual([]);
});

it('a few bytes that unfold to more than any program are refused', async () => {
  const bomb = await writeProgram({ ...PROGRAM, code: 'a'.repeat(5 * 1024 * 1024) });
  expect(bomb.length).toBeLessThan(20_000);
  expect(await readProgramFragment(bomb)).toBeUndefined();
});
