/** Programs that bring their own input, as they are sent to AgentBay, here in this machine's interpreters. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LANGUAGE_NAMES } from '@/lib/agentbay/languages';
import type { EngineSession } from '../engine';
import { findHostLanguages } from '../local/host-languages';
import { localEngine, printed, run } from '../testing';
import { type GivenProgram, javaWithInput, pythonWithInput, rWithInput } from './given-input';

const { found } = findHostLanguages(['python', 'r', 'java'], process.cwd());
const installed = found.map(({ id }) => id);

const GIVEN: Record<string, (code: string, stdin: string) => GivenProgram> = {
  python: pythonWithInput,
  r: rWithInput,
  java: javaWithInput,
};

describe('a program with its input', () => {
  const engine = localEngine({ RUNBAY_LANGUAGES: installed.join() });
  let session: EngineSession;
  beforeAll(async () => {
    session = await engine.createSession();
  }, 60_000);
  afterAll(() => engine.dispose());

  test.for([
    ['python', 'print(input("Name? "), input())', 'Name? Jörg "x" \\\\ two\n'],
    ['r', 'cat(readline("Name? "), readline())', 'Name? Jörg "x" \\\\ two'],
    ['r', 'cat(readLines("stdin", n = 1), readLines(stdin(), n = 1))', 'Jörg "x" \\\\ two'],
    [
      'r',
      'con <- file("stdin")\ncat(scan(con, "", sep = "\\n", quiet = TRUE))',
      'Jörg "x" \\\\ two',
    ],
    [
      'java',
      'var in = new Scanner(System.in);\nSystem.out.print(in.nextLine() + " " + in.nextLine());',
      'Jörg "x" \\\\ two',
    ],
  ] as const)('%s: %s', async ([language, code, expected], { skip }) => {
    skip(!installed.includes(language), `${LANGUAGE_NAMES[language].name} is not installed here`);
    const given = GIVEN[language]?.(code, 'Jörg "x" \\\\\ntwo\n');
    // Twice in one context, as calls of a session are.
    for (const context of ['fresh', 'continue'] as const) {
      const answer = await run(session, language, given?.code ?? '', { context });
      expect(answer.errorMessage).toBeUndefined();
      expect(printed(answer)).toBe(expected);
    }
  });

  test.for(['r', 'java'] as const)(
    '%s: its lines keep their numbers',
    async (language, { skip }) => {
      skip(!installed.includes(language), `${LANGUAGE_NAMES[language].name} is not installed here`);
      const code = language === 'r' ? 'x <- 1\nstop("own")' : 'int x = 1;\nint y = x / 0;';
      const given = GIVEN[language]?.(code, 'a\n');
      expect((await run(session, language, given?.code ?? '')).error).toMatchObject({ line: 2 });
    },
  );
});
