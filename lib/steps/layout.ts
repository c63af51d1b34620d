/**
 * Where frames and boxes stand: frames below each other in the first column, each object one column to the right
 * of what first leads to it. Sizes follow from the texts alone, so a box stays where it is while one steps.
 */
import type { ShownFrame, StepState } from './states';
import type { Box, StepValue } from './trace';
import { textOfValue } from './value-text';

/** In pixels, as drawing.css has them. */
export const SIZES = { head: 26, row: 24, cell: 42, text: 7.3, padding: 10 } as const;
const BORDERS = 2;
const GAP = { column: 64, row: 18 };
const WIDTHS = { least: 92, name: 150, value: 190, list: 340, cell: { least: 34, most: 120 } };

export interface DrawnRow {
  name: string;
  value: StepValue;
  /** What is written; empty where an arrow begins. */
  text: string;
  isChanged: boolean;
  /** The row's name is a key that is a box itself. */
  keyBox?: number;
}

export interface DrawnNode {
  id: string;
  x: number;
  y: number;
  width: number;
  height: number;
  title: string;
  type: 'frame' | 'box';
  /** Of a box; `frame` for all others. */
  kind: Box['kind'] | 'frame';
  isTop: boolean;
  isNew: boolean;
  rows: DrawnRow[];
  /** Of lists and sets: side by side. */
  cells: DrawnRow[];
  cellWidth: number;
  /** How many are not here. */
  more: number;
}

export interface DrawnArrow {
  id: string;
  from: string;
  to: string;
  start: { x: number; y: number };
  end: { x: number; y: number };
}

export interface Drawing {
  nodes: DrawnNode[];
  arrows: DrawnArrow[];
}

interface Options {
  title: (frame: ShownFrame) => string;
  /** What the innermost function gives back, and the word for it. */
  returned?: { name: string; value: StepValue } | undefined;
  before?: StepState | undefined;
}

export function layOut(state: StepState, { title, returned, before }: Options): Drawing {
  const old = new Map(before?.frames.map((shown) => [shown.id, shown]));
  const frames = state.frames.map((shown, at) => {
    const isTop = at === state.frames.length - 1;
    const was = new Map(old.get(shown.id)?.frame.variables);
    const rows = shown.frame.variables.map(([name, value]) =>
      rowOf(name, value, state, before !== undefined && !isSame(was.get(name), value)),
    );
    if (isTop && returned) rows.push(rowOf(returned.name, returned.value, state, true));
    return node(`f${shown.id}`, title(shown), 'frame', 'frame', rows, {
      isTop,
      isNew: before !== undefined && !old.has(shown.id),
    });
  });
  return placed(frames, state, before);
}

/** Undefined is of a variable that was not there. */
function isSame(was: StepValue | undefined, value: StepValue): boolean {
  return was === value;
}

function placed(frames: DrawnNode[], state: StepState, before: StepState | undefined): Drawing {
  const nodes: DrawnNode[] = [];
  const arrows: DrawnArrow[] = [];
  const known = new Map<number, DrawnNode>();
  let column = frames;
  let bottom = 0;
  let x = 0;
  for (const frame of frames) {
    frame.y = bottom;
    bottom += frame.height + GAP.row;
  }
  while (column.length > 0) {
    nodes.push(...column);
    const right = x + Math.max(...column.map(({ width }) => width)) + GAP.column;
    const next: DrawnNode[] = [];
    let free = 0;
    for (const from of column) {
      for (const port of portsOf(from)) {
        let target = known.get(port.box);
        if (target === undefined) {
          const box = state.boxes.get(port.box);
          if (box === undefined) continue;
          target = boxNode(port.box, box, state, before);
          target.x = right;
          target.y = Math.max(free, from.y + port.y - SIZES.head / 2);
          free = target.y + target.height + GAP.row;
          known.set(port.box, target);
          next.push(target);
        }
        arrows.push({
          id: `${from.id}.${port.id}`,
          from: from.id,
          to: target.id,
          start: { x: from.x + port.x, y: from.y + port.y },
          end: { x: target.x, y: target.y + SIZES.head / 2 },
        });
      }
    }
    column = next;
    x = right;
  }
  return { nodes, arrows };
}

interface Port {
  id: string;
  box: number;
  x: number;
  y: number;
}

