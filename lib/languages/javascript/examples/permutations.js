// Recursion: a large problem is a small step and a smaller problem
// of the same kind.

// All orders of a list: each element first, then all orders of
// the others.
function* permutations(items) {
  if (items.length === 0) yield [];
  for (const [index, first] of items.entries()) {
    // toSpliced gives a copy without that one.
    for (const rest of permutations(items.toSpliced(index, 1))) {
      yield [first, ...rest];
    }
  }
}
for (const order of permutations(['a', 'b', 'c'])) {
  console.log(order.join(' '));
}

// Useful for puzzles: find five different digits, 1 to 5, so that
//     A B × C = D E
const [solution] = permutations([1, 2, 3, 4, 5])
  .filter(([a, b, c, d, e]) => (10 * a + b) * c === 10 * d + e)
  .take(1);
const [a, b, c, d, e] = solution;
console.log(`${a}${b} × ${c} = ${d}${e}`);

// A tree is drawn by a function that draws its branches by itself.
function tree(node, indent = '') {
  const [name, ...children] = [node].flat();
  console.log(indent + name);
  for (const child of children) tree(child, `${indent}  `);
}
tree(['sea', ['fish', 'herring', 'cod'], ['plants', 'kelp']]);
