/** Long-lived things, one per process: Next bundles modules more than once, and a hot reload again, so they live on globalThis. */
import 'server-only';

/** The value of that name, made at the first call. */
export function remember<T>(name: string, make: () => T): T {
  const holder = globalThis as unknown as Record<symbol, T | undefined>;
  const key = Symbol.for(`runbay.${name}`);
  const known = holder[key];
  if (known !== undefined) return known;
  const made = make();
  holder[key] = made;
  return made;
}
