/** What happens once, before the first request: settings, store, engine, a word to the operator, signals. */
import 'server-only';
import { engine } from './agentbay/engines';
import type { EngineStatus } from './agentbay/engines/engine';
import { LANGUAGE_NAMES } from './agentbay/languages';
import { wrongLanguages } from './agentbay/offered-languages';
import { config, settingsError, unknownSettings, wantedLanguages, wrongSettings } from './config';
import { observeAnswers } from './operator/answers';
import { openDoor } from './operator/door';
import { shutDownOnSignals } from './sessions/shutdown';
import { openedStore } from './snippets';
import { wordsOfUsage } from './snippets/filling';

const MODES: Record<EngineStatus['mode'], string> = {
  full: 'fully isolated',
  reduced: 'isolated, without some limits that this host does not offer',
  unsafe: 'WITHOUT ISOLATION: programs can do whatever this server can',
  refused: 'not possible on this host',
  remote: 'programs run elsewhere',
};

/** Ends the process with status 1, and says why, where the server cannot do its job. */
export async function boot(): Promise<void> {
  try {
    checkSettings();
    observeAnswers();
    const { place, store } = await openedStore();
    await startEngine();
    console.log(`Snippets: in ${place}, ${wordsOfUsage(await store.check())}`);
    await openDoor();
    const keys = config().gatewayKeys.length;
    if (keys > 0) console.log(`Gateway: for programs written for AgentBay, keys: ${keys}`);
  } catch (error) {
    giveUp(error instanceof Error ? error.message : String(error));
  }
}

/** Throws an Error that lists all that are wrong. */
function checkSettings(): void {
  const wrong = [...wrongSettings(), ...wrongLanguages(wantedLanguages())];
  if (wrong.length > 0) throw settingsError(wrong);
  for (const sentence of unknownSettings()) console.warn(sentence);
}

async function startEngine(): Promise<void> {
  const status = await engine().status();
  const facts = status.facts.map((fact) => `  - ${fact}`);
  if (status.mode === 'refused') {
    giveUp(
      [
        `The ${status.engine} engine cannot isolate programs on this host, so it does not run any:`,
        ...facts,
        'To run them without isolation, where nobody else can reach this server, set RUNBAY_UNSAFE_NO_SANDBOX=1.',
      ].join('\n'),
    );
  }
  shutDownOnSignals();
  const languages = await engine().languages();
  const names = languages.map(({ id, name, version }) => {
    const { runtime } = LANGUAGE_NAMES[id];
    const known = version === '' ? '' : ` ${version}`;
    return runtime === name ? `${name}${known}` : `${name} (${runtime}${known})`;
  });
  console.log([`Engine: ${status.engine}, ${MODES[status.mode]}`, ...facts].join('\n'));
  console.log(`Languages: ${names.join(', ')}`);
}

function giveUp(reason: string): never {
  console.error(`Runbay does not start.\n${reason}`);
  process.exit(1);
}
