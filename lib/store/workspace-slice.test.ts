import { describe, expect, it } from 'vitest';
import type { SourceFile, WorkspaceFile } from '../agentbay/contract';
import { localProblem, ProblemError } from '../client/problem';
import { DONE, playgroundDouble, START, settle } from './playground-double';
import { sessionFiles } from './session-files';

/** A playground whose session holds these texts; `at` is when they were written. */
function playgroundOn(session: Map<string, { text: string; at: number }>) {
  const reads: string[] = [];
  const listed = (): WorkspaceFile[] =>
    [...session].map(([path, { text, at }]) => ({
      path,
      sizeBytes: new TextEncoder().encode(text).length,
      modifiedAtMs: at,
    }));
  const playground = playgroundDouble({
    api: {
      files: async () => ({ files: listed(), truncated: false }),
      readFile: async (path) => {
        reads.push(path);
        return new Blob([session.get(path)?.text ?? '']);
      },
      writeFile: async (path, content) => {
        session.set(path, { text: await content.text(), at: 99 });
      },
      deleteFile: async (path) => {
        session.delete(path);
      },
      renameFile: async (path, newPath) => {
        session.set(newPath, session.get(path) ?? { text: '', at: 0 });
        session.delete(path);
      },
    },
  });
  const state = playground.state;
  /** A run to its end, in which the program does something. */
  const run = async (program: () => void = () => {}) => {
    for (const { path, text } of state().sourceFiles) {
      if (session.get(path)?.text !== text) session.set(path, { text, at: 10 });
    }
    void state().runProgram();
    await settle();
    program();
    await playground.latest().send(START, DONE);
    await turn();
  };
  const changed = () => state().changedFiles.map(({ path }) => path);
  const inSession = () => sessionFiles(state()).map(({ path }) => path);
  return { ...playground, session, reads, run, changed, inSession };
}

/** Reading a Blob takes real turns of the event loop. */
const turn = () => new Promise((resolve) => setTimeout(resolve, 5));

const sources = (...files: SourceFile[]) => files;

describe('after a run', () => {
  it('what the program wrote is there, without its own files', async () => {
    const { state, run, session, inSession } = playgroundOn(new Map());
    state().putFiles(sources({ path: 'helper.py', text: 'x' }));
    await run(() => session.set('out.txt', { text: 'written', at: 20 }));
    expect(inSession()).toEqual(['out.txt']);
    expect(state().changedFiles).toEqual([]);
  });

  it('a file of the program that it has changed is told, by size or by what is in it', async () => {
    const { state, run, session, changed, reads } = playgroundOn(new Map());
    state().putFiles(sources({ path: 'a', text: '1' }, { path: 'b', text: '2' }));
    await run(() => {
      session.set('a', { text: '1 and more', at: 20 });
      session.set('b', { text: '3', at: 20 });
    });
    expect(changed()).toEqual(['a', 'b']);
    expect(reads).toEqual(['b']);
  });

  it('a file that keeps its time is read once only', async () => {
    const { state, run, changed, reads } = playgroundOn(new Map());
    state().putFiles(sources({ path: 'a', text: '1' }));
    await run();
    await run();
    expect(changed()).toEqual([]);
    expect(reads).toEqual(['a']);
  });

  it('a change that is not to be told is told again when there is another one', async () => {
    const { state, run, session, changed } = playgroundOn(new Map());
    state().putFiles(sources({ path: 'a', text: '1' }));
    await run(() => session.set('a', { text: '12', at: 20 }));
    state().forgetChange('a');
    await state().refreshWorkspace();
    expect(changed()).toEqual([]);
    await run(() => session.set('a', { text: '123', at: 30 }));
    expect(changed()).toEqual(['a']);
  });

  it('a file that is no longer the program’s is on its way out of the session', async () => {
    const { state, run, inSession } = playgroundOn(new Map());
    state().putFiles(sources({ path: 'a', text: '1' }));
    await run();
    state().removeFiles(['a']);
    expect(inSession()).toEqual([]);
  });

  it('a clean start has no files', async () => {
    const { state, session, inSession } = playgroundOn(new Map([['a', { text: '', at: 1 }]]));
    await state().refreshWorkspace();
    expect(inSession()).toEqual(['a']);
    session.clear();
    await state().resetSession();
    expect(inSession()).toEqual([]);
  });
});

