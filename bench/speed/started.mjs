// Interpreters that are started for each program: by hand, and by hand with bubblewrap around them.
// @ts-check
import { spawn } from 'node:child_process';
import { Stopwatch } from './measure.mjs';

/** The system's Python and the project's Node.js, the same programs that the sandboxes run. @type {Record<import('./programs.mjs').Language, string[]>} */
export const INTERPRETERS = {
  python: ['/usr/bin/python3', '-c'],
  javascript: [process.execPath, '-e'],
};

/** An ordinary line: the system's programs to read, folders of its own to write, nothing shared, no network. @param {import('./programs.mjs').Language} language */
export function bubblewrapLine(language) {
  const [interpreter = ''] = INTERPRETERS[language];
  return [
    ...['bwrap', '--ro-bind', '/usr', '/usr', '--symlink', 'usr/bin', '/bin'],
    ...['--symlink', 'usr/lib', '/lib', '--symlink', 'usr/lib64', '/lib64'],
    ...['--ro-bind-try', '/etc/alternatives', '/etc/alternatives'],
    ...['--proc', '/proc', '--dev', '/dev', '--tmpfs', '/tmp', '--chdir', '/tmp'],
    ...(interpreter.startsWith('/usr/') ? [] : ['--ro-bind', interpreter, interpreter]),
    ...['--unshare-all', '--die-with-parent', '--new-session', '--clearenv', '--'],
  ];
}

/** From the start of the process to its end with its output read. @param {string[]} words @param {Record<string, string>} [env] @returns {import('./measure.mjs').Runner} */
export function starter(words, env = {}) {
  /** @type {Set<number>} */
  const alive = new Set();
  return {
    processes: () => [...alive],
    close() {
      for (const pid of alive) process.kill(pid, 'SIGKILL');
    },
    run: (code) =>
      new Promise((resolve, reject) => {
        const [command = '', ...args] = [...words, code];
        const watch = new Stopwatch();
        // An empty environment, as the sandboxes have: this one's could slow the interpreters down.
        const options = { env: /** @type {NodeJS.ProcessEnv} */ (env) };
        const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'inherit'] });
        if (child.pid !== undefined) alive.add(child.pid);
        child.stdout.on('data', (chunk) => watch.add(chunk));
        child.once('error', reject);
        child.once('close', () => {
          alive.delete(child.pid ?? 0);
          try {
            resolve(watch.stop(command));
          } catch (error) {
            reject(error);
          }
        });
      }),
  };
}
