import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { EngineSession } from '../agentbay/engines/engine';
import { findHostLanguages } from '../agentbay/engines/local/host-languages';
import { localEngine, printed, run } from '../agentbay/engines/testing';
import { LANGUAGES, type Language, USUAL_LANGUAGES } from '../agentbay/languages';
import { EXAMPLES } from './catalogue';
import { loadExpectations } from './expectations-for-tests';
import { loadPrograms } from './programs';

const expectations = await loadExpectations();

describe('the examples', () => {
  const { found } = findHostLanguages(LANGUAGES, process.cwd());
  const offered: readonly Language[] = [...USUAL_LANGUAGES, ...found.map(({ id }) => id)];
  const engine = localEngine({ RUNBAY_LANGUAGES: offered.join() });
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
    skip(!offered.includes(example.language), `${example.language} is not installed here`);
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
