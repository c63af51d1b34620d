/**
 * Checks for data from outside: a small part of what zod has, under the names that zod has for it, as
 * zod itself is a tenth of all the script that a visitor would wait for. `import * as z`.
 */

const WRONG = Symbol('wrong');
type Read<T> = (value: unknown) => T | typeof WRONG;

export interface Shape<T> {
  read: Read<T>;
  /** Throws where the value is wrong. */
  parse(value: unknown): T;
  safeParse(value: unknown): { success: true; data: T } | { success: false; data?: undefined };
}

interface OptionalShape<T> extends Shape<T | undefined> {
  isOptional: true;
}

type Shapes = Record<string, Shape<unknown>>;
export type OutputOf<S> = S extends Shape<infer T> ? T : never;
type OptionalKeys<S extends Shapes> = {
  [K in keyof S]: S[K] extends OptionalShape<unknown> ? K : never;
}[keyof S];
type ObjectOf<S extends Shapes> = {
  [K in Exclude<keyof S, OptionalKeys<S>>]: OutputOf<S[K]>;
} & { [K in OptionalKeys<S>]?: OutputOf<S[K]> };

function shape<T>(read: Read<T>): Shape<T> {
  return {
    read,
    parse(value) {
      const data = read(value);
      if (data === WRONG) throw new Error('The data has another form than was agreed on.');
      return data;
    },
    safeParse(value) {
      const data = read(value);
      return data === WRONG ? { success: false } : { success: true, data };
    },
  };
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const string = () => shape<string>((value) => (typeof value === 'string' ? value : WRONG));

export const boolean = () =>
  shape<boolean>((value) => (typeof value === 'boolean' ? value : WRONG));

export const unknown = () => shape<unknown>((value) => value);

type NumberTest = (value: number) => boolean;

export interface NumberShape extends Shape<number> {
  check(...tests: NumberTest[]): Shape<number>;
}

/** Neither infinite nor not a number. */
export function number(): NumberShape {
  const finite = shape<number>((value) =>
    typeof value === 'number' && Number.isFinite(value) ? value : WRONG,
  );
  return {
    ...finite,
    check: (...tests) =>
      shape((value) => {
        const data = finite.read(value);
        return data !== WRONG && tests.every((test) => test(data)) ? data : WRONG;
      }),
  };
}

export const int = (): NumberTest => Number.isInteger;
export const gte =
  (least: number): NumberTest =>
  (value) =>
    value >= least;
export const lte =
  (most: number): NumberTest =>
  (value) =>
    value <= most;

type Literal = string | number | boolean | null;

/** Exactly this, or one of these. */
export function literal<const T extends Literal>(wanted: T | readonly T[]): Shape<T> {
  const all: readonly unknown[] = Array.isArray(wanted) ? wanted : [wanted];
  return shape((value) => (all.includes(value) ? (value as T) : WRONG));
}

const enumOf = <const T extends string>(names: readonly T[]): Shape<T> => literal<T>(names);
const nothing = () => literal(null);

/** In an object: the key may be absent. */
export function optional<T>(inner: Shape<T>): OptionalShape<T> {
  const read: Read<T | undefined> = (value) =>
    value === undefined ? undefined : inner.read(value);
  return { ...shape(read), isOptional: true };
}

/** `fallback` in place of whatever is wrong or absent. */
const orElse = <T>(inner: Shape<T>, fallback: T): Shape<T> =>
  shape((value) => {
    const data = inner.read(value);
    return data === WRONG ? fallback : data;
  });

export const array = <T>(item: Shape<T>): Shape<T[]> =>
  shape((value) => {
    if (!Array.isArray(value)) return WRONG;
    const items: T[] = [];
    for (const each of value) {
      const data = item.read(each);
      if (data === WRONG) return WRONG;
      items.push(data);
    }
    return items;
  });

/** What else the object has is left out. */
export const object = <S extends Shapes>(shapes: S): Shape<ObjectOf<S>> =>
  shape((value) => {
    if (!isRecord(value)) return WRONG;
    const found: Record<string, unknown> = {};
    for (const [key, inner] of Object.entries(shapes)) {
      const data = inner.read(Object.hasOwn(value, key) ? value[key] : undefined);
      if (data === WRONG) return WRONG;
      if (data !== undefined) found[key] = data;
    }
    return found as ObjectOf<S>;
  });

/** Some of these keys, and no other. */
export const partialRecord = <K extends string, T>(
  key: Shape<K>,
  inner: Shape<T>,
): Shape<Partial<Record<K, T>>> =>
  shape((value) => {
    if (!isRecord(value)) return WRONG;
    const found: Partial<Record<K, T>> = {};
    for (const [name, each] of Object.entries(value)) {
      const known = key.read(name);
      const data = inner.read(each);
      if (known === WRONG || data === WRONG) return WRONG;
      found[known] = data;
    }
    return found;
  });

/** The first that fits. */
export const union = <S extends readonly Shape<unknown>[]>(shapes: S): Shape<OutputOf<S[number]>> =>
  shape((value) => {
    for (const each of shapes) {
      const data = each.read(value);
      if (data !== WRONG) return data as OutputOf<S[number]>;
    }
    return WRONG;
  });

/** The one whose literal at `_key` fits; each of them names that key first. */
export const discriminatedUnion = <S extends readonly Shape<unknown>[]>(_key: string, shapes: S) =>
  union(shapes);

export { enumOf as enum, nothing as null, orElse as catch };
