/** The unit of docs/deploy as systemd itself sees it. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

/** `--offline` and `--recursive-errors` are that new. */
const OLDEST_SYSTEMD = 250;
/** Tenths; 10.0 is a service without any protection. */
const EXPOSURE_LIMIT = 50;

const unit = readFileSync('docs/deploy/runbay.service', 'utf8');
const missing = whyNotHere();
let folder: string;
let path: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'runbay-unit-'));
  path = join(folder, 'runbay.service');
  // What it starts is looked for.
  writeFileSync(path, unit.replaceAll('/opt/runbay', process.cwd()));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function whyNotHere(): string {
  const { stdout, error } = spawnSync('systemd-analyze', ['--version'], { encoding: 'utf8' });
  if (error) return 'systemd-analyze is not installed';
  const version = Number(/^systemd (\d+)/.exec(stdout)?.[1] ?? 0);
  return version < OLDEST_SYSTEMD ? `systemd ${version} is too old to check it` : '';
}

function analyze(...args: string[]) {
  const { status, stdout, stderr } = spawnSync('systemd-analyze', [...args, path], {
    encoding: 'utf8',
  });
  return { status, said: stdout + stderr };
}

test.skipIf(missing !== '')(`systemd finds nothing wrong with the unit ${missing}`, () => {
  const { status, said } = analyze('verify', '--man=no', '--recursive-errors=no');
  expect(said).not.toContain('runbay.service:');
  expect(status, said).toBe(0);
});

test.skipIf(missing !== '')(`what the unit can reach is bounded ${missing}`, () => {
  const { status, said } = analyze(
    'security',
    '--offline=yes',
    '--no-pager',
    `--threshold=${EXPOSURE_LIMIT}`,
  );
  expect(status, said).toBe(0);
});

test('the unit asks for nothing that keeps sandboxes from starting', () => {
  const breaking =
    /^(?:RestrictNamespaces|PrivateUsers|ProtectHostname|ProtectKernelTunables|ProcSubset|ProtectProc|ProtectControlGroups|MemoryDenyWriteExecute)=/m;
  expect(unit).not.toMatch(breaking);
  expect(unit).not.toMatch(/^SystemCallFilter=.*@(?:mount|privileged)/m);
  expect(unit).toMatch(/^Delegate=memory pids cpu$/m);
});
