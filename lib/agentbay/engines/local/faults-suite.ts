/** What becomes of a run when its sandbox dies under it, or hangs, at any moment. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { RunEvent } from '@/lib/agentbay/contract';
import type { EngineSession, Run } from '@/lib/agentbay/engines/engine';
import { follow, localEngine, printed, run, start } from '@/lib/agentbay/engines/testing';
import type { LocalEngine } from './local-engine';
import { childrenOf } from './process-tree';

const sandboxes = () => childrenOf(process.pid).filter(isBubblewrap);

function isBubblewrap(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/comm`, 'utf8') === 'bwrap\n';
  } catch {
    return false; // It ended while we looked.
  }
}

/** From outside, as the kernel might: bubblewrap, or the agent inside. */
function signalAll(who: 'bubblewrap' | 'the agent', signal: NodeJS.Signals): void {
  const outer = sandboxes();
  const pids = who === 'bubblewrap' ? outer : outer.flatMap(childrenOf);
  expect(pids).toHaveLength(1);
  for (const pid of pids) process.kill(pid, signal);
}

const PYTHON = {
  talks:
    'import time\nfor n in range(1000):\n    print("line", n, flush=True)\n    time.sleep(0.01)',
  asks: 'print("line 0")\ninput("Who? ")',
};
const JAVASCRIPT = {
  talks:
    'for (let n = 0; n < 1000; n++) {\n  console.log("line", n);\n  await new Promise((r) => setTimeout(r, 10));\n}',
  asks: 'console.log("line 0");\nconst { createInterface } = require("readline/promises");\nawait createInterface({ input: process.stdin, output: process.stdout }).question("Who? ")',
};
const PROGRAMS = { python: PYTHON, javascript: JAVASCRIPT };

interface Moment {
  when: string;
  does: keyof typeof PYTHON;
  isIt: (event: RunEvent) => boolean;
  /** What has been printed by then. */
  printed: string;
}

const MOMENTS: Moment[] = [
  { when: 'before it has begun', does: 'talks', isIt: ({ type }) => type === 'start', printed: '' },
  {
    when: 'in the middle of its output',
    does: 'talks',
    isIt: (event) => event.type === 'stdout' && event.text.includes('line 5\n'),
    printed: 'line 0\nline 1\nline 2\nline 3\nline 4\nline 5\n',
  },
  {
    when: 'while it waits for input',
    does: 'asks',
    isIt: ({ type }) => type === 'input',
    printed: 'line 0\nWho? ',
  },
];

type Tried = Moment & { language: keyof typeof PROGRAMS };
const TRIED: Tried[] = MOMENTS.flatMap((moment) => [
  { ...moment, language: 'python' },
  { ...moment, language: 'javascript' },
]);

/** `title`: as whom. */
export function faultsSuite(title: string) {
  describe(`a sandbox, ${title},`, () => {
    let engine: LocalEngine;
    let session: EngineSession;
    beforeAll(async () => {
      engine = localEngine({ RUNBAY_POOL: '0' });
      session = await engine.createSession();
    });
    afterAll(async () => {
      await engine.dispose();
      expect(sandboxes()).toEqual([]);
    });

    /** What a run ends with when, at that moment, something is done to its sandbox. */
    async function endOf({ does, isIt, language }: Tried, act: (running: Run) => void) {
      let hasActed = false;
      const running = start(session, language, PROGRAMS[language][does], {
        stdin: null,
        timeoutS: language === 'python' ? 1 : 2,
      });
      const events = await follow(running, (event) => {
        if (hasActed || !isIt(event)) return;
        hasActed = true;
        act(running);
      });
      const output = events.map((event) => (event.type === 'stdout' ? event.text : '')).join('');
      return { done: events.at(-1), output };
    }

    const isFine = async () => {
      const next = await run(session, 'python', 'import os\nprint(os.listdir("/workspace"))');
      expect(printed(next)).toBe("['main.py']\n");
    };

    for (const who of ['bubblewrap', 'the agent'] as const) {
      test.each(TRIED)(
        `ends under a program of $language with ${who} $when: it says so, keeps what was printed, and the next run is fine`,
        async (moment) => {
          await run(session, 'python', 'open("mine.txt", "w")');
          const { done, output } = await endOf(moment, () => signalAll(who, 'SIGKILL'));
          expect(done).toMatchObject({
            type: 'done',
            success: false,
            exit: { reason: 'signalled', signal: 'SIGKILL', sandboxLost: true },
            errorMessage: expect.stringMatching(
              /sandbox had to be replaced; its files are gone\.$/,
            ),
          });
          expect(output.startsWith(moment.printed)).toBe(true);
          await isFine();
        },
      );
    }

    test.each(TRIED)(
      'hangs with its agent under a program of $language $when: that ends all the same, and the next run is fine',
      async (moment) => {
        const { done, output } = await endOf(moment, (running) => {
          signalAll('the agent', 'SIGSTOP');
          // Its time does not count while a program waits for a person: they stop it.
          if (moment.does === 'asks') running.stop();
        });
        expect(done).toMatchObject({
          type: 'done',
          exit: {
            reason: moment.does === 'asks' ? 'stopped' : 'timed_out',
            sandboxLost: true,
          },
        });
        expect(output.startsWith(moment.printed)).toBe(true);
        await isFine();
      },
    );

    test('that dies between two runs is replaced', async () => {
      await run(session, 'python', 'open("mine.txt", "w")');
      signalAll('bubblewrap', 'SIGKILL');
      await vi.waitFor(() => expect(sandboxes()).toEqual([]));
      await isFine();
    });

    test('whose agent hangs goes with its session all the same', async () => {
      const other = localEngine({ RUNBAY_POOL: '0' });
      const [known] = sandboxes();
      const lost = await other.createSession();
      const [pid] = sandboxes().filter((one) => one !== known);
      process.kill(childrenOf(pid as number)[0] as number, 'SIGSTOP');
      await lost.dispose();
      expect(sandboxes()).toEqual([known]);
      await other.dispose();
    });

    test('that dies while it starts is told, and the next one starts', async () => {
      const other = localEngine({ RUNBAY_POOL: '0' });
      await other.status();
      const known = childrenOf(process.pid);
      const creation = other.createSession();
      const killed = vi.waitFor(
        () => {
          const [pid] = childrenOf(process.pid).filter((one) => !known.includes(one));
          process.kill(pid as number, 'SIGKILL');
        },
        { interval: 1 },
      );
      await expect(creation).rejects.toMatchObject({
        code: 'engine_failed',
        message: expect.stringContaining('could not be started'),
      });
      await killed;
      const next = await other.createSession();
      expect((await run(next, 'python', '1 + 1')).result).toBe('2');
      await other.dispose();
    });

    test('that dies while it waits for a visitor is not given to one', async () => {
      const other = localEngine({ RUNBAY_POOL: '1' });
      const known = sandboxes();
      await other.status();
      const waiting = () => sandboxes().filter((one) => !known.includes(one));
      const [first] = await vi.waitFor(() => {
        expect(waiting()).toHaveLength(1);
        return waiting();
      });
      process.kill(first as number, 'SIGKILL');
      // The server is told of it when the kernel has cleared it away.
      await vi.waitFor(() => expect(waiting()).not.toContain(first));
      const visitor = await other.createSession('python');
      expect((await run(visitor, 'python', '1 + 1')).result).toBe('2');
      await other.dispose();
      expect(waiting()).toEqual([]);
    });
  });
}
