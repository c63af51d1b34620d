/** What a recorder in a sandbox says of one step, checked: fields are copied by name, everything else is dropped. */
import 'server-only';
import { z } from 'zod';
import {
  BOX_KINDS,
  type Box,
  FRAME_KINDS,
  STEP_EVENTS,
  STEP_OMISSIONS,
  type Step,
  type StepFrame,
} from './trace';

const TEXT = 1000;
const LIST = 200;
const STACK = 40;

/** Half a surrogate pair is no character. */
const text = z
  .string()
  .max(TEXT)
  .transform((value) => value.toWellFormed());
const number = z.number().int().nonnegative().max(1e9);
const value = z.union([text, number]);
const id = z.string().regex(/^[1-9]\d{0,8}$/);

const frame = z
  .object({
    n: text,
    k: z.enum(FRAME_KINDS),
    p: text,
    v: z.array(z.tuple([text, value])).max(LIST),
  })
  .transform(({ n, k, p, v }): StepFrame => ({ name: n, kind: k, file: p, variables: v }));

const box = z
  .object({
    k: z.enum(BOX_KINDS),
    t: text,
    x: text.optional(),
    i: z.array(value).max(LIST).optional(),
    e: z
      .array(z.tuple([value, value]))
      .max(LIST)
      .optional(),
    n: number.optional(),
  })
  .transform(
    ({ k, t, x, i, e, n }): Box => ({
      kind: k,
      type: t,
      ...(x === undefined ? {} : { text: x }),
      ...(i === undefined ? {} : { items: i }),
      ...(e === undefined ? {} : { entries: e }),
      ...(n === undefined ? {} : { size: n }),
    }),
  );

/** Bytes of stdout and of stderr that had been printed. */
const printed = z.tuple([number, number]);

const step = z.object({
  e: z.enum(STEP_EVENTS),
  s: z.array(z.tuple([number, number])).max(STACK),
  c: number.optional(),
  f: z.record(id, frame).optional(),
  h: z.record(id, box).optional(),
  o: printed,
  r: value.optional(),
  x: text.optional(),
});

const end = z.object({
  end: z.enum(['done', 'steps', 'size']),
  o: printed,
  omitted: z.array(z.enum(STEP_OMISSIONS)).max(STEP_OMISSIONS.length),
});

export type GuestStep = z.infer<typeof step>;
export type GuestEnd = z.infer<typeof end>;

/** Undefined for what is neither. */
export function readGuestStep(payload: Buffer): GuestStep | GuestEnd | undefined {
  let json: unknown;
  try {
    json = JSON.parse(payload.toString());
  } catch {
    return undefined;
  }
  const isEnd = typeof json === 'object' && json !== null && 'end' in json;
  const read = isEnd ? end.safeParse(json) : step.safeParse(json);
  return read.success ? read.data : undefined;
}

/** In words; `output`: how many pieces of it there were. */
export function stepOf({ e, s, c, f, h, r, x }: GuestStep, output: number): Step {
  return {
    event: e,
    stack: s,
    ...(c === undefined ? {} : { hidden: c }),
    ...(f === undefined ? {} : { frames: f }),
    ...(h === undefined ? {} : { boxes: h }),
    output,
    ...(r === undefined ? {} : { value: r }),
    ...(x === undefined ? {} : { exception: x }),
  };
}

/** The one step of a program that was ended. */
export function readState(payload: Buffer): Step | undefined {
  const said = readGuestStep(payload);
  return said === undefined || 'end' in said ? undefined : stepOf(said, 0);
}
