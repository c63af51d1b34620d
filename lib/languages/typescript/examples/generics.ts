// A generic is written once, and works for every type: T is
// a place where the type comes in later.

class Stack<T> {
  #items: T[] = [];

  push(...items: T[]): this {
    this.#items.push(...items);
    return this;
  }
  pop(): T | undefined {
    return this.#items.pop();
  }
  get size(): number {
    return this.#items.length;
  }
}

const plates = new Stack<string>().push('blue', 'white');
console.log(plates.pop(), 'is on top,', plates.size, 'left');
// plates.push(7); // A number is no plate.

// "extends" asks for something: here, that T has a length.
function longest<T extends { length: number }>(
  first: T,
  ...others: T[]
): T {
  let best = first;
  for (const other of others) {
    if (other.length > best.length) best = other;
  }
  return best;
}
console.log(longest('fig', 'banana', 'kiwi'));
console.log(longest([1, 2], [3, 4, 5]));

// K is one of the names that T has, and T[K] the type of
// what stands there. A name that is not there is an error.
function pluck<T, K extends keyof T>(rows: T[], key: K): T[K][] {
  return rows.map((row) => row[key]);
}

const planets = [
  { name: 'Mars', moons: 2 },
  { name: 'Jupiter', moons: 97 },
  { name: 'Saturn', moons: 274 },
];
const names = pluck(planets, 'name'); // string[]
const moons = pluck(planets, 'moons'); // number[]
console.log(names.join(', '));
console.log('moons:', Math.max(...moons), 'at most');

// A generic type for what may go wrong.
type Maybe<T> = { found: T } | { found?: undefined };

function find<T>(list: T[], test: (item: T) => boolean): Maybe<T> {
  const at = list.findIndex(test);
  const found = list[at];
  return found === undefined ? {} : { found };
}
console.log(find(planets, ({ moons }) => moons > 100));
console.log(find(names, (name) => name.startsWith('X')));