describe('files from outside', () => {
  const add = async (
    { state }: ReturnType<typeof playgroundOn>,
    ...files: [path: string, content: BlobPart][]
  ) => {
    const work = await state().fileWork();
    await work.add(files.map(([path, content]) => ({ path, content: new Blob([content]) })));
  };
  const notes = ({ state }: ReturnType<typeof playgroundOn>) =>
    state().fileNotes.map(({ path, about }) => [path, about]);

  it('are the program’s own where they are small texts, else the session’s', async () => {
    const playground = playgroundOn(new Map());
    await add(
      playground,
      ['a.csv', '\uFEFFx\r\n'],
      ['b.bin', new Uint8Array([0xff, 0xfe])],
      ['c.txt', 'with\0zero'],
      ['d.txt', 'x'.repeat(256 * 1024 + 1)],
    );
    // Its mark and its line ends are its own.
    expect(playground.state().sourceFiles).toEqual([{ path: 'a.csv', text: '\uFEFFx\r\n' }]);
    expect(playground.inSession()).toEqual(['b.bin', 'c.txt', 'd.txt']);
    expect(playground.state().filesNotice).toMatchObject({ kind: 'added' });
    expect(playground.state().uploads).toEqual([]);
  });

  it('that cannot be had are told one by one, and the others are had', async () => {
    const playground = playgroundOn(new Map());
    await add(
      playground,
      ['../evil', 'x'],
      ['huge', new Uint8Array(16 * 1024 * 1024 + 1)],
      ['ok', 'x'],
    );
    expect(notes(playground)).toEqual([
      ['../evil', 'dots'],
      ['huge', 'over_upload'],
    ]);
    expect(playground.state().sourceFiles.map(({ path }) => path)).toEqual(['ok']);
  });

  it('go to the session where the program has no room for them', async () => {
    const playground = playgroundOn(new Map());
    const half = 'x'.repeat(256 * 1024);
    await add(playground, ['a', half], ['b', half], ['c', 'one more']);
    expect(playground.inSession()).toEqual(['c']);
    expect(notes(playground)).toEqual([['c', 'project_full_so_in_session']]);
  });

  it('named as the program are the program; what stood there is kept', async () => {
    const playground = playgroundOn(new Map());
    playground.state().setCode('mine\n');
    await add(playground, ['main.ts', 'dropped\n']);
    expect(playground.state()).toMatchObject({ language: 'typescript' });
    expect(playground.state().code.typescript).toBe('dropped\n');
    expect(playground.state().code.python).toBe('mine\n');
  });

  it('whose names are taken wait for an answer', async () => {
    const session = new Map([['out.bin', { text: 'old', at: 1 }]]);
    const playground = playgroundOn(session);
    const { state } = playground;
    state().putFiles(sources({ path: 'a.csv', text: 'old' }));
    const adding = add(playground, ['a.csv', 'new'], ['out.bin', '\0'], ['free', 'x']);
    await turn();
    expect(state().clash?.paths).toEqual(['a.csv', 'out.bin']);
    (await state().fileWork()).settleClash('keep_both');
    await adding;
    expect(state().sourceFiles.map(({ path }) => path)).toEqual(['a.csv', 'a-2.csv', 'free']);
    expect(playground.inSession()).toEqual(['out.bin', 'out-2.bin']);
  });

  it('that replace a text leave it among the removed ones', async () => {
    const playground = playgroundOn(new Map());
    const { state } = playground;
    state().putFiles(sources({ path: 'a', text: 'old' }));
    const adding = add(playground, ['a', new Uint8Array([0])]);
    await turn();
    (await state().fileWork()).settleClash('replace');
    await adding;
    expect(state().sourceFiles).toEqual([]);
    expect(playground.inSession()).toEqual(['a']);
    expect(state().removedFiles.map(({ text }) => text)).toEqual(['old']);
  });

  it('that the server refuses are told with its reason', async () => {
    const problem = localProblem('offline');
    const { state } = playgroundDouble({
      api: { writeFile: () => Promise.reject(new ProblemError(problem)) },
    });
    const work = await state().fileWork();
    await work.add([{ path: 'a.bin', content: new Blob(['\0']) }]);
    expect(state().fileNotes).toMatchObject([{ path: 'a.bin', about: { problem } }]);
    expect(state().filesNotice).toBeUndefined();
    expect(state().uploads).toEqual([]);
  });
});

describe('a file of the session', () => {
  const playground = async (...texts: [string, string][]) => {
    const session = new Map(texts.map(([path, text]) => [path, { text, at: 1 }]));
    const made = playgroundOn(session);
    await made.state().refreshWorkspace();
    return { ...made, work: await made.state().fileWork() };
  };

  it('is kept as a file of the program, where it is a text', async () => {
    const { state, work, inSession } = await playground(['a.txt', 'text'], ['b', '\0']);
    await work.keep('a.txt');
    expect(state()).toMatchObject({ openPath: 'a.txt', sourceFiles: [{ text: 'text' }] });
    expect(inSession()).toEqual(['b']);
    await work.keep('b');
    expect(state().fileNotes).toMatchObject([{ path: 'b', about: 'no_text' }]);
  });

  it('is removed, and put back as it was', async () => {
    const { state, work, session, inSession } = await playground(['a', 'text']);
    await work.removeFromSession('a');
    expect(inSession()).toEqual([]);
    expect(state().filesNotice).toMatchObject({ kind: 'removed_in_session', path: 'a' });
    await work.undoRemoval();
    expect(session.get('a')?.text).toBe('text');
    expect(inSession()).toEqual(['a']);
  });

  it('is renamed, yet not to a name that is taken', async () => {
    const { state, work, inSession } = await playground(['a', ''], ['b', '']);
    state().putFiles(sources({ path: 'c', text: '' }));
    expect(await work.renameInSession('a', 'b')).toBe(false);
    expect(await work.renameInSession('a', 'c')).toBe(false);
    expect(await work.renameInSession('a', 'sub/d')).toBe(true);
    expect(inSession()).toEqual(['b', 'sub/d']);
  });

  it('keeps its name: a new file of the program has to take another one', async () => {
    const { state } = await playground(['a', '']);
    expect(state().createFile('a')).toBe('in_session');
    expect(state().createFile('a/b')).toBe('in_file');
  });
});

describe('a version that the program has made of one of its files', () => {
  it('becomes its text; the old one can be had back', async () => {
    const { state, run, session, changed } = playgroundOn(new Map());
    state().putFiles(sources({ path: 'a', text: '1' }));
    await run(() => session.set('a', { text: '12', at: 20 }));
    await (await state().fileWork()).takeVersion('a');
    expect(state().sourceFiles).toEqual([{ path: 'a', text: '12' }]);
    expect(changed()).toEqual([]);
    state().undoFilesNotice();
    expect(state().sourceFiles).toEqual([{ path: 'a', text: '1' }]);
  });
});
