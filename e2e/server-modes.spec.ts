/** The server on hosts of other kinds: as an ordinary user, where nothing can be isolated, and without isolation. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from '@playwright/test';
import { ApiClient } from './api-client';
import { endServers, launch, serve } from './own-server';

let home: string;
test.beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'runbay-e2e-'));
});
test.afterEach(endServers);
test.afterAll(() => rmSync(home, { recursive: true, force: true }));

const isRoot = process.getuid?.() === 0;
const AS_ORDINARY_USER = ['setpriv', '--reuid=64001', '--regid=64001', '--clear-groups'];
/** A world in which no further user namespace can be made, as on hosts that forbid them. */
const WITHOUT_NAMESPACES = [
  ...['bwrap', '--dev-bind', '/', '/', '--unshare-user', '--disable-userns'],
  ...['--uid', '64001', '--gid', '64001', '--die-with-parent'],
];

/** Whether anybody may enter the project's folder; a clone in a private folder is its owner's alone. */
function othersMayRead(): boolean {
  for (let folder = process.cwd(); ; folder = dirname(folder)) {
    if ((statSync(folder).mode & 0o005) !== 0o005) return false;
    if (folder === dirname(folder)) return true;
  }
}

/** Agents and kernels that run outside of any sandbox: their programs lie in a folder of the host's. */
function kernels(): string[] {
  return readdirSync('/proc').filter((name) => {
    try {
      const line = readFileSync(`/proc/${name}/cmdline`, 'utf8');
      return /runbay-\d+-\w+\/guest\/(start\.py|_runbay\/languages\/javascript\/kernel\.cjs)/.test(
        line,
      );
    } catch {
      return false; // No process, or one that has ended.
    }
  });
}

test('as an ordinary user it runs programs, and says what it cannot enforce', async () => {
  test.skip(!isRoot, 'these tests run as an ordinary user already');
  test.skip(!othersMayRead(), 'the project lies in a folder that other users cannot read');
  const { url, said } = await serve({ HOME: home }, AS_ORDINARY_USER);
  expect(said.stdout).toContain('Engine: local, isolated, without some limits');
  expect(said.stdout).toMatch(
    /control groups: none \(.+\); memory is added up every 50 ms instead/,
  );
  const guest = new ApiClient(url);
  expect(await (await guest.request('/api/ready')).json()).toMatchObject({ mode: 'reduced' });
  const who = await guest.run({ code: 'import os\nprint(os.getuid(), os.listdir("/workspace"))' });
  expect(who.result).toBe("1000 ['main.py']\n");
  const js = await guest.run({ code: 'console.log(process.getuid())', language: 'javascript' });
  expect(js.result).toBe('1000\n');
  const greedy = await guest.run({
    code: 'import os, time\nfor _ in range(4):\n    if os.fork() == 0:\n        x = bytearray(300_000_000)\n        time.sleep(3)\n        os._exit(0)\nos.wait()',
    timeoutS: 10,
  });
  expect(greedy.exit.reason).toBe('memory_exceeded');
});

test('where nothing can be isolated it does not start, and says why', async () => {
  const { said, exit } = launch({}, WITHOUT_NAMESPACES);
  expect(await exit).toEqual([1, null]);
  expect(said.stderr).toContain('The local engine cannot isolate programs on this host');
  expect(said.stderr).toContain('RUNBAY_UNSAFE_NO_SANDBOX=1');
  expect(said.stdout).not.toContain('http://');
});

test('without isolation it runs only when asked to, and says so', async () => {
  const { url, said, child, exit } = await serve(
    { RUNBAY_UNSAFE_NO_SANDBOX: '1' },
    WITHOUT_NAMESPACES,
  );
  expect(said.stdout).toContain('WITHOUT ISOLATION');
  const visitor = await ApiClient.withSession(url);
  const first = await visitor.run({
    code: 'import subprocess\nsubprocess.Popen(["sleep", "60"])\nx = 6',
  });
  expect(first.success).toBe(true);
  expect((await visitor.run({ code: 'x * 7', context: 'continue' })).result).toBe('42');
  const js = await visitor.run({ code: 'const y = 6; y * 7', language: 'javascript' });
  expect(js.result).toBe('42');
  const stuck = await visitor.run({ code: 'x = 1\nwhile True: pass', timeoutS: 0.5 });
  expect(stuck.errorMessage).toBe('Stopped after 0.5 s: line 2 was running.');

  const before = kernels();
  expect(before.length).toBeGreaterThan(0);
  child.kill('SIGKILL');
  await exit;
  const left = () => kernels().filter((pid) => before.includes(pid));
  await expect.poll(left, { timeout: 3000 }).toEqual([]);
});
