/** What this host has: the programs, whether we are root, control groups. Looked up once, at start. */
import 'server-only';
import { existsSync } from 'node:fs';
import { arch, platform } from 'node:os';
import type { Config } from '@/lib/config';
import { MASKED_PROC_FILES } from './bubblewrap';
import { type ControlGroups, findControlGroups } from './cgroups';

export interface Host {
  /** Paths; undefined where the program is missing. */
  bwrap: string | undefined;
  python: string | undefined;
  setpriv: string | undefined;
  isRoot: boolean;
  groups: ControlGroups | null;
  /** Why there are no control groups; empty where there are. */
  groupsMissing: string;
  maskedFiles: string[];
  /** Why nothing can be isolated here at all, one sentence each. */
  obstacles: string[];
}

/** Debian's places; a sandbox sees /usr only, so another Python in PATH would not do. */
const find = (...paths: string[]) => paths.find((path) => existsSync(path));

export function lookAtHost(config: Config): Host {
  const bwrap = find('/usr/bin/bwrap', '/usr/local/bin/bwrap', '/bin/bwrap');
  const python = find('/usr/bin/python3');
  const setpriv = find('/usr/bin/setpriv', '/bin/setpriv');
  const isRoot = process.getuid?.() === 0;
  const obstacles: string[] = [];
  if (platform() !== 'linux')
    obstacles.push(`The local engine needs Linux; this is ${platform()}.`);
  else if (arch() !== 'x64' && arch() !== 'arm64') {
    obstacles.push(`The local engine knows the x64 and arm64 processors; this is ${arch()}.`);
  }
  if (!python) obstacles.push('/usr/bin/python3 is missing: apt-get install python3.');
  if (!bwrap) obstacles.push('bubblewrap is missing: apt-get install bubblewrap.');
  if (isRoot && !setpriv) obstacles.push('setpriv is missing: apt-get install util-linux.');
  const { groups, why } =
    config.cgroups === 'off' ? { groups: null, why: 'RUNBAY_CGROUPS is off' } : findControlGroups();
  return {
    bwrap,
    python,
    setpriv,
    isRoot,
    groups,
    groupsMissing: why,
    maskedFiles: MASKED_PROC_FILES.filter((file) => existsSync(file)),
    obstacles,
  };
}
