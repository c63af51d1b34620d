/**
 * A language is added as CONTRIBUTING.md says, in a copy of the project: a folder and a line. Then it runs.
 * The toy one knows `print TEXT`, `fail TEXT`, and a number alone, which is its value.
 */
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const KERNEL = `
import json, os, sys
control, commands = os.fdopen(10, "w", buffering=1), os.fdopen(11)
tell = lambda kind, payload: control.write(kind + payload + "\\n")
def read(code):
    for number, line in enumerate(code.split("\\n"), 1):
        word, _, rest = line.partition(" ")
        if line and word not in ("print", "fail") and not line.isdigit():
            return {"name": "SyntaxError", "value": "no such word: " + word, "traceback": line, "line": number}
tell("K", "")
for line in commands:
    command = json.loads(line)
    if "check" in command:
        found = read(command["check"])
        problems = [dict(line=found["line"], column=1, endLine=found["line"], endColumn=2, message=found["value"], severity="error")] if found else []
        tell("C", json.dumps({"t": "checked", "id": command["id"], "problems": problems}))
    if "n" not in command:
        continue
    tell("B", str(command["n"]))
    error, status = read(command["code"]), 0
    for number, line in enumerate([] if error else command["code"].split("\\n"), 1):
        word, _, rest = line.partition(" ")
        if word == "print":
            print(rest, flush=True)
        elif word == "fail":
            error = {"name": "Failure", "value": rest, "traceback": rest, "line": number}
            break
        elif line:
            tell("R", json.dumps({"text": line, "isMainResult": True}))
            commands.readline()
    if error:
        tell("E", json.dumps(error))
        status = 1
    tell("D", "%d %d" % (command["n"], status))
`;

const HOST = {
  needs: [['/usr/bin/python3']],
  why: 'to run Toy',
  packages: {},
  version: { command: ['/usr/bin/python3', '--version'], pattern: '(\\d+\\.\\d+\\.\\d+)' },
  sees: [],
  kernel: {
    command: ['/usr/bin/python3', '-I', '{kernel}/kernel.py'],
    limitsData: true,
  },
};

const FACTS = `import type { LanguageFacts } from '../language-facts';

export const toy: LanguageFacts = {
  name: 'Toy',
  runtime: 'Toy',
  aliases: ['toylang'],
  fileName: 'main.toy',
  extensions: ['toy'],
  indentColumns: 2,
  promptMarks: { first: '> ', next: '| ' },
  text: { lineComment: '#', keywords: 'print fail', needsMore: /\\\\$/ },
  firstProgram: 'print Welcome to the bay!\\n',
};
`;

const PROGRAM = `import { localEngine, run } from '@/lib/agentbay/engines/testing';
import { checkLanguage } from '@/lib/agentbay/run-request';
import { isInputComplete } from '@/lib/console/input-complete';
import { colourLine } from '@/lib/highlight/colour-line';
import { FIRST_PROGRAMS } from '@/lib/store/programs';

const engine = localEngine({ RUNBAY_LANGUAGES: 'python,toy' });
const session = await engine.createSession(checkLanguage('ToyLang'));
const language = checkLanguage('toy');
const answers = [];
for (const code of ['print hello\\n42', 'print a\\nfail own', 'nonsense', FIRST_PROGRAMS.toy]) {
  const { logs, results, error, exit } = await run(session, language, code);
  answers.push({ printed: logs.stdout.join(''), results, error, exit });
}
console.log(JSON.stringify({
  languages: (await engine.languages()).map(({ id, version }) => [id, version !== '']),
  answers,
  problems: await session.check('print a\\nnonsense', language),
  complete: [isInputComplete(language, 'print a'), isInputComplete(language, 'print (')],
  colours: colourLine('print 1 # x', language).pieces.map(({ kind }) => kind),
}));
await engine.dispose();
`;

let copy = '';
let said: {
  languages: unknown;
  answers: Record<string, unknown>[];
  problems: unknown;
  complete: unknown;
  colours: unknown;
};

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'toy-language-'));
  chmodSync(copy, 0o755);
  cpSync('lib', join(copy, 'lib'), { recursive: true });
  cpSync('scripts', join(copy, 'scripts'), { recursive: true });
  for (const name of ['package.json', 'tsconfig.json']) cpSync(name, join(copy, name));
  symlinkSync(join(process.cwd(), 'node_modules'), join(copy, 'node_modules'));

  // The folder.
  const folder = join(copy, 'lib/languages/toy');
  mkdirSync(join(folder, 'kernel'), { recursive: true });
  writeFileSync(join(folder, 'language.ts'), FACTS);
  writeFileSync(join(folder, 'host.json'), JSON.stringify(HOST));
  writeFileSync(join(folder, 'kernel/kernel.py'), KERNEL);

  // The line.
  const all = join(copy, 'lib/languages/all.ts');
  const source = readFileSync(all, 'utf8');
  writeFileSync(
    all,
    `import { toy } from './toy/language';\n${source.replace(/ALL_LANGUAGES = \{/, 'ALL_LANGUAGES = { toy,')}`,
  );

  writeFileSync(join(copy, 'program.ts'), PROGRAM);
  const output = execFileSync(
    process.execPath,
    ['--import', './scripts/typescript-hooks.mjs', 'program.ts'],
    {
      cwd: copy,
      env: { ...process.env, RUNBAY_LANGUAGES: 'python,toy', RUNBAY_LOG: 'silent' },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  said = JSON.parse(output.toString().trim().split('\n').at(-1) ?? '');
}, 60_000);

afterAll(() => rmSync(copy, { recursive: true, force: true }));

test('a folder and a line make a language that runs', () => {
  expect(said.languages).toEqual([
    ['toy', true],
    ['python', true],
  ]);
  expect(said.answers[0]).toMatchObject({
    printed: 'hello\n',
    results: [{ text: '42', isMainResult: true }],
    exit: { reason: 'exited', code: 0 },
  });
  expect(said.answers[3]).toMatchObject({ printed: 'Welcome to the bay!\n' });
});

test('its errors have their lines, and what it cannot read is found without a run', () => {
  expect(said.answers[1]).toMatchObject({ error: { name: 'Failure', value: 'own', line: 2 } });
  expect(said.answers[2]).toMatchObject({ error: { name: 'SyntaxError', line: 1 } });
  expect(said.problems).toEqual([expect.objectContaining({ line: 2, severity: 'error' })]);
});

test('the page has its colours, and knows where an input ends', () => {
  expect(said.complete).toEqual([true, false]);
  expect(said.colours).toEqual(expect.arrayContaining(['keyword', 'number', 'comment']));
});
