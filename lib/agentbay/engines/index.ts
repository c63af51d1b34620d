/** Chooses the engine by the settings. One per process: kept on globalThis, since Next bundles modules more than once. */
import 'server-only';
import { config } from '@/lib/config';
import type { Engine } from './engine';
import { LocalEngine } from './local/local-engine';

const KEY = Symbol.for('runbay.engine');
type Holder = { [KEY]?: Engine };

export function engine(): Engine {
  const holder = globalThis as Holder;
  holder[KEY] ??= new LocalEngine(config());
  return holder[KEY];
}
