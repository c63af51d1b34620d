/** What every engine must do with files: those of a program, and those of its session's workspace. */
import { createHash, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Engine, EngineSession, WorkspaceFiles } from './engine';
import { printed, run } from './testing';

async function* chunks(...given: (string | Buffer)[]): AsyncGenerator<Buffer> {
  for (const chunk of given) yield Buffer.from(chunk);
}

async function contentOf(files: WorkspaceFiles, path: string): Promise<Buffer> {
  const { sizeBytes, content } = await files.open(path);
  const read: Uint8Array[] = [];
  for await (const chunk of content) read.push(chunk);
  const joined = Buffer.concat(read);
  expect(joined.length).toBe(sizeBytes);
  return joined;
}

/** `makeEngine`: with a workspace of 8 MiB. */
export function filesSuite(name: string, makeEngine: () => Engine): void {
  describe(`${name}: files`, () => {
    let engine: Engine;
    let session: EngineSession;

    beforeAll(async () => {
      engine = makeEngine();
      session = await engine.createSession();
    }, 30_000);
    afterAll(() => engine.dispose());

    const python = (code: string, options = {}) => run(session, 'python', code, options);
    const listed = async () => (await session.files.list()).files.map(({ path }) => path);
    const clear = () =>
      python(
        'import os, shutil\nfor n in os.listdir():\n  shutil.rmtree(n) if os.path.isdir(n) and not os.path.islink(n) else os.remove(n)',
      );

    describe('that come with a program', () => {
      test.each([
        ['python', 'from helper import f\nprint(f(20))', 'helper.py', 'def f(x): return x * 2 + 2'],
        [
          'python',
          'import pack.part as p\nprint(p.f(20))',
          'pack/part.py',
          'def f(x): return x * 2 + 2',
        ],
        [
          'javascript',
          "import { f } from './helper.mjs';\nconsole.log(f(20));",
          'helper.mjs',
          'export const f = (x) => x * 2 + 2;',
        ],
        [
          'javascript',
          "console.log(require('./helper').f(20));",
          'helper.js',
          'exports.f = (x) => x * 2 + 2;',
        ],
        [
          'javascript',
          "import { f } from './helper.js';\nconsole.log(f(20));",
          'helper.js',
          'export const f = (x) => x * 2 + 2;',
        ],
        [
          'typescript',
          "import { f } from './helper.ts';\nconsole.log(f(20));",
          'helper.ts',
          'export const f = (x: number): number => x * 2 + 2;',
        ],
      ] as const)('%s: %s', async (language, code, path, text) => {
        const answer = await run(session, language, code, { files: [{ path, text }] });
        expect(answer.logs.stderr.join('')).toBe('');
        expect(answer.errorMessage).toBeUndefined();
        expect(printed(answer)).toBe('42\n');
      });

      test('are there for every call, and what no longer comes is gone', async () => {
        const look = 'import os; print(sorted(n for n in os.listdir() if n.startswith("s-")))';
        const a = { path: 's-a.txt', text: 'a' };
        const b = { path: 's-b/c.txt', text: 'b' };
        expect(printed(await python(look, { files: [a, b] }))).toBe("['s-a.txt', 's-b']\n");
        expect(printed(await python(look))).toBe("['s-a.txt', 's-b']\n");
        const next = { context: 'continue', files: [b] };
        expect(printed(await python(look, next))).toBe("['s-b']\n");
        expect(printed(await python(look, { files: [] }))).toBe('[]\n');
      });

      test('one that the program has changed stays when it no longer comes', async () => {
        const files = [
          { path: 's-a.txt', text: 'a' },
          { path: 's-b.txt', text: 'b' },
        ];
        await python('open("s-a.txt", "a").write("+")', { files });
        await python('', { files: [] });
        const { files: left } = await session.files.list();
        expect(left.map(({ path }) => path)).toEqual(['s-a.txt']);
        expect(String(await contentOf(session.files, 's-a.txt'))).toBe('a+');
        await session.files.delete('s-a.txt');
      });

      test('an unchanged one keeps its time, a changed one has the program’s text again', async () => {
        const files = [{ path: 's-a.txt', text: 'one' }];
        await python('', { files });
        const time = async () => (await session.files.list()).files[0]?.modifiedAtMs;
        const before = await time();
        await python('', { files });
        expect(await time()).toBe(before);
        await python('open("s-a.txt", "a").write("two")', { files });
        expect(String(await contentOf(session.files, 's-a.txt'))).toBe('onetwo');
        expect(printed(await python('print(open("s-a.txt").read())', { files }))).toBe('one\n');
      });

      test('a link, a pipe or a folder of that name is not followed, nor waited for', async () => {
        await python(
          'import os\nos.symlink("/workspace/target.txt", "l.txt")\nos.mkfifo("p.txt")\nos.mkdir("f.txt")\nopen("target.txt", "w").write("kept")',
        );
        const files = ['l.txt', 'p.txt', 'f.txt'].map((path) => ({ path, text: 'new' }));
        const answer = await python(
          'print(open("target.txt").read(), open("l.txt").read(), open("p.txt").read())',
          { files },
        );
        expect(printed(answer)).toBe('kept new new\n');
        expect(answer.logs.stderr.join('')).toBe('f.txt could not be written: Is a directory.\n');
        await clear();
      });

      test('a workspace that is full is told, and the program runs all the same', async () => {
        await python(
          'with open("big", "wb") as f:\n  try:\n    while True: f.write(b"x" * 65536)\n  except OSError: pass',
        );
        const answer = await python('print("ran")', {
          files: [{ path: 'more.txt', text: 'x'.repeat(300_000) }],
        });
        expect(printed(answer)).toBe('ran\n');
        expect(answer.logs.stderr.join('')).toBe(
          'more.txt could not be written: No space left on device.\n',
        );
        await clear();
      });
    });

    describe('of the workspace', () => {
      test('what a program wrote is listed and read', async () => {
        await python(
          'import os\nos.makedirs("a/b")\nopen("a/b/ü 😀.txt", "w").write("hello")\nopen(".hidden", "w")\nopen("empty", "w")\nos.symlink("/etc/passwd", "link")\nos.mkfifo("pipe")\nopen(b"\\xff", "w")',
        );
        const { files, truncated } = await session.files.list();
        expect(truncated).toBe(false);
        expect(files.map(({ path, sizeBytes }) => [path, sizeBytes])).toEqual([
          ['a/b/ü 😀.txt', 5],
          ['empty', 0],
        ]);
        expect(Math.abs((files[0]?.modifiedAtMs ?? 0) - Date.now())).toBeLessThan(60_000);
        expect(String(await contentOf(session.files, 'a/b/ü 😀.txt'))).toBe('hello');
        expect((await contentOf(session.files, 'empty')).length).toBe(0);
        for (const path of ['nothing', 'a', 'pipe', 'link', 'empty/x']) {
          await expect(session.files.open(path), path).rejects.toMatchObject({
            code: expect.stringMatching(/^(not_found|exists)$/),
          });
        }
        await clear();
      });

      test('what is written arrives byte by byte, in folders of its own, and replaces', async () => {
        const bytes = randomBytes(3_500_000);
        const parts = [bytes.subarray(0, 10), bytes.subarray(10, 2_000_000), bytes.subarray(2e6)];
        await session.files.write('data/raw.bin', chunks('old'));
        await session.files.write('data/raw.bin', chunks(...parts));
        const hash = createHash('sha256').update(bytes).digest('hex');
        expect((await contentOf(session.files, 'data/raw.bin')).equals(bytes)).toBe(true);
        const answer = await python(
          'import hashlib; print(hashlib.sha256(open("data/raw.bin", "rb").read()).hexdigest())',
        );
        expect(printed(answer)).toBe(`${hash}\n`);
        await session.files.write('nothing.txt', chunks());
        expect(await listed()).toEqual(['data/raw.bin', 'nothing.txt']);
        await clear();
      });

      test('what does not fit leaves nothing behind, and the old file as it was', async () => {
        await session.files.write('a.bin', chunks('old'));
        const tooMuch = chunks(randomBytes(9 * 1024 * 1024));
        await expect(session.files.write('a.bin', tooMuch)).rejects.toMatchObject({
          code: 'too_large',
          message: 'The workspace is full: it holds 8 MiB.',
        });
        expect(String(await contentOf(session.files, 'a.bin'))).toBe('old');
        const left = await python('import os; print(sorted(os.listdir()))');
        expect(printed(left)).toBe("['a.bin', 'main.py']\n");
        await clear();
      });

      test('an upload that breaks off leaves nothing behind', async () => {
        async function* broken(): AsyncGenerator<Buffer> {
          yield randomBytes(1_100_000);
          throw new Error('gone');
        }
        await expect(session.files.write('a.bin', broken())).rejects.toThrow('gone');
        expect(await listed()).toEqual([]);
        expect(printed(await python('import os; print(sorted(os.listdir()))'))).toBe(
          "['main.py']\n",
        );
      });

      test('renaming makes folders, removes empty ones, and never replaces', async () => {
        await session.files.write('a/b/one.txt', chunks('1'));
        await session.files.write('two.txt', chunks('2'));
        await session.files.rename('a/b/one.txt', 'c/d.txt');
        expect(await listed()).toEqual(['c/d.txt', 'two.txt']);
        expect(printed(await python('import os; print(os.path.exists("a"))'))).toBe('False\n');
        await expect(session.files.rename('two.txt', 'c/d.txt')).rejects.toMatchObject({
          code: 'exists',
        });
        await expect(session.files.rename('nothing', 'x')).rejects.toMatchObject({
          code: 'not_found',
        });
        expect(String(await contentOf(session.files, 'c/d.txt'))).toBe('1');
      });

      test('deleting', async () => {
        await session.files.delete('c/d.txt');
        expect(await listed()).toEqual(['two.txt']);
        await expect(session.files.delete('c/d.txt')).rejects.toMatchObject({ code: 'not_found' });
        await clear();
      });

      test('a thousand files are listed, and that there are more', async () => {
        await python('for n in range(1100): open(f"f{n:04}", "w")');
        const { files, truncated } = await session.files.list();
        expect(files.length).toBeGreaterThan(990);
        expect(truncated).toBe(true);
        await clear();
      });

      test('while a program runs', async () => {
        const answer = python(
          'import os, time\nwhile not os.path.exists("go.txt"): time.sleep(0.01)\nprint(open("go.txt").read())',
        );
        await session.files.write('go.txt', chunks('went'));
        expect(printed(await answer)).toBe('went\n');
      });
    });
  });
}
