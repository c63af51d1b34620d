/** What takes long to import is there before the next program of a session that imports it, and is as an import leaves it. */
import { existsSync } from 'node:fs';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { localEngine, printed, run } from '@/lib/agentbay/engines/testing';
import type { EngineSession } from '../engine';

const has = (name: string) => existsSync(`/usr/lib/python3/dist-packages/${name}`);
/** It imports numpy only where that has been done already. */
const IS_THERE = 'import sys\nthere = "numpy" in sys.modules\nimport numpy\nprint(there)';

/** Until a waiting interpreter has had the time; each try gives it more, as a busy machine may need. */
async function untilThere(session: EngineSession): Promise<void> {
  for (let waitMs = 200; waitMs < 15_000; waitMs *= 2) {
    if (printed(await run(session, 'python', IS_THERE)) === 'True\n') return;
    // In JavaScript, while the next Python interpreter makes itself ready.
    const wait = `await new Promise((r) => setTimeout(r, ${waitMs}))`;
    await run(session, 'javascript', wait, { timeoutS: 30 });
  }
  throw new Error('numpy was never there before its import.');
}

describe.skipIf(!has('numpy'))('heavy imports', { timeout: 60_000 }, () => {
  const engine = localEngine({ RUNBAY_POOL: '0' });
  afterAll(() => engine.dispose());

  test('the first program of a session finds nothing loaded', async () => {
    const session = await engine.createSession();
    expect(printed(await run(session, 'python', IS_THERE))).toBe('False\n');
    await session.dispose();
  });

  test('the next ones find numpy as its import leaves it, whatever the program before has made of it', async () => {
    const session = await engine.createSession();
    await untilThere(session);
    await run(session, 'python', 'import numpy\nnumpy.array = None\nnumpy.random.seed(1)');
    const code = 'import numpy\nprint(numpy.array([1, 2]) * 2, numpy.random.random())';
    const first = printed(await run(session, 'python', code));
    const second = printed(await run(session, 'python', code));
    expect(first).toMatch(/^\[2 4\] 0\.\d+\n$/);
    expect(second).not.toBe(first);
    await session.dispose();
  });

  test('a file of the workspace comes before a module that is loaded', async () => {
    const session = await engine.createSession();
    await untilThere(session);
    const files = [
      { path: 'numpy.py', text: 'mine = True' },
      { path: 'secrets/__init__.py', text: 'mine = 2' },
    ];
    const code = 'import numpy, secrets\nprint(numpy.mine, secrets.mine)';
    expect(printed(await run(session, 'python', code, { files }))).toBe('True 2\n');
    await session.dispose();
  });

  test('a file of the workspace does not come into what is loaded beforehand', async () => {
    const session = await engine.createSession();
    const files = [{ path: 'secrets.py', text: 'print("loaded by", __name__)' }];
    await untilThere(session);
    const code = 'import numpy\nprint(numpy.zeros(1))';
    for (let n = 0; n < 3; n++) await run(session, 'python', code, { files });
    await run(session, 'javascript', 'await new Promise((r) => setTimeout(r, 200))');
    const { logs } = await run(session, 'python', 'print(1)', { files });
    expect(logs).toEqual({ stdout: ['1\n'], stderr: [] });
    await session.dispose();
  });

  test.skipIf(!has('matplotlib'))('settings of matplotlib in the workspace hold', async () => {
    const session = await engine.createSession();
    const plot =
      'import matplotlib.pyplot as plt\nprint(plt.rcParams["lines.linewidth"], plt.get_backend())';
    const files = [{ path: 'matplotlibrc', text: 'lines.linewidth: 7\n' }];
    const bare = printed(await run(session, 'python', plot));
    for (let n = 0; n < 2; n++) {
      expect(printed(await run(session, 'python', plot, { files: [] }))).toBe(bare);
      await run(session, 'javascript', 'await new Promise((r) => setTimeout(r, 500))');
      const mine = printed(await run(session, 'python', plot, { files }));
      expect(mine).toBe(bare.replace(/^[\d.]+/, '7.0'));
    }
    await session.dispose();
  });

  test.skipIf(!has('matplotlib'))('a new session has matplotlib’s list of fonts', async () => {
    // It is made beside the start of the server.
    const code =
      'import os\nprint(os.listdir("/cache/matplotlib"))\ndef later():\n    import matplotlib.pyplot';
    await vi.waitFor(
      async () => {
        const session = await engine.createSession();
        const listed = printed(await run(session, 'python', code));
        await session.dispose();
        expect(listed).toMatch(/^\['fontlist-.*\.json'\]\n$/);
      },
      { timeout: 30_000 },
    );
    const session = await engine.createSession();
    const find =
      'import os\nfrom matplotlib import font_manager as f\nprint(os.path.isfile(f.findfont("sans")), len(f.fontManager.ttflist) > 10, os.listdir("/cache"))';
    // It was not made anew: that would have asked fontconfig, which keeps a folder there.
    expect(printed(await run(session, 'python', find))).toBe("True True ['matplotlib']\n");
    await session.dispose();
  });
});
