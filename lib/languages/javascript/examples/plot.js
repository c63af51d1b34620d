// A function plotter for the console: braille characters hold
// 2 × 4 dots each, so a line of text has room for a fine curve.

const COLUMNS = 60;
const ROWS = 10;
const WIDTH = COLUMNS * 2;
const HEIGHT = ROWS * 4;

// The bit of each dot in a braille character, row by row.
const BITS = [
  [0x01, 0x08],
  [0x02, 0x10],
  [0x04, 0x20],
  [0x40, 0x80],
];

function plot(title, f, from, to, lowest, highest) {
  const cells = Array.from({ length: ROWS }, () => new Array(COLUMNS).fill(0));
  for (let x = 0; x < WIDTH; x++) {
    const value = f(from + ((to - from) * x) / (WIDTH - 1));
    const share = (value - lowest) / (highest - lowest);
    const y = Math.round((1 - share) * (HEIGHT - 1));
    if (y < 0 || y >= HEIGHT) continue;
    // |= sets one bit and keeps the others.
    cells[y >> 2][x >> 1] |= BITS[y % 4][x % 2];
  }
  console.log(`${title}, from ${from} to ${to}`);
  for (const row of cells) {
    console.log(row.map((bits) => String.fromCharCode(0x2800 + bits)).join(''));
  }
}

plot('sin x', Math.sin, 0, 12, -1.05, 1.05);
plot('sin x · e^(-x/4)', (x) => Math.sin(3 * x) * Math.exp(-x / 4), 0, 12, -1, 1);
