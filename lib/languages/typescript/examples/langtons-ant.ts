// An ant on a white floor. On white it turns right, on black
// left; it flips the colour, and goes one step. That is all.

// A tuple has so many members, each of its own type.
type Step = readonly [dx: number, dy: number];

const DIRECTIONS = {
  north: [0, -1],
  east: [1, 0],
  south: [0, 1],
  west: [-1, 0],
} as const satisfies Record<string, Step>;

type Direction = keyof typeof DIRECTIONS;

// Record asks for all four, so no turn can be forgotten.
const RIGHT: Record<Direction, Direction> = {
  north: 'east',
  east: 'south',
  south: 'west',
  west: 'north',
};
const LEFT: Record<Direction, Direction> = {
  north: 'west',
  west: 'south',
  south: 'east',
  east: 'north',
};

function run(size: number, steps: number): boolean[][] {
  const black = Array.from({ length: size }, () =>
    Array<boolean>(size).fill(false),
  );
  let [x, y] = [Math.floor(size / 2), Math.floor(size / 2)];
  let direction: Direction = 'north';

  for (let step = 0; step < steps; step++) {
    const row = black[y];
    if (!row || x < 0 || x >= size) break; // Off the floor.
    direction = (row[x] ? LEFT : RIGHT)[direction];
    row[x] = !row[x];
    const [dx, dy] = DIRECTIONS[direction];
    x += dx;
    y += dy;
  }
  return black;
}

// Half a character for each cell, two rows in one line.
function draw(black: boolean[][]): string {
  const lines: string[] = [];
  for (let y = 0; y < black.length; y += 2) {
    const [upper = [], lower = []] = [black[y], black[y + 1]];
    const cells = upper.map((top, x) => {
      if (top) return lower[x] ? '█' : '▀';
      return lower[x] ? '▄' : ' ';
    });
    lines.push(cells.join('').trimEnd());
  }
  return lines.filter(Boolean).join('\n');
}

for (const steps of [50, 400]) {
  console.log(`After ${steps} steps:`);
  console.log(draw(run(26, steps)));
}
const later = run(80, 11_000).flat().filter(Boolean).length;
console.log(`After 11,000 steps ${later} cells are black.`);
