// A generator hands out one value at a time. Its type names
// what it yields, so everything behind it is checked too.

interface Tree<T> {
  value: T;
  left?: Tree<T>;
  right?: Tree<T>;
}

// In a sorted tree, smaller values are on the left.
function insert<T>(tree: Tree<T> | undefined, value: T): Tree<T> {
  if (!tree) return { value };
  if (value < tree.value) {
    return { ...tree, left: insert(tree.left, value) };
  }
  return { ...tree, right: insert(tree.right, value) };
}

// Left, middle, right: that is the sorted order. yield* hands
// on everything that another generator yields.
function* walk<T>(tree?: Tree<T>): Generator<T, void> {
  if (!tree) return;
  yield* walk(tree.left);
  yield tree.value;
  yield* walk(tree.right);
}

let words: Tree<string> | undefined;
for (const word of 'the sea is high and the wind is cold'.split(
  ' ',
)) {
  words = insert(words, word);
}
console.log([...walk(words)].join(' '));

// Works with any iterable, also an endless one.
function* pairs<T>(items: Iterable<T>): Generator<[T, T]> {
  let before: T | undefined;
  for (const item of items) {
    if (before !== undefined) yield [before, item];
    before = item;
  }
}
for (const [a, b] of pairs(walk(words))) {
  if (a === b) console.log(`"${a}" comes twice`);
}

// Which step makes a number larger? Nothing is computed that
// is not asked for.
function* collatz(start: number): Generator<number> {
  for (let n = start; n !== 1; n = n % 2 ? 3 * n + 1 : n / 2) {
    yield n;
  }
  yield 1;
}
console.log(collatz(7).take(8).toArray().join(' → '), '…');
const ups = pairs(collatz(27)).filter(([a, b]) => b > a);
console.log('From 27 it goes up', ups.toArray().length, 'times.');
