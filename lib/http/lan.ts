/** The local network that `npm start -- --lan` serves. */
import 'server-only';

/** Where the devices of the class find this machine, the likeliest first; none where it was not started so. */
export function lanAddresses(): string[] {
  const find: unknown = Reflect.get(globalThis, Symbol.for('runbay.lanAddresses'));
  return typeof find === 'function' ? (find() as string[]) : [];
}

/** Whether this server was started for a class. */
export function servesLan(): boolean {
  return Reflect.has(globalThis, Symbol.for('runbay.lanAddresses'));
}
