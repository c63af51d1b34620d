// One run as a page does it: it follows the events, answers what the program asks, and notes the times.
// @ts-check
import { request } from 'node:http';

/** After this nobody waits any longer. */
const PATIENCE_MS = 120_000;

/**
 * @typedef {object} Person
 * @property {string} url of a server on this machine
 * @property {import('node:http').Agent} agent
 * @property {string} [cookie] absent: each run has a sandbox of its own
 * @property {string} [address] what a trusted proxy would say of them
 */

/**
 * @typedef {object} PageRun
 * @property {number} status of the answer; 0 where none came
 * @property {string} [problem] its code, where it was refused or did not come to its end
 * @property {number} [retryAfterS]
 * @property {number} places its first place in the queue, 0 where it did not wait
 * @property {string} [reason]
 * @property {string} output
 * @property {number} firstMs to the first of the program's output; NaN where there was none
 * @property {number} tookMs
 * @property {boolean} [reconnected] the server had closed the connection when it was used again, and took it on a new one
 */

/** @param {Person} person @param {import('node:http').OutgoingHttpHeaders} [more] */
const headersOf = ({ cookie, address }, more = {}) => ({
  ...more,
  ...(cookie === undefined ? {} : { cookie }),
  ...(address === undefined ? {} : { 'x-forwarded-for': address }),
});

/**
 * The cookie of a new session; undefined where the server gives none.
 * @param {Person} person @returns {Promise<string | undefined>}
 */
export function newSession(person) {
  return new Promise((resolve, reject) => {
    request(
      `${person.url}/api/session`,
      { headers: headersOf(person), agent: person.agent },
      (answer) => {
        answer.resume();
        answer.once('end', () => resolve(answer.headers['set-cookie']?.[0]?.split(';')[0]));
      },
    )
      .once('error', reject)
      .end();
  });
}

/** @param {Person} person */
export function endSession(person) {
  return new Promise((resolve) => {
    request(
      `${person.url}/api/session`,
      { method: 'DELETE', headers: headersOf(person), agent: person.agent },
      (answer) => {
        answer.resume();
        answer.once('end', resolve);
      },
    )
      .once('error', resolve)
      .end();
  });
}

/**
 * @param {Person} person
 * @param {{ language: string, code: string, answers?: string[], timeoutS?: number }} program
 * @returns {Promise<PageRun>}
 */
export function runAsPage(person, { language, code, answers = [], timeoutS = 10 }) {
  const { url, agent } = person;
  const body = JSON.stringify({ language, code, timeoutS });
  const began = performance.now();
  /** @type {PageRun} */
  const run = { status: 0, places: 0, output: '', firstMs: Number.NaN, tookMs: 0 };
  let runId = '';
  const left = [...answers];
  const onEvent = (/** @type {string} */ name, /** @type {any} */ event) => {
    if (name === 'queued') run.places = Math.max(run.places, event.position);
    else if (name === 'start') runId = event.runId;
    else if (name === 'done') run.reason = event.exit.reason;
    else if (name === 'problem') {
      run.problem = event.code;
      run.retryAfterS = event.retryAfterS;
    } else {
      if (Number.isNaN(run.firstMs)) run.firstMs = performance.now() - began;
      if (name === 'stdout' && run.output.length < 100_000) run.output += event.text;
      if (name === 'input') void type(person, runId, left.shift());
    }
  };
  return new Promise((resolve) => {
    const end = (/** @type {string} */ problem = '') => {
      if (problem !== '') run.problem ??= problem;
      run.tookMs = performance.now() - began;
      resolve(run);
    };
    const send = () => {
      const sent = request(
        `${url}/api/run`,
        {
          method: 'POST',
          agent,
          timeout: PATIENCE_MS,
          headers: headersOf(person, {
            'content-type': 'application/json',
            'content-length': Buffer.byteLength(body),
            accept: 'text/event-stream',
          }),
        },
        (answer) => {
          run.status = answer.statusCode ?? 0;
          const retryAfter = answer.headers['retry-after'];
          if (retryAfter !== undefined) run.retryAfterS = Number(retryAfter);
          let rest = '';
          answer.setEncoding('utf8');
          answer.on('data', (text) => {
            rest += text;
            if (run.status !== 200) return;
            const parts = rest.split('\n\n');
            rest = parts.pop() ?? '';
            for (const part of parts) {
              const [, name, data] = /^event: (\w+)\ndata: (.*)$/.exec(part) ?? [];
              if (name !== undefined && data !== undefined) onEvent(name, JSON.parse(data));
            }
          });
          answer.once('end', () => {
            if (run.status !== 200) end(codeOf(rest));
            else end(run.reason === undefined ? 'cut_off' : '');
          });
          answer.once('error', () => end('cut_off'));
        },
      );
      sent.once('timeout', () => sent.destroy());
      sent.once('error', (/** @type {NodeJS.ErrnoException} */ error) => {
        if (run.status === 0 && isClosedBefore(sent, error)) {
          run.reconnected = true;
          send();
        } else end(error.code ?? 'lost');
      });
      sent.end(body);
    };
    send();
  });
}

/**
 * A server closes a connection that rests while the next request is on its way. Browsers send that once more
 * on a connection of its own where nothing of an answer has come; a new one that is reset is an error.
 * @param {import('node:http').ClientRequest} sent @param {NodeJS.ErrnoException} error
 */
function isClosedBefore(sent, { code }) {
  return sent.reusedSocket && (code === 'ECONNRESET' || code === 'EPIPE');
}

/** @param {string} text */
function codeOf(text) {
  try {
    return String(JSON.parse(text).code);
  } catch {
    return 'no_problem_document';
  }
}

/** A line, or the end of the input where there is none left. @param {Person} person @param {string} runId @param {string | undefined} line */
function type(person, runId, line) {
  const body = JSON.stringify(line === undefined ? { text: '', end: true } : { text: line });
  const options = {
    method: 'POST',
    agent: person.agent,
    headers: headersOf(person, {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
    }),
  };
  return new Promise((resolve) => {
    const send = () => {
      const sent = request(`${person.url}/api/runs/${runId}/input`, options, (answer) => {
        answer.resume();
        answer.once('end', resolve);
      });
      sent.once('error', (/** @type {NodeJS.ErrnoException} */ error) => {
        if (isClosedBefore(sent, error)) send();
        else resolve(undefined);
      });
      sent.end(body);
    };
    send();
  });
}
