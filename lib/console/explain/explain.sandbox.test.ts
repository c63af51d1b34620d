/** Each explanation against the error that the real engine gives for a program with that mistake. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
// biome-ignore lint/style/noRestrictedImports: the errors are to be the engine's own
import type { EngineSession } from '@/lib/agentbay/engines/engine';
// biome-ignore lint/style/noRestrictedImports: what is there to run them
import { findHostLanguages } from '@/lib/agentbay/engines/local/host-languages';
// biome-ignore lint/style/noRestrictedImports: the same
import { localEngine, run } from '@/lib/agentbay/engines/testing';
import java from '@/lib/languages/java/wrong-programs.json';
import javascript from '@/lib/languages/javascript/wrong-programs.json';
import python from '@/lib/languages/python/wrong-programs.json';
import r from '@/lib/languages/r/wrong-programs.json';
import typescript from '@/lib/languages/typescript/wrong-programs.json';
import { explanations } from '@/lib/messages/en/explanations';
import { explainError } from './explain';
import { sentencesOf } from './sentence';

/** Programs with one mistake each, its kind, and everything that is to be said of it. */
const WRONG = { python, javascript, typescript, r, java };
/** Their interpreters may be missing here. */
const MORE = ['r', 'java'] as const;
const { found } = findHostLanguages([...MORE], process.cwd());

const offered = ['python', 'javascript', 'typescript', ...found.map(({ id }) => id)];
const engine = localEngine({ RUNBAY_LANGUAGES: offered.join() });
let session: EngineSession;
beforeAll(async () => {
  session = await engine.createSession();
});
afterAll(() => engine.dispose());

async function explained(language: keyof typeof WRONG, code: string) {
  const stdin = code.includes('+ input') ? '5\n' : '';
  const { error } = await run(session, language, code, { stdin });
  expect(error, 'the program fails').toBeDefined();
  const explanation = error && explainError(error, code, language);
  if (!explanation) return undefined;
  const said = sentencesOf(explanation, explanations)
    .map((words) => words.map(({ text, isCode }) => (isCode ? `\`${text}\`` : text)).join(''))
    .join(' ');
  return { kind: explanation.kind, said, line: explanation.line };
}

describe.each(['python', 'javascript', 'typescript'] as const)(
  '%s: what is said of',
  (language) => {
    it.each(WRONG[language])('$kind: $code', async ({ kind, code, said }) => {
      expect(await explained(language, code)).toMatchObject({ kind, said });
    });

    it('at least forty kinds of mistakes', () => {
      const kinds = new Set(WRONG[language].map(({ kind }) => kind));
      expect(kinds.size).toBeGreaterThanOrEqual(40);
    });
  },
);

describe.each(MORE)('%s: what is said of', (language) => {
  it.for(WRONG[language])('$kind: $code', async ({ kind, code, said }, { skip }) => {
    skip(!offered.includes(language), `${language} is not installed here`);
    expect(await explained(language, code)).toMatchObject({ kind, said });
  });
});

describe('explanations', () => {
  it('name the line', async () => {
    const code = 'a = 1\nb = 2\nprint(a + c)\n';
    expect(await explained('python', code)).toMatchObject({ kind: 'unknownName', line: 3 });
  });

  it('are not made for errors that the program raises itself', async () => {
    expect(await explained('python', 'raise ValueError("own")')).toBeUndefined();
    expect(await explained('javascript', 'throw new Error("own")')).toBeUndefined();
  });

  it('have each been seen with a real error', () => {
    const seen = new Set(Object.values(WRONG).flatMap((wrong) => wrong.map(({ kind }) => kind)));
    expect(Object.keys(explanations.kinds).filter((kind) => !seen.has(kind))).toEqual([]);
  });
});
