// What is measured by a program of its own, since it speaks another language or changes its surroundings:
// Jupyter kernels (jupyter-kernels.py) and sandbox-runtime (sandbox-runtime.mjs). A line of JSON for a
// question, a line for its answer; the time is taken there, so the way between us does not count.
// @ts-check
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/** @param {string} command @param {string[]} args @param {{ env: Record<string, string>, cwd: string }} options */
export function drive(command, args, options) {
  const { cwd } = options;
  const env = /** @type {NodeJS.ProcessEnv} */ (options.env);
  const child = spawn(command, args, { cwd, env, stdio: ['pipe', 'pipe', 'pipe'] });
  /** @type {Map<number, (answer: Record<string, unknown>) => void>} */
  const waiting = new Map();
  let count = 0;
  let said = '';
  child.stderr.on('data', (chunk) => {
    said = (said + chunk).slice(-2000);
  });
  child.stdin.on('error', () => {});
  createInterface({ input: child.stdout }).on('line', (line) => {
    const answer = JSON.parse(line);
    waiting.get(answer.id)?.(answer);
    waiting.delete(answer.id);
  });
  const ended = new Promise((resolve) => {
    child.once('error', resolve);
    child.once('close', resolve);
  });
  void ended.then(() => {
    for (const answer of waiting.values()) answer({ problem: `it ended: ${said.trim()}` });
  });
  /** @param {Record<string, unknown>} question @returns {Promise<any>} */
  async function ask(question) {
    const id = ++count;
    const answer = await new Promise((resolve) => {
      waiting.set(id, resolve);
      child.stdin.write(`${JSON.stringify({ id, ...question })}\n`);
    });
    if (answer.problem) throw new Error(answer.problem);
    return answer;
  }
  return {
    ask,
    async stop() {
      child.stdin.end();
      await ended;
    },
  };
}
