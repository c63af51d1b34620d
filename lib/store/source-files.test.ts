import { describe, expect, it } from 'vitest';
import { memoryStorage } from './playground-double';
import {
  freePath,
  loadFiles,
  problemOfNewPath,
  SOURCE_FILES_KEY,
  saveFiles,
  withRemoved,
} from './source-files';

const file = (path: string, text = path) => ({ path, text });

describe('saved files', () => {
  it('are read as they were written', () => {
    const storage = memoryStorage();
    const saved = { files: [file('a.py'), file('__proto__', '\uFEFF\r\nx')], openPath: 'a.py' };
    expect(saveFiles(storage, saved)).toBe(true);
    expect(loadFiles(storage)).toEqual(saved);
  });

  it.each([
    ['nothing', undefined],
    ['no JSON', '{'],
    ['another version', '{"version":9,"files":[]}'],
    ['another form', '{"version":1,"files":[{"path":7,"text":""}]}'],
  ])('are none where there is %s', (_name, text) => {
    const storage = memoryStorage(text === undefined ? {} : { [SOURCE_FILES_KEY]: text });
    expect(loadFiles(storage)).toBeUndefined();
  });

  it('lose only those that no server would take', () => {
    const files = [file('../a'), file('main.py'), file('b'), file('b'), file('b/c'), file('ok.py')];
    const storage = memoryStorage({
      [SOURCE_FILES_KEY]: JSON.stringify({ version: 1, files, openPath: 'ok.py' }),
    });
    expect(loadFiles(storage)?.files).toEqual([file('b'), file('ok.py')]);
  });
});

describe('a new path', () => {
  const files = [file('data.csv'), file('pkg/util.py'), file('notes')];

  it.each([
    ['data.csv', 'exists'],
    ['DATA.csv', undefined],
    ['pkg', 'is_folder'],
    ['pkg/util', undefined],
    ['notes/today', 'in_file'],
    ['main.ts', 'reserved'],
    ['a//b', 'empty_part'],
  ])('%s: %s', (path, problem) => {
    expect(problemOfNewPath(path, files)).toBe(problem);
  });

  it('is numbered where there cannot be another of that name', () => {
    expect(freePath('new.py', files)).toBe('new.py');
    expect(freePath('data.csv', files)).toBe('data-2.csv');
    expect(freePath('data.csv', [...files, file('data-2.csv')])).toBe('data-3.csv');
    expect(freePath('notes', files)).toBe('notes-2');
    expect(freePath('notes/today.txt', files)).toBe('notes-today-2.txt');
    expect(freePath('main.py', [])).toBe('main-2.py');
    expect(freePath('.env', [file('.env')])).toBe('.env-2');
  });

  it('stays within its limits when it is numbered', () => {
    for (const path of ['x'.repeat(100), `${'😀'.repeat(24)}.csv`, `${'ä'.repeat(48)}.json`]) {
      const next = freePath(path, [file(path)]);
      expect(problemOfNewPath(next, [file(path)])).toBeUndefined();
      expect(next).toMatch(/-\d/);
    }
  });
});

describe('removed files', () => {
  const removed = (id: string, text = id) => ({ id, path: 'a', text, removedAtMs: 0 });

  it('are kept newest first, the same text once', () => {
    const all = withRemoved([removed('1'), removed('2')], [removed('3', '1')]);
    expect(all.map(({ id }) => id)).toEqual(['3', '2']);
  });

  it('are bounded, yet what has just been removed is always among them', () => {
    const many = Array.from({ length: 50 }, (_, at) => removed(`${at}`));
    expect(withRemoved(many, [removed('new')])).toHaveLength(30);
    const large = removed('large', 'x'.repeat(2_000_000));
    expect(withRemoved(many, [large]).map(({ id }) => id)).toEqual(['large']);
  });
});
