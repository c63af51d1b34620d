import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** The calls of next/dynamic in a source, with all that stands in their brackets. */
function dynamicCalls(source: string): string[] {
  return [...source.matchAll(/\bdynamic\(/g)].map(({ index }) => {
    let depth = 0;
    for (let at = source.indexOf('(', index); at < source.length; at++) {
      if (source[at] === '(') depth += 1;
      else if (source[at] === ')') depth -= 1;
      if (depth === 0) return source.slice(index, at + 1);
    }
    return source.slice(index);
  });
}

// With neither, next/dynamic makes no Suspense boundary: until the part has come no change of the page is
// shown, and what is typed into a controlled field meanwhile is lost.
const hasBoundary = (call: string) => /\bssr: false\b|\bloading:|\bloading\b[,\s}]/.test(call);

describe('parts that are loaded when they are needed', () => {
  const calls = globSync('{app,components}/**/*.tsx').flatMap((file) => {
    const source = readFileSync(file, 'utf8');
    return source.includes("'next/dynamic'")
      ? dynamicCalls(source).map((call) => [file, call])
      : [];
  });

  it('are many', () => {
    expect(calls.length).toBeGreaterThan(15);
  });

  it.each(calls)('%s: the page goes on while it waits for %s', (_, call) => {
    expect(hasBoundary(call ?? '')).toBe(true);
  });

  it('a part without a boundary is seen', () => {
    expect(
      hasBoundary(dynamicCalls("dynamic(() => import('./a').then((a) => a.A))")[0] ?? ''),
    ).toBe(false);
  });
});
