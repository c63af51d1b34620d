import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DONE, memoryStorage, playgroundDouble, START, settle } from './playground-double';
import { FIRST_PROGRAMS } from './programs';
import { openDocumentPath, openLanguage, openText } from './selectors';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const playgroundWith = (...paths: string[]) => {
  const storage = memoryStorage();
  const playground = playgroundDouble({ storage });
  playground.state().restoreWork();
  playground.state().restoreFiles();
  for (const path of paths) playground.state().createFile(path, `${path}\n`);
  return { ...playground, storage };
};
const pathsIn = ({ state }: ReturnType<typeof playgroundWith>) =>
  state().sourceFiles.map(({ path }) => path);

describe('a new file', () => {
  it('is opened, and what is written goes into it and not into the program', () => {
    const { state } = playgroundWith('helper.py');
    expect(openDocumentPath(state())).toBe('helper.py');
    state().setText('helper.py', 'x = 1\n');
    expect(openText(state())).toBe('x = 1\n');
    expect(state().code.python).toBe(FIRST_PROGRAMS.python);
    state().openFile(undefined);
    expect(openDocumentPath(state())).toBe('main.py');
    expect(openText(state())).toBe(FIRST_PROGRAMS.python);
  });

  it('has the language that its name says', () => {
    const { state } = playgroundWith('a.mjs');
    expect(openLanguage(state())).toBe('javascript');
    state().createFile('b.PY');
    expect(openLanguage(state())).toBe('python');
    state().createFile('data.csv');
    expect(openLanguage(state())).toBe('plaintext');
  });

  it('is refused where its name, or the room, does not allow it', () => {
    const { state } = playgroundWith('a.py');
    expect(state().createFile('a.py')).toBe('exists');
    expect(state().createFile('main.js')).toBe('reserved');
    expect(state().createFile('big.txt', 'x'.repeat(512 * 1024))).toBe('project_full');
    for (let at = 1; at < 50; at++) state().createFile(`${at}`);
    expect(state().createFile('one more')).toBe('too_many_files');
    expect(state().sourceFiles).toHaveLength(50);
  });
});

describe('the files of a program', () => {
  it('survive a reload with the tab that was open', () => {
    const { state, storage } = playgroundWith('helper.py', 'b.py');
    state().openFile('helper.py');
    state().setText('helper.py', 'changed\n');
    vi.advanceTimersByTime(1000);
    const after = playgroundDouble({ storage });
    after.state().restoreFiles();
    expect(openDocumentPath(after.state())).toBe('helper.py');
    expect(openText(after.state())).toBe('changed\n');
  });

  it('are the same in every language, and stay when a program is opened', () => {
    const playground = playgroundWith('helper.py');
    playground.state().setLanguage('typescript');
    expect(openDocumentPath(playground.state())).toBe('main.ts');
    playground.state().openFile('helper.py');
    playground.state().openProgram({ language: 'python', code: 'print(7)\n' }, new Set());
    expect(openText(playground.state())).toBe('print(7)\n');
    expect(pathsIn(playground)).toEqual(['helper.py']);
  });

  it('go with every run, as they are at its beginning', async () => {
    const { state, latest } = playgroundWith();
    void state().runProgram();
    await settle();
    expect(latest().request.files).toEqual([]);
    await latest().send(START, DONE);
    state().createFile('helper.py', 'x = 1\n');
    void state().runProgram();
    await settle();
    expect(latest().request.files).toEqual([{ path: 'helper.py', text: 'x = 1\n' }]);
  });

  it('are told where the browser does not keep them', () => {
    const refuse = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    const { state } = playgroundDouble({ storage: { getItem: () => null, setItem: refuse } });
    state().restoreFiles();
    state().createFile('a.py');
    expect(state().filesKept).toBe(false);
  });
});

describe('renaming', () => {
  it('keeps the text, the place and the open tab', () => {
    const playground = playgroundWith('a.py', 'b.py');
    playground.state().openFile('a.py');
    expect(playground.state().renameFile('a.py', 'z.py')).toBeUndefined();
    expect(pathsIn(playground)).toEqual(['z.py', 'b.py']);
    expect(openText(playground.state())).toBe('a.py\n');
    expect(openDocumentPath(playground.state())).toBe('z.py');
  });

  it('into a folder of the own name is possible, over another file not', () => {
    const { state } = playgroundWith('a', 'b');
    expect(state().renameFile('a', 'b')).toBe('exists');
    expect(state().renameFile('a', 'a/a')).toBeUndefined();
  });
});

