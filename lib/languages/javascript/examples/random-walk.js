// A drunken sailor takes steps to the left or right by chance.
// Where is he in the end? Many sailors show a pattern.

// Math.random() cannot be repeated. This small generator gives
// the same numbers for the same seed.
function makeRandom(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const random = makeRandom(7);
const SAILORS = 2000;
const STEPS = 20;

const ends = new Map();
for (let sailor = 0; sailor < SAILORS; sailor++) {
  let place = 0;
  for (let step = 0; step < STEPS; step++) {
    place += random() < 0.5 ? -1 : 1;
  }
  ends.set(place, (ends.get(place) ?? 0) + 1);
}

const COLOUR = '\x1b[36m';
const PLAIN = '\x1b[0m';
for (const place of [...ends.keys()].sort((a, b) => a - b)) {
  const count = ends.get(place);
  const bar = '█'.repeat(Math.ceil(count / 10));
  console.log(`${String(place).padStart(4)} ${COLOUR}${bar}${PLAIN} ${count}`);
}
console.log(`${SAILORS} sailors after ${STEPS} steps`);
