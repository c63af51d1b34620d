/** One result of a program: MIME types become the contract's forms, everything else is dropped. */
import 'server-only';
import { z } from 'zod';
import type { RichItem } from '@/lib/agentbay/contract';
import { isObject, objectIn, parseJson } from './json';

const CHART_TYPES = [
  'application/vnd.vegalite.v5+json',
  'application/vnd.vegalite.v4+json',
  'application/vnd.vega.v5+json',
];
/** Our own gateway's: a data frame's first rows. */
const TABLE_TYPE = 'application/vnd.runbay.table+json';
const cellText = z.string().transform((value) => value.toWellFormed());
const table = z.object({
  columns: z.array(cellText).max(1000),
  rows: z.array(z.array(z.union([cellText, z.number(), z.boolean(), z.null()]))).max(10_000),
  rowCount: z.number().int().nonnegative(),
});
const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;

const TEXT_FORMS = {
  text: 'text/plain',
  html: 'text/html',
  markdown: 'text/markdown',
  svg: 'image/svg+xml',
  latex: 'text/latex',
} as const;
const IMAGE_FORMS = { png: 'image/png', jpeg: 'image/jpeg' } as const;

/** `value`: an object of MIME types, the same as JSON, or plain text. Undefined where nothing can be shown. */
export function readRichItem(value: unknown): RichItem | undefined {
  const bundle = objectIn(value);
  if (bundle === undefined) {
    return typeof value === 'string' ? { text: value.toWellFormed() } : undefined;
  }
  const item: RichItem = {};
  for (const [form, type] of entries(TEXT_FORMS)) {
    const text = textOf(bundle[type]);
    if (text !== undefined) item[form] = text.toWellFormed();
  }
  for (const [form, type] of entries(IMAGE_FORMS)) {
    const data = textOf(bundle[type])?.replace(/\s+/g, '');
    if (data !== undefined && BASE64.test(data)) item[form] = data;
  }
  const json = bundle['application/json'];
  if (json !== undefined) item.json = typeof json === 'string' ? (parseJson(json) ?? json) : json;
  const chart = CHART_TYPES.map((type) => objectIn(bundle[type])).find(isObject);
  if (chart !== undefined) item.chart = chart;
  const rows = table.safeParse(objectIn(bundle[TABLE_TYPE]));
  if (rows.success) item.table = rows.data;
  if (Object.keys(item).length === 0) return undefined;
  if (bundle.isMainResult === true || bundle.is_main_result === true) item.isMainResult = true;
  return item;
}

/** Notebooks keep long texts as lists of lines. */
function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  const isLines = Array.isArray(value) && value.every((line) => typeof line === 'string');
  return isLines ? value.join('') : undefined;
}

function entries<T extends Record<string, string>>(forms: T): [keyof T, T[keyof T]][] {
  return Object.entries(forms) as [keyof T, T[keyof T]][];
}
