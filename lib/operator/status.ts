/** What `npm run status` shows: the moment, the last minutes, and what should be looked at, in words. */
import 'server-only';
import { engine } from '@/lib/agentbay/engines';
import { LANGUAGE_NAMES } from '@/lib/agentbay/languages';
import { config, unknownSettings } from '@/lib/config';
import { checkReadiness } from '@/lib/sessions/readiness';
import { openedStore } from '@/lib/snippets';
import { lookAtMoment, type Moment } from './moment';
import { type Recent, recentOf } from './recent';
import { version } from './version';
import { type Concern, concernsOf } from './warnings';

export interface Status {
  version: string;
  build: string;
  node: string;
  pid: number;
  address: string;
  /** Milliseconds since 1970. */
  upSinceMs: number;
  engine: string;
  mode: string;
  facts: string[];
  languages: string[];
  sessionsLimit: number;
  storePlace: string;
  moment: Moment;
  recent: Recent;
  /** Without one that is a problem all is well. */
  concerns: Concern[];
}

export async function status(port: number): Promise<Status> {
  const [moment, { engine: name, mode, facts }, languages, unready, place] = await Promise.all([
    lookAtMoment(),
    engine().status(),
    engine().languages(),
    checkReadiness().then(
      () => undefined,
      (error: unknown) => (error instanceof Error ? error.message : String(error)),
    ),
    openedStore().then(
      (opened) => opened.place,
      () => '',
    ),
  ]);
  const recent = recentOf();
  const { host, maxSessions } = config();
  return {
    ...version(),
    node: process.version,
    pid: process.pid,
    address: `${host}:${port}`,
    upSinceMs: Math.round(performance.timeOrigin),
    engine: name,
    mode,
    facts,
    languages: languages.map(({ id, version: known }) =>
      `${LANGUAGE_NAMES[id].name} ${known}`.trim(),
    ),
    sessionsLimit: maxSessions,
    storePlace: place,
    moment,
    recent,
    concerns: concernsOf({
      mode,
      unready,
      moment,
      recent,
      config: config(),
      unknownSettings: unknownSettings(),
    }),
  };
}
