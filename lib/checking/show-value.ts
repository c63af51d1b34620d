/** A value as its language writes it, short enough for a page. */
import type { Notation } from './read-literal';
import type { Value } from './value';

const LIMIT = 2000;

export function showValue(value: Value, notation: Notation): string {
  const text = write(value, notation, LIMIT);
  return text.length > LIMIT ? `${text.slice(0, LIMIT)}…` : text;
}

function write(value: Value, notation: Notation, room: number): string {
  if (room <= 0) return '…';
  const isPython = notation === 'python';
  const list = (items: readonly Value[]) =>
    joined(items, (one, left) => write(one, notation, left), room);
  switch (value.t) {
    case 'none':
      return isPython ? 'None' : 'null';
    case 'undefined':
      return 'undefined';
    case 'bool':
      return isPython ? (value.v ? 'True' : 'False') : String(value.v);
    case 'number':
      return number(value.v, isPython);
    case 'bigint':
      return `${value.v}n`;
    case 'text':
      return quoted(value.v);
    case 'bytes':
      return isPython ? `b${quoted(latin(value.v))}` : `Uint8Array(${value.v.length / 2})`;
    case 'list':
      return `[${list(value.v)}]`;
    case 'tuple':
      return `(${list(value.v)}${value.v.length === 1 ? ',' : ''})`;
    case 'set':
      if (!isPython) return `new Set([${list(value.v)}])`;
      return value.v.length === 0 ? 'set()' : `{${list(value.v)}}`;
    case 'map':
    case 'dict': {
      const entries = joined(
        value.v,
        ([key, one], left) => `${keyText(key, notation)}: ${write(one, notation, left)}`,
        room,
      );
      return value.t === 'map' ? `Map {${entries}}` : `{${entries}}`;
    }
    case 'date':
      return dateText(value.v);
    case 'object':
      return value.v;
    case 'cycle':
      return isPython ? '[...]' : '[Circular]';
    case 'cut':
      return '…';
  }
}

function joined<T>(items: readonly T[], show: (item: T, room: number) => string, room: number) {
  let text = '';
  for (const [at, item] of items.entries()) {
    if (text.length > room) return `${text}, …`;
    text += `${at === 0 ? '' : ', '}${show(item, room - text.length)}`;
  }
  return text;
}

function keyText(key: Value, notation: Notation): string {
  const isName = notation === 'javascript' && key.t === 'text' && /^[A-Za-z_$][\w$]*$/.test(key.v);
  return isName ? key.v : write(key, notation, LIMIT);
}

function number(text: string, isPython: boolean): string {
  if (isPython) return text;
  return text === 'nan' ? 'NaN' : text.replace('inf', 'Infinity');
}

/** In single quotes, as both languages show a text; what cannot be seen is written as an escape. */
function quoted(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  const body = text
    .slice(0, LIMIT + 10)
    .replace(/\\/g, '\\\\')
    .replace(quote === "'" ? /'/g : /"/g, `\\${quote}`)
    .replace(/\n/g, '\\n')
    .replace(/\t/g, '\\t')
    .replace(/\r/g, '\\r')
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (char) => {
      const code = char.codePointAt(0) ?? 0;
      const digits = code.toString(16);
      if (code > 0xffff) return `\\u{${digits}}`;
      return code < 256 ? `\\x${digits.padStart(2, '0')}` : `\\u${digits.padStart(4, '0')}`;
    });
  return `${quote}${body}${quote}`;
}

function latin(hex: string): string {
  return (hex.match(/../g) ?? [])
    .map((pair) => String.fromCharCode(Number.parseInt(pair, 16)))
    .join('');
}

function dateText(ms: string): string {
  const date = new Date(Number(ms));
  return Number.isNaN(date.getTime()) ? 'Invalid Date' : `new Date('${date.toISOString()}')`;
}