/** Where arrows begin, from the node's own corner. */
function portsOf({ rows, cells, cellWidth, width }: DrawnNode): Port[] {
  const ports: Port[] = [];
  const perLine = cellsPerLine(cellWidth);
  cells.forEach(({ value }, at) => {
    if (typeof value !== 'number') return;
    const line = Math.floor(at / perLine);
    const x = SIZES.padding / 2 + ((at % perLine) + 0.5) * cellWidth;
    ports.push({ id: `c${at}`, box: value, x, y: SIZES.head + line * SIZES.cell + 29 });
  });
  rows.forEach(({ value, keyBox }, at) => {
    const y = SIZES.head + (at + 0.5) * SIZES.row;
    if (keyBox !== undefined) ports.push({ id: `k${at}`, box: keyBox, x: SIZES.padding, y });
    if (typeof value === 'number') ports.push({ id: `r${at}`, box: value, x: width - 14, y });
  });
  return ports;
}

function boxNode(
  number: number,
  box: Box,
  state: StepState,
  before: StepState | undefined,
): DrawnNode {
  const old = before?.boxes.get(number);
  const isCompared = old !== undefined && old !== box;
  const cells = (box.items ?? []).map((value, at) =>
    rowOf(
      box.kind === 'set' ? '' : String(at),
      value,
      state,
      isCompared && !isSame(old.items?.[at], value),
    ),
  );
  const oldEntries = new Map(old?.entries);
  const rows = (box.entries ?? []).map(([key, value]) => {
    const row = rowOf('', value, state, isCompared && !isSame(oldEntries.get(key), value));
    if (typeof key === 'number') return { ...row, name: '', keyBox: key };
    return { ...row, name: key };
  });
  const shown = cells.length + rows.length;
  const title =
    box.text === undefined || box.text === ''
      ? box.type
      : box.kind === 'function' || box.kind === 'class'
        ? box.text
        : `${box.type}: ${box.text}`;
  const drawn = node(`b${number}`, title, 'box', box.kind, rows, {
    isTop: false,
    isNew: before !== undefined && old === undefined,
    cells,
  });
  drawn.more = box.size === undefined ? 0 : Math.max(0, box.size - shown);
  if (drawn.more > 0) drawn.height += SIZES.row;
  return drawn;
}

function rowOf(name: string, value: StepValue, state: StepState, isChanged: boolean): DrawnRow {
  // What cannot be found any more has no arrow.
  const isArrow = typeof value === 'number' && state.boxes.has(value);
  return { name, value, isChanged, text: isArrow ? '' : textOfValue(value, state.boxes, 1, 60) };
}

function node(
  id: string,
  title: string,
  type: DrawnNode['type'],
  kind: DrawnNode['kind'],
  rows: DrawnRow[],
  { isTop, isNew, cells = [] }: { isTop: boolean; isNew: boolean; cells?: DrawnRow[] },
): DrawnNode {
  const cellWidth = clamp(
    Math.max(0, ...cells.map(({ text }) => widthOf(text))) + 12,
    WIDTHS.cell.least,
    WIDTHS.cell.most,
  );
  const perLine = cellsPerLine(cellWidth);
  const lines = Math.ceil(cells.length / perLine);
  const names = Math.min(WIDTHS.name, Math.max(0, ...rows.map(({ name }) => widthOf(name))));
  const values = Math.min(WIDTHS.value, Math.max(28, ...rows.map(({ text }) => widthOf(text))));
  const ofRows = rows.length === 0 ? 0 : names + values + 3 * SIZES.padding + 2 * BORDERS;
  const ofCells =
    cells.length === 0 ? 0 : Math.min(cells.length, perLine) * cellWidth + SIZES.padding + BORDERS;
  const ofTitle = Math.min(300, widthOf(title) + 2 * SIZES.padding + 4);
  const isBare = rows.length === 0 && cells.length === 0;
  return {
    ...{ id, title, type, kind, isTop, isNew, rows, cells, cellWidth, x: 0, y: 0, more: 0 },
    width: Math.ceil(Math.max(WIDTHS.least, ofRows, ofCells, ofTitle)),
    height:
      SIZES.head +
      rows.length * SIZES.row +
      lines * SIZES.cell +
      (isBare && type === 'frame' ? SIZES.row : 0) +
      2,
  };
}

export function cellsPerLine(cellWidth: number): number {
  return Math.max(1, Math.floor((WIDTHS.list - SIZES.padding) / cellWidth));
}

/** Letters of East Asia are twice as wide. */
function widthOf(text: string): number {
  let width = 0;
  for (const letter of text) width += (letter.codePointAt(0) ?? 0) > 0x2e7f ? 2 : 1;
  return width * SIZES.text;
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}
