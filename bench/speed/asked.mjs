// Runbay over HTTP, as a script would call it.
// @ts-check
import { Agent, request } from 'node:http';
import { Stopwatch } from './measure.mjs';

/**
 * @typedef {object} Asking
 * @property {import('./programs.mjs').Language} language
 * @property {'fresh' | 'continue'} [context]
 * @property {boolean} [withSession] absent: a sandbox of its own for each run
 * @property {boolean} [follows] reads the events as they come; absent: one answer at the end
 */

/** @param {string} url @param {Asking} asking @returns {Promise<import('./measure.mjs').Runner>} */
export async function asker(url, { language, context = 'fresh', withSession, follows }) {
  const agent = new Agent({ keepAlive: true });
  const cookie = withSession ? await cookieOf(url, agent) : undefined;
  const headers = {
    'content-type': 'application/json',
    ...(cookie === undefined ? {} : { cookie }),
    ...(follows ? { accept: 'text/event-stream' } : {}),
  };
  return {
    async close() {
      if (cookie !== undefined) await send(url, 'DELETE', '/api/session', { agent, headers });
      agent.destroy();
    },
    async run(code) {
      const body = JSON.stringify({ code, language, context, timeoutS: 60, stdin: '' });
      const watch = new Stopwatch();
      const reader = follows ? eventReader(watch) : answerReader(watch);
      await send(url, 'POST', '/api/run', { agent, headers, body }, reader);
      return watch.stop('Runbay');
    },
  };
}

/** @param {string} url @param {Agent} agent */
async function cookieOf(url, agent) {
  const given = await send(url, 'GET', '/api/session', { agent, headers: {} });
  const cookie = given['set-cookie']?.[0]?.split(';')[0];
  if (!cookie) throw new Error('The server gave no session cookie.');
  return cookie;
}

/** @param {Stopwatch} watch */
function answerReader(watch) {
  let text = '';
  return {
    data: (/** @type {string} */ chunk) => {
      text += chunk;
    },
    end: () => watch.add(JSON.parse(text).logs?.stdout.join('') ?? text),
  };
}

/** Server-sent events. @param {Stopwatch} watch */
function eventReader(watch) {
  /** Of an event that is not whole yet: joined only once it is. @type {string[]} */
  let open = [];
  return {
    data: (/** @type {string} */ chunk) => {
      const lines = chunk.split('\n');
      for (const [at, line] of lines.entries()) {
        open.push(line);
        if (at === lines.length - 1) break;
        const whole = open.join('');
        open = [];
        if (whole.startsWith('data: {"type":"stdout"')) watch.add(JSON.parse(whole.slice(6)).text);
      }
    },
    end: () => {},
  };
}

const IGNORES = { data: () => {}, end: () => {} };

/**
 * @param {string} url @param {string} method @param {string} path
 * @param {{ agent: Agent, headers: Record<string, string>, body?: string }} given
 * @param {{ data(chunk: string): void, end(): void }} [reader]
 * @returns {Promise<import('node:http').IncomingHttpHeaders>}
 */
function send(url, method, path, { agent, headers, body }, reader = IGNORES) {
  return new Promise((resolve, reject) => {
    const length = body === undefined ? {} : { 'content-length': Buffer.byteLength(body) };
    const options = { method, headers: { ...headers, ...length }, agent };
    const sent = request(url + path, options, (answer) => {
      answer.setEncoding('utf8');
      answer.on('data', reader.data);
      answer.once('error', reject);
      answer.once('end', () => {
        try {
          reader.end();
          resolve(answer.headers);
        } catch (error) {
          reject(error);
        }
      });
    });
    sent.once('error', reject);
    sent.end(body);
  });
}
