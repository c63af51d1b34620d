/** What this process has on the host: processes, control groups, folders, mounts. */
import { readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';

export function leftOnHost() {
  return {
    processes: processes().sort(),
    controlGroups: controlGroups().length,
    folders: readdirSync(tmpdir()).filter((name) => name.startsWith(`runbay-${process.pid}-`))
      .length,
    // Of other programs' mounts some may come or go meanwhile.
    mounts: readFileSync('/proc/self/mountinfo', 'utf8')
      .split('\n')
      .filter((line) => line.includes(`runbay-${process.pid}-`)).length,
  };
}

/** The names of the processes below this one, by /proc. */
function processes(): string[] {
  const parents = new Map<number, { parent: number; name: string }>();
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const [, name = '', rest = ''] =
        /\((.*)\) (.*)/s.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? [];
      parents.set(Number(pid), { parent: Number(rest.split(' ')[1]), name });
    } catch {} // It ended while we looked.
  }
  const isOurs = (pid: number): boolean =>
    pid === process.pid || (parents.has(pid) && isOurs(parents.get(pid)?.parent ?? 0));
  return [...parents]
    .filter(([pid]) => pid !== process.pid && isOurs(pid))
    .map(([, { name }]) => name);
}

function controlGroups(): string[] {
  const found: string[] = [];
  const look = (folder: string, depth: number) => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      if (!entry.isDirectory()) continue;
      const path = `${folder}/${entry.name}`;
      if (entry.name.startsWith(`runbay-${process.pid}-`)) found.push(path);
      else if (depth > 0) look(path, depth - 1);
    }
  };
  try {
    look('/sys/fs/cgroup', 4);
  } catch {} // A group that ended while we looked, or none at all.
  return found;
}
