// `npm run status`: how the server of this machine does. Status 0: well; 1: a problem, or no server. `-- --json`
// for programs. It asks at the socket in DATA_DIR (lib/operator/socket.ts); PORT says which of several.
// @ts-check
import { readdirSync } from 'node:fs';
import { request } from 'node:http';
import { dirname, join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { statusText } from './status-text.mjs';

const ANSWER_LIMIT_MS = 15_000;

process.chdir(dirname(dirname(fileURLToPath(import.meta.url))));
const folder = process.env.DATA_DIR || 'data';
const wantsJson = process.argv.includes('--json');

try {
  const status = JSON.parse(await ask(socketPath(), '/status'));
  console.log(wantsJson ? JSON.stringify(status, undefined, 2) : statusText(status));
  const isBad = status.concerns.some(
    (/** @type {{ level: string }} */ { level }) => level === 'problem',
  );
  process.exitCode = isBad ? 1 : 0;
} catch (error) {
  const words = /** @type {Error} */ (error).message;
  if (wantsJson) console.log(JSON.stringify({ error: words }));
  else console.error(words);
  process.exitCode = 1;
}

function socketPath() {
  if (process.env.PORT) return join(folder, `status-${process.env.PORT}.sock`);
  const found = socketsIn(folder);
  const [only] = found;
  if (only === undefined) {
    throw new Error(
      `No server runs here: there is no status-PORT.sock in ${resolve(folder)}. Does it have another DATA_DIR?`,
    );
  }
  if (found.length > 1) {
    const ports = found.map((name) => name.replace(/\D/g, '')).join(', ');
    throw new Error(
      `There are several servers, at the ports ${ports}. Say which: PORT=${ports.split(',')[0]} npm run status`,
    );
  }
  return join(folder, only);
}

/** @param {string} where */
function socketsIn(where) {
  try {
    return readdirSync(where).filter((name) => /^status-\d+\.sock$/.test(name));
  } catch {
    return [];
  }
}

/** @param {string} path @param {string} url @returns {Promise<string>} */
function ask(path, url) {
  return new Promise((resolve, reject) => {
    request({ socketPath: path, path: url, signal: AbortSignal.timeout(ANSWER_LIMIT_MS) })
      .on('response', (answer) => text(answer).then(resolve, reject))
      .on('error', (error) => reject(new Error(sentenceFor(error, path))))
      .end();
  });
}

/** @param {NodeJS.ErrnoException} error @param {string} path */
function sentenceFor(error, path) {
  const where = resolve(path);
  if (error.code === 'ENOENT') return `No server runs here: there is no ${where}.`;
  if (error.code === 'ECONNREFUSED') {
    return `No server runs here any more: it ended without a word and left ${where} behind.`;
  }
  if (error.code === 'EACCES') return `${where} is another user's: ask as that user, or as root.`;
  if (error.name === 'AbortError' || error.name === 'TimeoutError') {
    return `The server has not answered within ${ANSWER_LIMIT_MS / 1000} s at ${where}: it is stuck, or the machine has far too much to do.`;
  }
  return `The server could not be asked at ${where}: ${error.message}`;
}
