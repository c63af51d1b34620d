/** A JSON value as rows of a tree, made only as far as it is open. */
import { fillPlural, type Texts } from '../messages/messages';

export interface TreeRow {
  /** Unique in the tree, and the same as long as the value is. */
  path: string;
  /** 1 for the root. */
  level: number;
  /** Its place among its siblings, from 1, and how many they are. */
  position: number;
  size: number;
  /** The property or index it stands under; undefined for the root. */
  key: string | undefined;
  kind: 'object' | 'array' | 'string' | 'number' | 'boolean' | 'null' | 'more';
  /** The value in a few words; for `more`, how many siblings are not shown. */
  preview: string;
  /** Whether it is open; undefined where it cannot be opened. */
  expanded: boolean | undefined;
}

/** What the reader has done: rows opened or closed against the rule, and how many children are asked for. */
export interface TreeState {
  toggled: ReadonlySet<string>;
  shown: ReadonlyMap<string, number>;
}

export const CHILDREN_AT_ONCE = 100;
const LONG_TEXT = 200;
const OPEN_LEVELS = 2;
const OPEN_CHILDREN = 20;

/** The rows to show, from the root down. Nothing that is closed is looked into. */
export function treeRows(value: unknown, state: TreeState, texts: Texts): TreeRow[] {
  const rows: TreeRow[] = [];
  const place = { path: '$', level: 1, position: 1, size: 1, key: undefined };
  addRows(rows, value, { state, texts }, place);
  return rows;
}

type Place = Pick<TreeRow, 'path' | 'level' | 'position' | 'size' | 'key'>;

interface Reader {
  state: TreeState;
  texts: Texts;
}

function addRows(rows: TreeRow[], value: unknown, reader: Reader, place: Place): void {
  const { state, texts } = reader;
  const { path, level } = place;
  const kind = kindOf(value);
  const keys = isContainer(value) ? keysOf(value) : [];
  const long = typeof value === 'string' && value.length > LONG_TEXT;
  const openable = keys.length > 0 || long;
  const byRule = !long && level <= OPEN_LEVELS && keys.length <= OPEN_CHILDREN;
  const expanded = openable ? byRule !== state.toggled.has(path) : undefined;
  rows.push({ ...place, kind, preview: previewOf(value, keys.length, expanded, texts), expanded });
  if (!expanded || !isContainer(value)) return;

  const shown = Math.min(keys.length, state.shown.get(path) ?? CHILDREN_AT_ONCE);
  for (let index = 0; index < shown; index++) {
    const key = keys[index] ?? '';
    addRows(rows, value[key], reader, {
      path: `${path}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`,
      level: level + 1,
      position: index + 1,
      size: keys.length,
      key,
    });
  }
  if (shown < keys.length) {
    rows.push({
      path: `${path}//more`,
      level: level + 1,
      position: shown + 1,
      size: keys.length,
      key: undefined,
      kind: 'more',
      preview: counted(keys.length - shown, 'more', texts),
      expanded: undefined,
    });
  }
}

/** The path of the value whose children a `more` row stands for. */
export function parentOfMore(path: string): string {
  return path.slice(0, -'//more'.length);
}

function isContainer(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function keysOf(value: Record<string, unknown>): string[] {
  return Array.isArray(value) ? Array.from(value, (_, index) => `${index}`) : Object.keys(value);
}

function kindOf(value: unknown): TreeRow['kind'] {
  if (value === null || value === undefined) return 'null';
  if (Array.isArray(value)) return 'array';
  const type = typeof value;
  return type === 'object' || type === 'string' || type === 'number' || type === 'boolean'
    ? type
    : 'null';
}

function previewOf(
  value: unknown,
  count: number,
  expanded: boolean | undefined,
  texts: Texts,
): string {
  if (Array.isArray(value)) return count === 0 ? '[]' : counted(count, 'items', texts);
  if (isContainer(value)) return count === 0 ? '{}' : counted(count, 'fields', texts);
  if (typeof value !== 'string') return String(value ?? null);
  if (expanded === false) return `${JSON.stringify(value.slice(0, LONG_TEXT)).slice(0, -1)}…`;
  return JSON.stringify(value);
}

function counted(
  count: number,
  noun: 'items' | 'fields' | 'more',
  { locale, messages }: Texts,
): string {
  return fillPlural(locale, messages.results[noun], count);
}
