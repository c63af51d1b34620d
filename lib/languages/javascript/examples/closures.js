// A function remembers the variables around the place where it
// was made. That is a closure.

function makeCounter() {
  let count = 0; // Nobody else can reach it.
  return () => ++count;
}

const boats = makeCounter();
const gulls = makeCounter(); // A count of its own.
console.log('boats', boats(), boats(), boats());
console.log('gulls', gulls());

// Memory for any function: what has been computed once is kept.
function remember(compute) {
  const known = new Map();
  return (key) => {
    if (!known.has(key)) known.set(key, compute(key));
    return known.get(key);
  };
}

let calls = 0;
const fibonacci = remember((n) => {
  calls++;
  return n < 2 ? n : fibonacci(n - 1) + fibonacci(n - 2);
});
console.log('fibonacci(70) =', fibonacci(70));
console.log('computed with', calls, 'calls instead of 600 trillion');

// Small functions put together become a larger one.
const pipe =
  (...steps) =>
  (value) =>
    steps.reduce((result, step) => step(result), value);

const slug = pipe(
  (text) => text.trim().toLowerCase(),
  (text) => text.replaceAll(/[^a-z0-9]+/g, '-'),
  (text) => text.replace(/^-|-$/g, ''),
);
console.log(slug('  Hello, World: Part 2!  '));
