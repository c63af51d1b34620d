import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fingerprint } from './build.mjs';

let root: string;

const write = (file: string, content: string) => {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), content);
};

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'runbay-build-'));
  write('app/page.tsx', 'one');
  write('next.config.js', 'config');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

describe('fingerprint', () => {
  it('changes with the content, name and number of the sources', () => {
    const before = fingerprint(root, {});
    expect(fingerprint(root, {})).toBe(before);
    write('app/page.tsx', 'two');
    const changed = fingerprint(root, {});
    expect(changed).not.toBe(before);
    write('lib/new.ts', '');
    expect(fingerprint(root, {})).not.toBe(changed);
  });

  it('changes with NEXT_PUBLIC_ settings and no others', () => {
    const before = fingerprint(root, {});
    expect(fingerprint(root, { PORT: '3001' })).toBe(before);
    expect(fingerprint(root, { NEXT_PUBLIC_NAME: 'x' })).not.toBe(before);
  });

  it('does not change with what the build never reads', () => {
    const before = fingerprint(root, {});
    write('lib/run.test.ts', 'x');
    write('components/console/console.test.tsx', 'x');
    write('e2e/run.spec.ts', 'x');
    write('docs/decisions/001.md', 'x');
    write('public/lessons/python/first-steps.md', 'x');
    write('lib/agentbay/guest/__pycache__/agent.pyc', 'x');
    expect(fingerprint(root, {})).toBe(before);
  });
});
