/**
 * Who is served next: addresses in turn, and of each its clients in turn, so that neither many runs of a client
 * nor many sessions of an address hold back somebody else's first.
 */
import 'server-only';

/** `address`: whose turn its clients share. Absent: a client's own. */
export interface Waiting {
  readonly client: string;
  readonly address: string | undefined;
}

export class FairQueue<T extends Waiting> {
  /** Of each address its clients, of each client what waits, first in first out. Whoever stands first is next. */
  readonly #addresses = new Map<string, Map<string, T[]>>();

  add(one: T): void {
    const address = addressOf(one);
    const clients = this.#addresses.get(address) ?? new Map<string, T[]>();
    this.#addresses.set(address, clients);
    clients.set(one.client, [...(clients.get(one.client) ?? []), one]);
  }

  remove(one: T): void {
    const address = addressOf(one);
    const clients = this.#addresses.get(address);
    const rest = clients?.get(one.client)?.filter((other) => other !== one) ?? [];
    if (rest.length > 0) clients?.set(one.client, rest);
    else clients?.delete(one.client);
    if (clients?.size === 0) this.#addresses.delete(address);
  }

  /** Takes it out, and lets all others go before its client and its address. */
  serve(one: T): void {
    this.remove(one);
    const address = addressOf(one);
    const clients = this.#addresses.get(address);
    if (clients === undefined) return;
    moveToEnd(clients, one.client);
    moveToEnd(this.#addresses, address);
  }

  /** All that wait, in the order in which they are served. */
  inOrder(): T[] {
    return inTurn([...this.#addresses.values()].map((clients) => inTurn([...clients.values()])));
  }

  /**
   * The last of the address that has most waiting, where that gives a place to one of `newcomer`'s address,
   * which has fewer even with it.
   */
  toGiveWay(newcomer: T, isOfItsGroup: (other: T) => boolean): T | undefined {
    let longest: T[] = [];
    for (const clients of this.#addresses.values()) {
      const waiting = inTurn([...clients.values()]).filter(isOfItsGroup);
      if (waiting.length > longest.length) longest = waiting;
    }
    const own = this.#addresses.get(addressOf(newcomer));
    const ownCount = own ? inTurn([...own.values()]).filter(isOfItsGroup).length : 0;
    return longest.length > ownCount + 1 ? longest.at(-1) : undefined;
  }
}

const addressOf = ({ client, address }: Waiting) => address ?? `client ${client}`;

/** Everyone's first, then everyone's second, and so on. */
function inTurn<T>(lists: T[][]): T[] {
  const found: T[] = [];
  let left = lists;
  for (let round = 0; left.length > 0; round += 1) {
    left = left.filter((list) => list.length > round);
    for (const list of left) found.push(list[round] as T);
  }
  return found;
}

function moveToEnd<V>(map: Map<string, V>, key: string): void {
  const value = map.get(key);
  if (value === undefined) return;
  map.delete(key);
  map.set(key, value);
}
