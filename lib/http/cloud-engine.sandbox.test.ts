/** The suites of every engine, on the cloud engine: over TLS to the gateway of another Runbay, and what it may skip. */
import { afterAll, beforeAll, beforeEach, expect, vi } from 'vitest';
import { engine as localEngine } from '@/lib/agentbay/engines';
import { CloudEngine } from '@/lib/agentbay/engines/cloud/cloud-engine';
import { httpTransport } from '@/lib/agentbay/engines/cloud/wire/transport';
import { completionSuite } from '@/lib/agentbay/engines/completion-suite';
import { engineSuite } from '@/lib/agentbay/engines/engine-suite';
import { filesSuite } from '@/lib/agentbay/engines/files-suite';
import { languageSuite } from '@/lib/agentbay/engines/language-suite';
import { findHostLanguages } from '@/lib/agentbay/engines/local/host-languages';
import { programsSuite } from '@/lib/agentbay/engines/programs-suite';
import { resultsSuite } from '@/lib/agentbay/engines/results-suite';
import { typescriptSuite } from '@/lib/agentbay/engines/typescript-suite';
import { type TlsFront, tlsFront } from '@/lib/agentbay/gateway/testing/tls-front';
import { LANGUAGES, USUAL_LANGUAGES } from '@/lib/agentbay/languages';
import { parseConfig } from '@/lib/config';
import { gatewayHost } from '@/lib/sessions/gateway';
import { type GatewayServer, gatewayServer } from './gateway-server';

vi.hoisted(() => {
  process.env.RUNBAY_LOG = 'silent';
  // As the suite of files wants it.
  process.env.RUNBAY_WORKSPACE_MIB = '8';
  process.env.RUNBAY_LANGUAGES = 'python,javascript,typescript,r,java';
});

/** Why the wire cannot have it, and the tests that need it. */
const SKIPPED: Record<string, string[]> = {
  'a program gets all of its input before it runs': [
    'input() in python asks for input with its prompt',
    'sys.stdin in python asks for input with its prompt',
    'a child process in python asks for input with its prompt',
    'a thread in python asks for input with its prompt',
    'readline in javascript asks for input with its prompt',
    'readFileSync in javascript asks for input with its prompt',
    'each read asks once more, and the end of input can be given',
    'waiting for a person does not use up the time',
    'a stop at input() shows the user’s lines only',
    'each program begins with its own input',
    'a program that polls for input is asked, and its time goes on',
    'it asks for input with its prompt, and gets it',
    'a chain of children that burn while the parent waits uses its time',
  ],
  'output comes at the end, so nothing can be answered to it': [
    'output arrives before the program has ended',
    'an interrupt is the program’s to handle',
  ],
  'an answer has output and results apart from each other': [
    'results and output of python keep their order',
    'results and output of javascript keep their order',
    'stand among the output in their order',
  ],
  'a call that is given up has no answer, so nobody tells the line': [
    'stop ends it, says the line, and the next run is fine',
  ],
  'there is no action that checks syntax': [
    'finds syntax errors without running anything',
    'works while a program runs',
    'a check while the program holds every process is answered, and harms nothing',
    'a syntax check finds what does not parse, types or not',
    'a check finds what does not parse, and runs nothing',
  ],
  'there is no action that completes names': [
    'Python: names of the context, builtins, keywords, modules, attributes',
    'javascript: names of the context, globals, properties',
    'typescript: names of the context, globals, properties',
    'offsets count UTF-16 units',
    'what a program does to be slow or to fail there costs a moment, and the context goes on',
    'while a program runs in the context nothing is known',
    'between runs the context rests: its timers do not go on because it was asked',
    'knows the names of the context',
    'knows the language’s own names',
    'knows the parts of a value',
    'counts UTF-16 units',
    'has nothing to offer in a text',
    'has nothing to offer while a program runs in the context',
  ],
  'nobody tells what runs on the other side': ['its version is told'],
  'a session does one thing at a time': ['while a program runs'],
};

/** Of the usual ones the engine's own suites tell enough. */
const more = LANGUAGES.filter((id) => !USUAL_LANGUAGES.includes(id));
const installed = findHostLanguages(more, process.cwd()).found;

const KEY = 'key-of-the-front-machine';
const reasons = new Map(
  Object.entries(SKIPPED).flatMap(([reason, names]) => names.map((name) => [name, reason])),
);
const met = new Set<string>();

let back: GatewayServer;
let front: TlsFront;

beforeAll(async () => {
  back = await gatewayServer(gatewayHost, { keys: [KEY] });
  front = await tlsFront(back.url);
}, 60_000);
beforeEach((context) => {
  const reason = reasons.get(context.task.name);
  if (reason === undefined) return;
  met.add(context.task.name);
  context.skip(reason);
});
afterAll(async () => {
  // Those of languages that are not installed here were not met.
  if (installed.length === more.length) {
    expect([...met].sort()).toEqual([...reasons.keys()].sort());
  }
  await front.close();
  await back.close();
  await localEngine().dispose();
});

function cloudEngine(): CloudEngine {
  const config = parseConfig({
    AGENTBAY_API_KEY: KEY,
    AGENTBAY_ENDPOINT: front.endpoint,
    RUNBAY_LANGUAGES: process.env.RUNBAY_LANGUAGES,
  });
  if (config.agentBay === undefined) throw new Error('no key');
  return new CloudEngine(config, config.agentBay, httpTransport(front.cert));
}

engineSuite('cloud engine', cloudEngine);
resultsSuite('cloud engine', cloudEngine);
programsSuite('cloud engine', cloudEngine);
typescriptSuite('cloud engine', cloudEngine);
filesSuite('cloud engine', cloudEngine);
completionSuite('cloud engine', cloudEngine);
for (const { id } of installed) {
  const { programs } = await import(`../languages/${id}/programs-for-tests.ts`);
  // Java takes a second for each program; its work on the wire is R's.
  const parts = id === 'java' ? (['limits', 'contract'] as const) : undefined;
  languageSuite('cloud engine', cloudEngine, id, programs, parts);
}
