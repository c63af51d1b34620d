// Breadth-first search: flood a maze step by step. The first time
// the water reaches the goal, it has taken the shortest way.

const maze = `
#####################
#S#     #     #     #
# # ### # ### # ### #
#   #   #   #   #   #
##### ##### ##### # #
#     #     #     # #
# ##### ##### ##### #
#             #    G#
#####################`
  .trim()
  .split('\n')
  .map((row) => [...row]);

function find(letter) {
  const y = maze.findIndex((row) => row.includes(letter));
  return { x: maze[y].indexOf(letter), y };
}

const start = find('S');
const queue = [{ ...start, from: undefined }];
const seen = new Set([`${start.x},${start.y}`]);
let place;

while (queue.length > 0) {
  place = queue.shift(); // The oldest first: that is the "breadth".
  if (maze[place.y][place.x] === 'G') break;
  for (const [dx, dy] of [
    [1, 0],
    [-1, 0],
    [0, 1],
    [0, -1],
  ]) {
    const next = { x: place.x + dx, y: place.y + dy, from: place };
    const key = `${next.x},${next.y}`;
    if (maze[next.y][next.x] === '#' || seen.has(key)) continue;
    seen.add(key);
    queue.push(next);
  }
}

// Walk back from the goal: each place knows where it came from.
let steps = 0;
for (let step = place.from; step; step = step.from) {
  if (step.from) maze[step.y][step.x] = '•';
  steps++;
}
console.log(maze.map((row) => row.join('')).join('\n'));
console.log(`The goal is ${steps} steps away.`);
