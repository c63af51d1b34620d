import { expect, test } from 'vitest';
import { sandboxArguments } from './bubblewrap';

const LIMITS = {
  memoryLimitBytes: 1,
  processLimit: 2,
  workspaceBytes: 333,
  tmpBytes: 444,
  fileLimitBytes: 5,
};
const PLACES = {
  guest: '/tmp/g',
  node: '/n/node',
  python: '/usr/bin/python3',
  application: '/srv/runbay',
  seen: [] as string[],
};
const text = (masked: string[] = [], places = PLACES) =>
  sandboxArguments(LIMITS, places, masked, false).join(' ');

test('each namespace is named, none is only tried, and no further one can be made', () => {
  for (const name of ['user', 'pid', 'net', 'ipc', 'uts']) {
    expect(text()).toMatch(new RegExp(`--unshare-${name}(?!-try)`));
  }
  expect(text()).toContain('--disable-userns');
  expect(text()).not.toContain('--unshare-all');
});

test('the root, /dev and the first process’s folder end up read-only', () => {
  expect(text()).toMatch(/--tmpfs \/proc\/1 --remount-ro \/proc\/1/);
  expect(text()).toMatch(/--tmpfs \/dev\/shm --remount-ro \/dev/);
  expect(text().lastIndexOf('--remount-ro / ')).toBeGreaterThan(text().lastIndexOf('--tmpfs'));
});

test('the writable folders have their sizes', () => {
  expect(text()).toContain('--size 333 --tmpfs /workspace');
  expect(text()).toContain('--size 444 --tmpfs /tmp');
});

test('nothing of the host is bound for writing', () => {
  expect(
    sandboxArguments(LIMITS, PLACES, [], false).filter((word) => /^--(dev-)?bind/.test(word)),
  ).toEqual([]);
});

test('what an interpreter needs of the host is seen, and cannot be written', () => {
  expect(text([], { ...PLACES, seen: ['/etc/R'] })).toContain('--ro-bind-try /etc/R /etc/R');
});

test('an application below /usr is hidden', () => {
  expect(text([], { ...PLACES, application: '/usr/src/app' })).toContain('--tmpfs /usr/src/app');
  expect(text()).not.toContain('/srv/runbay');
});

test('what /proc tells of the host is masked', () => {
  expect(text(['/proc/keys'])).toContain('--ro-bind /dev/null /proc/keys');
});

test('the sandbox has users and hosts of its own, not those of the host', () => {
  for (const file of ['passwd', 'group', 'hosts']) {
    expect(text()).toContain(`--symlink /runbay/guest/${file} /etc/${file}`);
    expect(text()).not.toMatch(new RegExp(`bind(-try)? /etc/${file} `));
  }
});

test('without control groups nothing maps memory that belongs to no file', () => {
  const words = sandboxArguments(LIMITS, PLACES, [], true).join(' ');
  expect(words).toMatch(/--dev \/dev .*--dev-bind \/dev\/full \/dev\/zero --remount-ro \/dev/);
  expect(text()).not.toContain('/dev/zero');
});
