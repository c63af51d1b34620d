// A client of the HTTP API, as a script would write it.
// @ts-check
import { Agent, request } from 'node:http';

export class Client {
  #url;
  #agent = new Agent({ keepAlive: true });
  #cookie = '';

  /** @param {string} url */
  constructor(url) {
    this.#url = url;
  }

  /** @param {string} url */
  static withoutSession(url) {
    return new Client(url);
  }

  /** @param {string} url */
  static async withSession(url) {
    const client = new Client(url);
    const { headers } = await client.#send('GET', '/api/session');
    client.#cookie = (headers['set-cookie']?.[0] ?? '').split(';')[0] ?? '';
    if (client.#cookie === '') throw new Error('The server gave no session cookie.');
    return client;
  }

  /** Milliseconds of one run, from the request to its whole answer. @param {string} language @param {string} code */
  async timeRun(language, code) {
    const begin = performance.now();
    const { text } = await this.#send('POST', '/api/run', { code, language, timeoutS: 10 });
    const took = performance.now() - begin;
    const answer = JSON.parse(text);
    if (answer.result?.trim() !== '42') throw new Error(`The server answered ${text}`);
    return took;
  }

  async end() {
    if (this.#cookie !== '') await this.#send('DELETE', '/api/session');
    this.#agent.destroy();
  }

  /** @param {string} method @param {string} path @param {unknown} [body] @returns {Promise<{text: string, headers: import('node:http').IncomingHttpHeaders}>} */
  #send(method, path, body) {
    return new Promise((resolve, reject) => {
      const data = body === undefined ? undefined : JSON.stringify(body);
      const headers = {
        ...(this.#cookie === '' ? {} : { cookie: this.#cookie }),
        ...(data === undefined
          ? {}
          : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(data) }),
      };
      const sent = request(this.#url + path, { method, headers, agent: this.#agent }, (answer) => {
        let text = '';
        answer.setEncoding('utf8');
        answer.on('data', (chunk) => {
          text += chunk;
        });
        answer.on('end', () => resolve({ text, headers: answer.headers }));
        answer.on('error', reject);
      });
      sent.on('error', reject);
      sent.end(data);
    });
  }
}
