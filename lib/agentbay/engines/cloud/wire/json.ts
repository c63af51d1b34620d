/** Looking into JSON of others: nothing is taken for granted. */
import 'server-only';

export type Json = Record<string, unknown>;

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Undefined where the text is no JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The object that `value` is, or that it encodes, once or twice; undefined where there is none. */
export function objectIn(value: unknown): Json | undefined {
  let found = value;
  for (let round = 0; round < 3 && typeof found === 'string'; round += 1) found = parseJson(found);
  return isObject(found) ? found : undefined;
}

/** The first of these fields that is there, with a small first letter too. */
export function field(object: Json, ...names: string[]): unknown {
  for (const name of names) {
    for (const spelling of [name, name.charAt(0).toLowerCase() + name.slice(1)]) {
      if (Object.hasOwn(object, spelling) && object[spelling] !== null) return object[spelling];
    }
  }
  return undefined;
}

/** A text field that says something. */
export function textField(object: Json, ...names: string[]): string | undefined {
  const value = field(object, ...names);
  return typeof value === 'string' && value !== '' ? value : undefined;
}