describe('removing', () => {
  it('can be undone: text and place are as they were', () => {
    const playground = playgroundWith('a.py', 'b.py', 'c.py');
    playground.state().removeFiles(['a.py', 'b.py']);
    expect(pathsIn(playground)).toEqual(['c.py']);
    playground.state().undoFilesNotice();
    expect(pathsIn(playground)).toEqual(['a.py', 'b.py', 'c.py']);
    expect(playground.state()).toMatchObject({ openPath: 'a.py', removedFiles: [] });
  });

  it('of the open file turns to the program itself', () => {
    const { state } = playgroundWith('a.py');
    state().removeFiles(['a.py']);
    expect(openDocumentPath(state())).toBe('main.py');
  });

  it('keeps them beyond the notice and a reload', () => {
    const { state, storage } = playgroundWith('a.py');
    state().removeFiles(['a.py']);
    state().forgetFilesNotice();
    const after = playgroundDouble({ storage });
    after.state().restoreFiles();
    expect(after.state().sourceFiles).toEqual([]);
    const [removed] = after.state().removedFiles;
    after.state().createFile('a.py', 'another\n');
    expect(after.state().putBack(removed?.id ?? '')).toBeUndefined();
    expect(after.state().sourceFiles).toEqual([
      { path: 'a.py', text: 'another\n' },
      { path: 'a-2.py', text: 'a.py\n' },
    ]);
  });
});

describe('new texts for files that are there', () => {
  it('replace the old ones, which can be had back', () => {
    const { state } = playgroundWith('a.csv');
    const refused = state().putFiles([
      { path: 'a.csv', text: 'new' },
      { path: 'b.csv', text: 'more' },
      { path: 'c.csv', text: 'x'.repeat(600_000) },
    ]);
    expect([...refused]).toEqual([['c.csv', 'project_full']]);
    expect(state().sourceFiles.map(({ text }) => text)).toEqual(['new', 'more']);
    expect(state().filesNotice?.kind).toBe('replaced');
    state().undoFilesNotice();
    expect(state().sourceFiles.map(({ text }) => text)).toEqual(['a.csv\n', 'more']);
  });

  it('that are the same are no change', () => {
    const { state } = playgroundWith('a.csv');
    state().putFiles([{ path: 'a.csv', text: 'a.csv\n' }]);
    expect(state().filesNotice).toBeUndefined();
  });
});

describe('the line at which a run ended', () => {
  const failIn = async (traceback: string) => {
    const { state, latest } = playgroundWith('helper.py', 'lib/näher.mjs');
    state().openFile(undefined);
    void state().runProgram();
    await settle();
    await latest().send(START, { type: 'error', name: 'E', value: '', traceback, line: 9 }, DONE);
    return { state, mark: state().runMark };
  };
  const python = (...frames: string[]) =>
    `Traceback (most recent call last):\n${frames.map((frame) => `  File ${frame}\n    code\n`).join('')}E`;

  it('is in the file where it happened', async () => {
    const { mark } = await failIn(
      python('"/workspace/main.py", line 9, in <module>', '"/workspace/helper.py", line 3, in f'),
    );
    expect(mark).toMatchObject({ path: 'helper.py', line: 3 });
  });

  it('is in the program where a library or the program itself came last', async () => {
    const main = '"/workspace/main.py", line 9, in <module>';
    const helper = '"/workspace/helper.py", line 3, in f';
    expect((await failIn(python(helper, main))).mark).toMatchObject({ line: 9 });
    expect((await failIn(python(helper, main))).mark).not.toHaveProperty('path');
    const library = '"/usr/lib/python3/helper.py", line 3, in f';
    expect((await failIn(python(main, library))).mark).not.toHaveProperty('path');
  });

  it('is found in the stacks of JavaScript too', async () => {
    const { mark } = await failIn(
      'E\n    at f (file:///workspace/lib/n%C3%A4her.mjs:4:7)\n    at /workspace/main.js:9:1',
    );
    expect(mark).toMatchObject({ path: 'lib/näher.mjs', line: 4, column: 7 });
  });

  it('goes when that file is changed or removed, and stays when another one is', async () => {
    const traceback = python('"/workspace/helper.py", line 3, in f');
    const { state } = await failIn(traceback);
    state().setCode('other\n');
    expect(state().runMark?.path).toBe('helper.py');
    state().setText('helper.py', 'changed');
    expect(state().runMark).toBeUndefined();
    const { state: another } = await failIn(traceback);
    another().removeFiles(['helper.py']);
    expect(another().runMark).toBeUndefined();
  });
});
