import { TextLine, type Tone } from './text-line';
import { PLAIN, type TextStyle } from './text-style';

const TAB_WIDTH = 8;
/** How far below its home and to the right a program may place the cursor. */
const MAX_CURSOR_ROW = 500;
const MAX_CURSOR_COLUMN = 1000;

/**
 * A terminal of endless height: lines, between them items of other kinds, and a cursor that reaches
 * the lines since the last of those. It is mutable; `version` rises with each change.
 */
export class Screen<Other extends { kind: string }> {
  items: (TextLine | Other)[] = [TextLine.EMPTY];
  version = 0;
  /** Characters printed since the last `reset`, also those that were overwritten. */
  characters = 0;
  /** Seconds into the run, for the lines that begin from now on. */
  timeS: number | undefined;

  #row = 0;
  #column = 0;
  /** The first line that the cursor can reach. */
  #home = 0;
  #dirty = 0;

  /** The first item that has changed since the last call; the number of items where none has. */
  takeDirty(): number {
    const dirty = Math.min(this.#dirty, this.items.length);
    this.#dirty = Number.POSITIVE_INFINITY;
    return dirty;
  }

  reset(): void {
    this.items = [TextLine.EMPTY];
    this.characters = 0;
    this.#row = 0;
    this.#column = 0;
    this.#home = 0;
    this.#touch(0);
  }

  print(text: string, style: TextStyle, tone: Tone): void {
    let line = this.#line();
    if (line === TextLine.EMPTY) {
      line = new TextLine();
      this.items[this.#row] = line;
    }
    if (line.length === 0) line.atS = this.timeS;
    line.write(this.#column, text, style, tone);
    this.#column += text.length;
    this.characters += text.length;
    this.#touch(this.#row);
  }

  /** A C0 control. Line feeds return the carriage too, as programs that write to a pipe expect. */
  control(code: number): void {
    if (code === 0x0a || code === 0x0b || code === 0x0c) this.lineFeeds(1);
    else if (code === 0x0d) this.#column = 0;
    else if (code === 0x08) this.#column = Math.max(0, this.#column - 1);
    else if (code === 0x09) this.#tab();
  }

  /** As many line feeds as that, at once. */
  lineFeeds(count: number): void {
    for (let fed = 0; fed < count; fed++) {
      this.#row += 1;
      if (this.#row === this.items.length) this.items.push(TextLine.EMPTY);
    }
    this.#column = 0;
    this.#touch(this.#row - count);
  }

  /** A CSI sequence that moves the cursor or erases; others do nothing. */
  csi(final: string, parameters: string): void {
    const numbers = parameters.split(';').map((part) => Number.parseInt(part, 10));
    const n = numbers[0] || 1;
    const below = () => Math.min(this.#row + n, this.items.length - 1);
    if (final === 'A') this.#goTo(this.#row - n, this.#column);
    else if (final === 'B') this.#goTo(below(), this.#column);
    else if (final === 'C') this.#goTo(this.#row, this.#column + n);
    else if (final === 'D') this.#goTo(this.#row, this.#column - n);
    else if (final === 'E') this.#goTo(below(), 0);
    else if (final === 'F') this.#goTo(this.#row - n, 0);
    else if (final === 'G') this.#goTo(this.#row, n - 1);
    else if (final === 'H' || final === 'f') this.#goTo(this.#home + n - 1, (numbers[1] || 1) - 1);
    else if (final === 'd') this.#goTo(this.#home + n - 1, this.#column);
    else if (final === 'K') this.#eraseInLine(numbers[0] || 0);
    else if (final === 'J') this.#eraseInDisplay(numbers[0] || 0);
  }

  /** Brings the cursor to an empty line at the end, above which it cannot go any more. */
  startRegion(): void {
    this.#row = this.items.length - 1;
    this.#column = 0;
    if (this.#line().length > 0) this.lineFeeds(1);
    this.#home = this.#row;
  }

  /** Puts an item of another kind on a place of its own, and the cursor below it. */
  insert(item: Other): void {
    this.startRegion();
    this.#touch(this.#row);
    this.items.splice(this.#row, 0, item);
    this.#row += 1;
    this.#home = this.#row;
  }

  /** Puts an item behind another that the cursor cannot reach any more; nothing happens where that is gone. */
  insertAfter(before: TextLine | Other, item: Other): void {
    const at = this.items.lastIndexOf(before) + 1;
    if (at === 0 || at > this.#home) return;
    this.items.splice(at, 0, item);
    this.#row += 1;
    this.#home += 1;
    this.#touch(at);
  }

  /** Drops items at the top, never the line of the cursor. Returns how many. */
  dropFirst(count: number): number {
    const dropped = Math.min(count, this.#row);
    if (dropped === 0) return 0;
    this.items.splice(0, dropped);
    this.#row -= dropped;
    this.#home = Math.max(0, this.#home - dropped);
    this.#touch(0);
    return dropped;
  }

  #tab(): void {
    const next = (Math.floor(this.#column / TAB_WIDTH) + 1) * TAB_WIDTH;
    // At the end of a line the blanks are written, so that what follows is copied in its column.
    if (this.#column < this.#line().length) this.#column = next;
    else this.print(' '.repeat(next - this.#column), PLAIN, 'stdout');
  }

  #goTo(row: number, column: number): void {
    const lowest = Math.max(this.items.length - 1, this.#home + MAX_CURSOR_ROW);
    const target = Math.min(Math.max(row, this.#home), lowest);
    while (this.items.length <= target) this.items.push(TextLine.EMPTY);
    this.#touch(Math.min(this.#row, target));
    this.#row = target;
    this.#column = Math.min(Math.max(column, 0), Math.max(MAX_CURSOR_COLUMN, this.#line().length));
  }

  #eraseInLine(mode: number): void {
    const line = this.#line();
    if (mode === 0) line.erase(this.#column, line.length);
    else if (mode === 1) line.erase(0, this.#column + 1);
    else if (mode === 2) line.erase(0, line.length);
    this.#touch(this.#row);
  }

  #eraseInDisplay(mode: number): void {
    if (mode === 0) {
      this.#eraseInLine(0);
      this.items.length = this.#row + 1;
    } else if (mode === 2 || mode === 3) {
      this.items.length = this.#home;
      this.items.push(TextLine.EMPTY);
      this.#row = this.#home;
      this.#column = 0;
      this.#touch(this.#home);
    }
  }

  #line(): TextLine {
    const item = this.items[this.#row];
    if (item instanceof TextLine) return item;
    throw new Error(`The cursor stands on item ${this.#row}, which is not a line.`);
  }

  #touch(row: number): void {
    this.#dirty = Math.min(this.#dirty, Math.max(0, row));
    this.version += 1;
  }
}
