// What a user would have otherwise: the interpreter started by hand, with no isolation.
// @ts-check
import { execFileSync, spawn } from 'node:child_process';

/** The system's Python and the project's Node.js, the same programs that the sandboxes run. @param {{python: string, javascript: string}} programs */
export function bareInterpreters({ python, javascript }) {
  return {
    python: { command: '/usr/bin/python3', args: ['-c', python] },
    javascript: { command: process.execPath, args: ['-e', javascript] },
    pythonVersion: execFileSync('/usr/bin/python3', ['--version'], { encoding: 'utf8' }).trim(),
  };
}

/** Milliseconds from the start to the end of the process with its output read. @param {{command: string, args: string[]}} bare */
export function timeBare({ command, args }) {
  return new Promise((resolve, reject) => {
    const begin = performance.now();
    let output = '';
    // An empty environment, as the sandboxes have: this one's could slow the interpreters down.
    const child = spawn(command, args, { env: {}, stdio: ['ignore', 'pipe', 'inherit'] });
    child.stdout.on('data', (chunk) => {
      output += chunk;
    });
    child.once('error', reject);
    child.once('close', () => {
      if (output.trim() === '42') resolve(performance.now() - begin);
      else reject(new Error(`${command} printed ${JSON.stringify(output)}`));
    });
  });
}
