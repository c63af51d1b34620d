/** Checks what pages tell a room. Texts of students' programs are cut to what a wall can show. */
import 'server-only';
import * as z from 'zod';
import { shown } from '@/lib/agentbay/shown';
import { cleanLine, shortened } from '@/lib/clean-line';
import { AppError } from '@/lib/errors';
import {
  ITEM_STATES,
  ITEMS_LIMIT,
  MESSAGE_LIMIT_BYTES,
  type MessageRequest,
  NICKNAME_LIMIT,
  type RoomReport,
} from './contract';
import { cleanNickname } from './nickname';

export const REPORT_FIELDS = ['items', 'code', 'hand'] as const;
export const MESSAGE_FIELDS = ['to', 'kind', 'key', 'data'] as const;

const ERROR_NAME_LIMIT = 60;
const ERROR_MESSAGE_LIMIT = 300;

const name = z.string().regex(/^[^\p{Cc}\p{Cs}]{1,80}$/u, 'must have 1 to 80 characters');
const line = (limit: number) =>
  z
    .string()
    .transform((text) => shortened(cleanLine(text.slice(0, 8 * limit).toWellFormed()), limit));

const item = z.object({
  item: name,
  state: z.enum(ITEM_STATES),
  isRunning: z.boolean(),
  tries: z.int().min(0).max(100_000),
  error: z
    .object({
      name: line(ERROR_NAME_LIMIT),
      message: line(ERROR_MESSAGE_LIMIT),
      line: z.int().min(1).max(1_000_000).optional(),
    })
    .optional(),
});

const report = z.object({
  items: z.array(item).max(ITEMS_LIMIT).optional(),
  code: z
    .array(
      z.object({
        item: name,
        text: z.string().refine((text) => text.isWellFormed(), 'is no text'),
      }),
    )
    .max(ITEMS_LIMIT)
    .optional(),
  hand: z.boolean().optional(),
});

const message = z.object({
  to: name.optional(),
  kind: z.string().regex(/^[a-z][a-z-]{0,19}$/, 'must be 1 to 20 small letters'),
  key: name.optional(),
  data: z.unknown().optional(),
});

function checked<T>(schema: z.ZodType<T>, body: object): T {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const { path = [], message: reason = 'is wrong' } = parsed.error.issues[0] ?? {};
  const field = path.map(String).join('.');
  throw new AppError('bad_request', `${field}: ${reason}.`, { field: field.slice(0, 60) });
}

export function checkReport(
  body: { [field in (typeof REPORT_FIELDS)[number]]?: unknown },
): RoomReport {
  return checked<RoomReport>(report, body);
}

export function checkMessage(
  body: { [field in (typeof MESSAGE_FIELDS)[number]]?: unknown },
): MessageRequest {
  const wanted = checked(message, body);
  const bytes = Buffer.byteLength(JSON.stringify(wanted.data ?? null));
  if (bytes > MESSAGE_LIMIT_BYTES) {
    const detail = `data: expected at most ${MESSAGE_LIMIT_BYTES / 1024} KiB of JSON.`;
    throw new AppError('too_large', detail, { field: 'data' });
  }
  return { ...wanted, data: wanted.data ?? null };
}

export function checkNickname(value: unknown): string {
  const nickname = typeof value === 'string' ? cleanNickname(value) : undefined;
  if (nickname !== undefined) return nickname;
  throw new AppError(
    'bad_request',
    `nickname: expected 1 to ${NICKNAME_LIMIT} characters with a letter, a digit or a picture among them.`,
    { field: 'nickname' },
  );
}

const DEMO = /^(?:[ds]\/[a-z0-9]{1,40}|learn\/[A-Za-z0-9][\w/-]{0,120})$/;

/** Whether there is such a document is not asked here. A program is shown as a demo of its own. */
export function checkDemo(value: unknown): string {
  if (typeof value === 'string' && DEMO.test(value)) return value.replace(/^s\//, 'd/');
  throw new AppError(
    'bad_request',
    `demo: expected "d/…", "s/…" or "learn/…", got ${shown(value)}.`,
    {
      field: 'demo',
    },
  );
}

export function checkFlag(field: string, value: unknown): boolean {
  if (typeof value === 'boolean') return value;
  throw new AppError('bad_request', `${field}: expected true or false, got ${shown(value)}.`, {
    field,
  });
}

/** Absent: the newest. */
export function checkDemoRevision(value: unknown): number | undefined {
  if (
    value === undefined ||
    (Number.isInteger(value) && Number(value) >= 1 && Number(value) < 1e9)
  ) {
    return value as number | undefined;
  }
  throw new AppError(
    'bad_request',
    `revision: expected a whole number from 1, got ${shown(value)}.`,
    {
      field: 'revision',
    },
  );
}
