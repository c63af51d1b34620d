import { expect, it } from 'vitest';
import * as z from './shape';

const fits = (shape: z.Shape<unknown>, value: unknown) => shape.safeParse(value).success;

it('values are of their kind, exactly', () => {
  expect(fits(z.string(), 'a')).toBe(true);
  expect(fits(z.string(), 1)).toBe(false);
  expect(fits(z.number(), Number.NaN)).toBe(false);
  expect(fits(z.number().check(z.int(), z.gte(1), z.lte(60)), 60)).toBe(true);
  expect(fits(z.number().check(z.int(), z.gte(1), z.lte(60)), 60.5)).toBe(false);
  expect(fits(z.boolean(), 0)).toBe(false);
  expect(fits(z.null(), undefined)).toBe(false);
  expect(fits(z.literal([2, 'auto']), 'auto')).toBe(true);
  expect(fits(z.enum(['a', 'b']), 'c')).toBe(false);
  expect(fits(z.array(z.string()), ['a', 1])).toBe(false);
  expect(fits(z.array(z.string()), { length: 0 })).toBe(false);
});

it('an object needs its own keys, may lack the optional ones, and loses all others', () => {
  const shape = z.object({ name: z.string(), age: z.optional(z.number()) });
  expect(shape.safeParse({ name: 'Ada', more: 1 })).toEqual({
    success: true,
    data: { name: 'Ada' },
  });
  expect(fits(shape, { age: 36 })).toBe(false);
  expect(fits(shape, { name: 'Ada', age: null })).toBe(false);
  expect(fits(shape, Object.create({ name: 'Ada' }))).toBe(false);
  expect(fits(shape, null)).toBe(false);
  expect(fits(shape, ['Ada'])).toBe(false);
});

it('a record has known keys only', () => {
  const shape = z.partialRecord(z.enum(['python']), z.string());
  expect(shape.safeParse({ python: 'pass' }).data).toEqual({ python: 'pass' });
  expect(fits(shape, JSON.parse('{"__proto__": "pass"}'))).toBe(false);
  expect(fits(shape, { python: 1 })).toBe(false);
});

it('what is wrong or absent becomes its fallback', () => {
  const shape = z.object({ size: z.catch(z.number(), 14) });
  expect(shape.safeParse({ size: 'big' }).data).toEqual({ size: 14 });
  expect(shape.safeParse({}).data).toEqual({ size: 14 });
});

it('of several shapes the one that fits is taken', () => {
  const shape = z.discriminatedUnion('type', [
    z.object({ type: z.literal('gone') }),
    z.object({ type: z.literal('height'), height: z.number() }),
  ]);
  expect(shape.safeParse({ type: 'height', height: 3 }).data).toEqual({
    type: 'height',
    height: 3,
  });
  expect(fits(shape, { type: 'height' })).toBe(false);
  expect(fits(shape, { type: 'other' })).toBe(false);
});
