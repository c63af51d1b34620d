import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { EngineSession } from '../agentbay/engines/engine';
import { localEngine, printed, run } from '../agentbay/engines/testing';
import { EXAMPLES } from './catalogue';
import { expectations } from './expectations';
import { loadPrograms } from './programs';

describe('the examples', () => {
  const engine = localEngine();
  let session: EngineSession;
  const missing = new Set<string>();

  beforeAll(async () => {
    session = await engine.createSession();
    for (const library of new Set(EXAMPLES.flatMap(({ needs = [] }) => needs))) {
      const { success } = await run(session, 'python', `import ${library}`, { timeoutS: 30 });
      if (!success) missing.add(library);
    }
  }, 120_000);
  afterAll(() => engine.dispose());

  test.for(EXAMPLES)('$id works, and prints what it should', async (example, { skip }) => {
    const lacking = (example.needs ?? []).filter((library) => missing.has(library));
    skip(lacking.length > 0, `the system has no ${lacking.join(', ')}`);
    const { prints, stdin = '', shows } = expectations[example.id] ?? { prints: /never/ };
    const code = (await loadPrograms(example.language)).get(example.id) ?? '';

    // The page's own limit: an example must not need more than a visitor has.
    const timeoutS = example.needs ? 30 : 10;
    const answer = await run(session, example.language, code, { stdin, timeoutS });
    expect(answer.errorMessage).toBeUndefined();
    expect(answer.success).toBe(true);
    expect(answer.logs.stderr.join('')).toBe('');
    if (typeof prints === 'string') expect(printed(answer)).toContain(prints);
    else expect(printed(answer)).toMatch(prints);
    if (shows) expect(answer.results.some((item) => item[shows] !== undefined)).toBe(true);
  });
});
