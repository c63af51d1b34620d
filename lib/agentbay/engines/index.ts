/** Chooses the engine by the settings. One per process: kept on globalThis, since Next bundles modules more than once. */
import 'server-only';
import { type AgentBaySettings, config } from '@/lib/config';
import { remember } from '@/lib/remember';
import { CloudEngine } from './cloud/cloud-engine';
import type { Engine } from './engine';
import { LocalEngine } from './local/local-engine';

/** `apiKey`: on the cloud, another than that of the settings. */
export function engine(apiKey?: string): Engine {
  const settings = config().agentBay;
  if (config().engine === 'local' || settings === undefined) {
    return engineOf('local', () => new LocalEngine(config()));
  }
  return cloudEngine({ ...settings, apiKey: apiKey ?? settings.apiKey });
}

/** Ends all sessions of all engines; nothing is left behind. */
export async function disposeEngines(): Promise<void> {
  await Promise.all([...engines().values()].map((one) => one.dispose()));
}

function cloudEngine(settings: AgentBaySettings): Engine {
  return engineOf(settings.apiKey, () => new CloudEngine(config(), settings));
}

function engines(): Map<string, Engine> {
  return remember('engines', () => new Map<string, Engine>());
}

function engineOf(name: string, make: () => Engine): Engine {
  const known = engines().get(name);
  if (known !== undefined) return known;
  const made = make();
  engines().set(name, made);
  return made;
}
