/** For tests only: a conversation on the wire, written down without what is secret or new each time. */
import type { CallOptions, WireAnswer } from './sdk-like-client';

type Fields = Record<string, string>;

export interface Exchange {
  action: string;
  query: Fields;
  form: Fields;
  status: number;
  answer: WireAnswer['body'];
}

interface Sender {
  send(action: string, form: Fields, options: CallOptions): Promise<WireAnswer>;
}

export class Recorder {
  readonly exchanges: Exchange[] = [];
  readonly #client: Sender;
  readonly #names = new Map<string, string>();

  constructor(client: Sender) {
    this.#client = client;
  }

  async send(action: string, form: Fields, query: Fields = {}): Promise<WireAnswer['body']> {
    const { status, body } = await this.#client.send(action, form, { query });
    const sent = { action, query, form: { Authorization: 'Bearer <key>', ...form } };
    this.exchanges.push(this.#redacted({ ...sent, status, answer: body }));
    return body;
  }

  /** Session ids by their order, a time that stands for all times. */
  #redacted(exchange: Exchange): Exchange {
    const text = JSON.stringify(exchange, (key, value) =>
      key === 'RequestId' ? '<request id>' : value,
    );
    return JSON.parse(
      text
        .replace(/session-[0-9a-f]{32}/g, (id) => this.#nameOf(id))
        .replace(/(executionTime\\":)[\d.e-]+/g, (_, name) => `${name}0.01`)
        // It grows with the languages.
        .replace(/(Supported languages are )[^"]*\./g, (_, words) => `${words}<names>.`)
        .replace(/("NextToken":")[\w-]+/g, (_, name) => `${name}<token>`),
    );
  }

  #nameOf(id: string): string {
    const name = this.#names.get(id) ?? `<session ${this.#names.size + 1}>`;
    this.#names.set(id, name);
    return name;
  }
}
