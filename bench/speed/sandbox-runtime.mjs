// @anthropic-ai/sandbox-runtime for the bench: initialized once, then each command is wrapped and started (driven.mjs).
// @ts-check
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { INTERPRETERS, starter } from './started.mjs';

const [, , entry = ''] = process.argv;
const { SandboxManager } = await import(pathToFileURL(entry).href);

const quoted = (/** @type {string} */ word) => `'${word.replaceAll("'", `'\\''`)}'`;

/** @param {{ ask: string, language: import('./programs.mjs').Language, code: string }} question */
async function answer({ ask, language, code }) {
  if (ask === 'open') {
    await SandboxManager.initialize({
      network: { allowedDomains: [], deniedDomains: [] },
      filesystem: { denyRead: [], allowWrite: ['/tmp'], denyWrite: [] },
    });
    return {};
  }
  const began = performance.now();
  const command = [...INTERPRETERS[language], code].map(quoted).join(' ');
  const wrapped = await SandboxManager.wrapWithSandbox(command);
  const wrapMs = performance.now() - began;
  const { PATH = '', LD_LIBRARY_PATH } = process.env;
  const env = { PATH, ...(LD_LIBRARY_PATH === undefined ? {} : { LD_LIBRARY_PATH }) };
  const { ms, firstMs, bytes } = await starter(['/bin/sh', '-c'], env).run(wrapped);
  return { ms: ms + wrapMs, firstMs: firstMs + wrapMs, bytes };
}

for await (const line of createInterface({ input: process.stdin })) {
  const question = JSON.parse(line);
  void answer(question)
    .catch((error) => ({ problem: String(error.message) }))
    .then((found) => process.stdout.write(`${JSON.stringify({ id: question.id, ...found })}\n`));
}
await SandboxManager.reset();
process.exit();
