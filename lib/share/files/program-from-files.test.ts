import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { USUAL_LANGUAGES } from '@/lib/agentbay/languages';
import { programFromFiles } from './program-from-files';
import { zipProgram } from './zip-program';

const DEFAULTS = { language: 'javascript', timeoutS: 10, offered: USUAL_LANGUAGES } as const;
const file = (path: string, content: BlobPart = path) => ({ path, content: new Blob([content]) });
const zip = (files: Record<string, string>) =>
  file(
    'project.zip',
    zipSync(
      Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)])),
    ).slice(),
  );
const open = (...files: ReturnType<typeof file>[]) => programFromFiles(files, DEFAULTS);
const refusal = (reason: string) => expect.objectContaining({ reason });

describe('the program', () => {
  it.each([
    ['a.py', 'python'],
    ['a.mjs', 'javascript'],
    ['a.mts', 'typescript'],
    ['notes.txt', 'javascript'],
    ['noname', 'javascript'],
  ])('of %s is in %s', async (path, language) => {
    const { program, name } = await open(file(path, 'x = 1'));
    expect(program).toEqual({ language, code: 'x = 1', files: [], timeoutS: 10 });
    expect(name).toBe(path);
  });

  it.each([
    [['helper.py', 'main.py', 'data.csv'], 'main.py'],
    [['b.py', 'src/app.py', 'a.py'], 'src/app.py'],
    [['data.csv', 'only.ts'], 'only.ts'],
    [['lib/z.py', 'first.py', 'second.py'], 'first.py'],
    [['readme.txt', 'data.csv'], 'readme.txt'],
  ])('of %j is %s', async (paths, chosen) => {
    const { program } = await open(...paths.map((path) => file(path)));
    expect(program.code).toBe(chosen);
    expect(program.files.map(({ path }) => path).sort()).toEqual(
      paths.filter((path) => path !== chosen).sort(),
    );
  });

  it('has small texts as its files; what is no text or large goes to the session', async () => {
    const { program, rest, notes } = await open(
      file('main.py', 'x'),
      file('picture.png', Uint8Array.from([0, 1, 2])),
      file('large.csv', 'x'.repeat(300 * 1024)),
      file('small.csv', 'a\r\nb'),
    );
    expect(program.files).toEqual([{ path: 'small.csv', text: 'a\r\nb' }]);
    expect(rest.map(({ path }) => path)).toEqual(['picture.png', 'large.csv']);
    expect(notes).toEqual([{ kind: 'in_session', names: ['picture.png', 'large.csv'] }]);
  });

  it('is not there, or is no text, or too large', async () => {
    await expect(open()).rejects.toEqual(refusal('empty'));
    await expect(open(file('a.py', ' \n'))).rejects.toEqual(refusal('empty'));
    await expect(open(file('a.png', 'x'), file('b.png', 'x'))).rejects.toEqual(
      refusal('no_program'),
    );
    await expect(open(file('a.py', Uint8Array.from([0, 1, 2])))).rejects.toEqual(refusal('binary'));
    await expect(open(file('a.py', 'x'.repeat(300 * 1024)))).rejects.toEqual(refusal('too_large'));
  });
});

describe('a zip', () => {
  it('that we have made comes back as it was', async () => {
    const program = {
      language: 'python' as const,
      code: 'print(input())\n',
      files: [
        { path: 'ä/データ.csv', text: '1\n' },
        { path: 'README.md', text: 'their own' },
      ],
      stdin: 'typed\n',
      timeoutS: 7,
    };
    const packed = zipProgram(program, { title: 'A', url: 'https://bay.example/s/x', atMs: 0 });
    const back = await open(file('a.zip', packed));
    expect(back.program.code).toBe(program.code);
    expect(back.program.files).toEqual(expect.arrayContaining(program.files));
  });

  it('tells input and time limit in its README', async () => {
    const program = {
      language: 'typescript' as const,
      code: 'a',
      files: [],
      stdin: 'in',
      timeoutS: 7,
    };
    const packed = zipProgram(program, { title: '# A', atMs: 0 });
    const back = await open(file('a.zip', packed));
    expect(back.program).toEqual(program);
  });

  it('gives up a folder around everything, and what no project needs', async () => {
    const { program } = await open(
      zip({ 'p-main/app.py': 'x', 'p-main/lib/a.py': 'y', 'p-main/.git/config': 'z' }),
    );
    expect(program.code).toBe('x');
    expect(program.files).toEqual([{ path: 'lib/a.py', text: 'y' }]);
  });

  it('with names that lead elsewhere is opened without those', async () => {
    const bad = [
      '../up.py',
      '/root.py',
      'C:/drive.py',
      'a/../../b.py',
      '..\\win.py',
      '\\\\host\\a.py',
    ];
    const { program, notes } = await open(
      zip({ 'main.py': 'x', ...Object.fromEntries(bad.map((name) => [name, 'bad'])) }),
    );
    expect(program.files).toEqual([]);
    expect(notes).toEqual([{ kind: 'left_out', names: bad }]);
  });

  it('is refused where it is damaged, holds too many files, or unfolds to too much', async () => {
    await expect(open(file('a.zip', 'PK\x03\x04 and no more'))).rejects.toEqual(
      refusal('zip_damaged'),
    );
    const many = Object.fromEntries(Array.from({ length: 201 }, (_, at) => [`${at}.txt`, '']));
    await expect(open(zip(many))).rejects.toEqual(refusal('zip_entries'));
    const bomb = zip({ 'main.py': 'x', 'zeros.bin': '\0'.repeat(33 * 1024 * 1024) });
    expect(bomb.content.size).toBeLessThan(100_000);
    await expect(open(bomb)).rejects.toEqual(refusal('zip_size'));
  });

  it('that tells a smaller size than it has gives no more than that', async () => {
    const made = new Uint8Array(
      await zip({ 'main.py': `x = "${'y'.repeat(5000)}"` }).content.arrayBuffer(),
    );
    const view = new DataView(made.buffer);
    // The uncompressed size in the central directory, whose signature comes last but one.
    for (let at = 0; at + 4 < made.length; at++) {
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 10, true);
    }
    const { program } = await open(file('a.zip', made));
    expect(program.code.length).toBeLessThanOrEqual(10);
  });
});
