// Solves a sudoku by recursion: write a digit that fits, solve
// the rest; if that cannot be done, take the digit back.

type Digit = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9;
type Cell = Digit | 0; // 0 is an empty cell.
const DIGITS: readonly Digit[] = [1, 2, 3, 4, 5, 6, 7, 8, 9];

const puzzle = `
  53..7.... 6..195... .98....6.
  8...6...3 4..8.3..1 7...2...6
  .6....28. ...419..5 ....8..79`;

function parse(text: string): Cell[] {
  const cells = text.replaceAll(/\s/g, '');
  if (!/^[1-9.]{81}$/.test(cells)) throw new Error('No sudoku');
  // Checked above: nothing but digits and dots.
  return [...cells].map((sign) => Number(sign) || 0) as Cell[];
}

/** All digits in the row, column and square of a cell. */
function* seenFrom(grid: Cell[], at: number): Generator<Cell> {
  const [row, column] = [Math.floor(at / 9), at % 9];
  const corner = at - (row % 3) * 9 - (column % 3);
  for (let i = 0; i < 9; i++) {
    yield grid[row * 9 + i] ?? 0;
    yield grid[i * 9 + column] ?? 0;
    yield grid[corner + Math.floor(i / 3) * 9 + (i % 3)] ?? 0;
  }
}

let tries = 0;

function solve(grid: Cell[]): boolean {
  const at = grid.indexOf(0);
  if (at < 0) return true;
  const seen = new Set(seenFrom(grid, at));
  for (const digit of DIGITS) {
    if (seen.has(digit)) continue;
    tries++;
    grid[at] = digit;
    if (solve(grid)) return true;
  }
  grid[at] = 0;
  return false;
}

const grid = parse(puzzle);
console.log(solve(grid) ? 'Solved:' : 'There is no solution.');
for (let at = 0; at < 81; at += 9) {
  const row = grid.slice(at, at + 9);
  console.log(row.join(' ').replace(/(.{6})(?=.)/g, '$1| '));
  if (at === 18 || at === 45) console.log('------+-------+------');
}
console.log(`${tries} digits were tried.`);
