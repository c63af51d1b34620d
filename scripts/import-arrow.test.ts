/**
 * app -> components -> lib, and in lib contract <- engines <- sessions <- http, with snippets apart.
 * Biome's rule sees what an import says; this resolves it first, so that a relative path around a
 * corner shows too.
 */
import { globSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { describe, expect, it } from 'vitest';

const BROWSER_SIDE = /^lib\/(store|client|console)\//;
const ABOVE_LIB = /^(app|components)\//;
const REACT = /^(react|react-dom)(\/|$)/;
const NEXT = /^next(\/|$)/;

/** Who may not import what; every rule whose zone holds the file counts. */
const RULES: { zone: RegExp; forbidden: RegExp[] }[] = [
  { zone: /^components\//, forbidden: [/^app\//] },
  { zone: /^lib\//, forbidden: [ABOVE_LIB, REACT] },
  { zone: /^lib\/(?!http\/|boot\.ts$)/, forbidden: [NEXT] },
  { zone: /^lib\/(?!boot\.)[^/]+$/, forbidden: [/^lib\/[^/]+\//] },
  // What a language says of itself stands below the contract; its tests run it.
  {
    zone: /^lib\/languages\/(?!.*\.sandbox\.test\.ts$|.*for-tests\.ts$)/,
    forbidden: [/^lib\/(sessions|http|snippets|agentbay\/engines)(\/|$)/, /^lib\/config$/],
  },
  { zone: /^lib\/agentbay\//, forbidden: [/^lib\/(sessions|http|snippets)\//, BROWSER_SIDE] },
  { zone: /^lib\/sessions\//, forbidden: [/^lib\/(http|snippets)\//, BROWSER_SIDE] },
  { zone: /^lib\/http\//, forbidden: [BROWSER_SIDE] },
  {
    zone: /^lib\/snippets\//,
    forbidden: [/^lib\/(sessions|http|agentbay\/engines)(\/|$)/, BROWSER_SIDE],
  },
  { zone: /^lib\/rooms\//, forbidden: [/^lib\/(sessions|http|agentbay\/engines)(\/|$)/] },
  {
    zone: BROWSER_SIDE,
    forbidden: [
      /^lib\/(sessions|http|agentbay\/engines)(\/|$)/,
      // Only what it calls things.
      /^lib\/snippets\/(?!contract$)/,
      /^lib\/config$/,
    ],
  },
];

const IMPORT = /(?:^|[\s;}])(?:from|import|require)\s*\(?\s*['"]([^'"\n]+)['"]/g;

/** What a source imports: packages by their name, own files by their path from the root, without extension. */
function importsOf(file: string, source: string): string[] {
  return [...source.matchAll(IMPORT)].map(([, wanted = '']) => {
    if (wanted.startsWith('@/')) return posix.normalize(wanted.slice(2));
    if (wanted.startsWith('.')) return posix.join(posix.dirname(file), wanted);
    return wanted;
  });
}

/** A test of what the browser makes of a real run needs the engine. */
function isOutside(file: string): boolean {
  return BROWSER_SIDE.test(file) && file.endsWith('.sandbox.test.ts');
}

function slipsOf(file: string, source: string): string[] {
  const forbidden = RULES.filter(({ zone }) => zone.test(file)).flatMap((rule) => rule.forbidden);
  return importsOf(file, source)
    .filter((wanted) => forbidden.some((pattern) => pattern.test(wanted)))
    .map((wanted) => `${file} imports ${wanted}`);
}

describe('the import arrow', () => {
  it('is kept by every file of components and lib', () => {
    const files = globSync('{components,lib}/**/*.{ts,tsx}').filter((file) => !isOutside(file));
    expect(files.length).toBeGreaterThan(0);
    const slips = files.flatMap((file) => slipsOf(file, readFileSync(join('.', file), 'utf8')));
    expect(slips).toEqual([]);
  });

  it.each([
    ['components/editor/editor.tsx', "import { x } from '../../app/page';"],
    ['lib/sessions/sessions.ts', "import type { X } from '../http/problem';"],
    ['lib/agentbay/engines/local/pool.ts', "export { x } from '../../../sessions/sessions';"],
    ['lib/agentbay/contract.ts', "const x = await import('@/lib/snippets/store');"],
    ['lib/store/run.ts', "import {\n  engine,\n} from '@/lib/agentbay/engines';"],
    ['lib/client/api.ts', "import { read } from '../snippets/store';"],
    ['lib/log.ts', "import { NextResponse } from 'next/server';"],
    ['lib/config.ts', "import './http/route';"],
    ['lib/http/route.ts', "import { useState } from 'react';"],
  ])('is broken by %s with %s', (file, source) => {
    expect(slipsOf(file, source)).toHaveLength(1);
  });

  it.each([
    ['lib/http/route.ts', "import { NextResponse } from 'next/server';"],
    ['lib/sessions/sessions.ts', "import { engine } from '@/lib/agentbay/engines';"],
    ['lib/store/run.ts', "import type { RunEvent } from '@/lib/agentbay/contract';"],
    ['lib/client/api.ts', "import type { Snippet } from '../snippets/contract';"],
    ['lib/boot.ts', "import { table } from './sessions/session-table';"],
    ['components/editor/editor.tsx', "import { useState } from 'react';"],
  ])('allows %s with %s', (file, source) => {
    expect(slipsOf(file, source)).toEqual([]);
  });
});
