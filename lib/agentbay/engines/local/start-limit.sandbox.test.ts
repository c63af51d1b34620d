/** A start that comes to nothing. Bubblewrap hangs so for microseconds only, so a script stands in for it. */
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { childrenOf, hasEnded, processesOf } from './process-tree';
import type { RuntimeFolder } from './runtime-folder';
import { Sandbox, type SandboxPlan } from './sandbox';

const folder = mkdtempSync(join(tmpdir(), 'runbay-test-start-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('a start that hangs before its first process is known is given up, and nothing of it is left', async () => {
  const bwrap = join(folder, 'bwrap');
  writeFileSync(bwrap, '#!/bin/sh\nsleep 600 &\nwait\n');
  chmodSync(bwrap, 0o755);
  const plan: SandboxPlan = {
    host: {
      ...{ bwrap, python: undefined, setpriv: undefined, isRoot: false, groups: null },
      ...{ groupsMissing: '', maskedFiles: [], obstacles: [] },
    },
    limits: {
      memoryLimitBytes: 1,
      processLimit: 1,
      workspaceBytes: 1,
      tmpBytes: 1,
      fileLimitBytes: 1,
    },
    folder: { path: folder } as RuntimeFolder,
    programs: [],
    argumentsFile: bwrap,
    filterFile: bwrap,
  };
  const known = childrenOf(process.pid);
  const started = Sandbox.start(plan);
  const refused = expect(started).rejects.toMatchObject({ code: 'engine_failed' });
  const ours = await vi.waitFor(() => {
    const found = childrenOf(process.pid)
      .filter((pid) => !known.includes(pid))
      .flatMap(processesOf);
    expect(found).toHaveLength(2);
    return found;
  });
  await refused;
  await vi.waitFor(() => expect(ours.map(hasEnded)).toEqual([true, true]));
});
