// Sends the bytes of one request and waits for the end of its connection.
// @ts-check
import { connect } from 'node:net';

/** So long a client that has not said everything waits for an answer; then it goes. */
const PATIENCE_MS = 500;

/**
 * @typedef {object} Outcome
 * @property {number} status 0 where there was no answer
 * @property {string} head
 * @property {string} body its first characters
 * @property {number} ms from the connection to its end
 * @property {boolean} hung
 */

/**
 * @param {{ port: number, host: string }} at
 * @param {import('./request.mjs').Malformed} request
 * @param {number} limitMs
 * @returns {Promise<Outcome>}
 */
export function send({ port, host }, { bytes, isWhole }, limitMs) {
  return new Promise((resolve) => {
    const began = performance.now();
    const socket = connect(port, host);
    let text = '';
    let hung = false;
    const limit = setTimeout(() => {
      hung = true;
      socket.destroy();
    }, limitMs);
    const patience = isWhole ? undefined : setTimeout(() => socket.end(), PATIENCE_MS);
    socket.on('connect', () => socket.write(bytes));
    socket.setEncoding('latin1');
    socket.on('data', (data) => {
      if (text.length < 20_000) text += data;
      // It may have no end.
      if (/^content-type: text\/event-stream/im.test(text)) socket.destroy();
    });
    socket.on('error', () => {});
    socket.on('close', () => {
      clearTimeout(limit);
      clearTimeout(patience);
      // What came first may be `100 Continue`.
      const answer = text.replace(/^HTTP\/1\.1 100 [^\r]*\r\n\r\n/, '');
      const [head = '', ...rest] = answer.split('\r\n\r\n');
      const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(head)?.[1] ?? 0);
      resolve({
        status,
        head,
        body: rest.join('\r\n\r\n').slice(0, 2_000),
        ms: performance.now() - began,
        hung,
      });
    });
  });
}
