// A generator is a function that can pause. It hands out one value
// at a time, and goes on when the next one is wanted.

function* fibonacci() {
  let [a, b] = [0, 1];
  while (true) {
    yield a;
    [a, b] = [b, a + b];
  }
}

// It never ends, but take() only asks for ten values.
console.log(fibonacci().take(10).toArray().join(' '));

// Iterators have map, filter and their relatives. They work value
// by value, so nothing is computed in vain.
const bigEven = fibonacci()
  .filter((n) => n % 2 === 0)
  .find((n) => n > 1_000_000);
console.log('First even one above a million:', bigEven);

// Any object can be made to work in for...of.
const harbour = {
  boats: ['Anna', 'Bertha', 'Clara'],
  *[Symbol.iterator]() {
    for (const [index, boat] of this.boats.entries()) {
      yield `${index + 1}. ${boat}`;
    }
  },
};
for (const line of harbour) console.log(line);

// A generator can be told things, too: yield returns what next() got.
function* average() {
  let [sum, count, mean] = [0, 0, 0];
  while (true) {
    sum += yield mean;
    mean = sum / ++count;
  }
}
const running = average();
running.next();
for (const n of [4, 8, 9]) console.log('after', n, 'mean', running.next(n).value);
