/** Who calls: the keys that the operator gave, by their place in the list. */
import 'server-only';
import { createHash, timingSafeEqual } from 'node:crypto';
import type { Parameters } from './parameters';
import { Refusal } from './refusal';

function digestOf(key: string): Buffer {
  return createHash('sha256').update(key).digest();
}

export class GatewayKeys {
  /** The keys themselves are not kept. */
  readonly #digests: Buffer[];

  constructor(keys: readonly string[]) {
    this.#digests = keys.map(digestOf);
  }

  /** The key's number, from 1. It takes the same time for every key, known or not. Throws InvalidApiKey. */
  ownerOf(parameters: Parameters): number {
    const given = parameters.secret('Authorization');
    const [, key] = /^Bearer +(\S+) *$/i.exec(given ?? '') ?? [];
    if (key === undefined) {
      const message = 'Authorization: expected "Bearer" and an API key in the form.';
      throw new Refusal('InvalidApiKey', message);
    }
    const digest = digestOf(key);
    let owner = 0;
    for (const [at, known] of this.#digests.entries()) {
      if (timingSafeEqual(known, digest)) owner = at + 1;
    }
    if (owner === 0) throw new Refusal('InvalidApiKey', 'The API key is not valid.');
    return owner;
  }
}
