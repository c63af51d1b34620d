// "unknown" is a value of which nothing is known yet. Each
// question narrows it down, until it may be used.

function explain(value: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  if (typeof value === 'string') return `text: ${value.trim()}`;
  if (typeof value === 'number') return `number: ${value}`;
  if (Array.isArray(value)) return `${value.length} things`;
  if (value instanceof Date) {
    return `day: ${value.toISOString().slice(0, 10)}`;
  }
  if (typeof value === 'object' && 'name' in value) {
    return `something named ${value.name}`;
  }
  return `a ${typeof value}`;
}

const things = ['  hi ', 42, null, [1, 2], new Date(0)];
for (const thing of [...things, { name: 'Anna' }, true]) {
  console.log(explain(thing));
}

// What comes from outside is unknown too. A type guard looks
// at it, and "value is City" tells the compiler the result.
interface City {
  name: string;
  people: number;
}

function isCity(value: unknown): value is City {
  return (
    typeof value === 'object' &&
    value !== null &&
    'name' in value &&
    typeof value.name === 'string' &&
    'people' in value &&
    typeof value.people === 'number'
  );
}

const answer = `[
  { "name": "Turku", "people": 206000 },
  { "name": "Atlantis" },
  { "name": "Bergen", "people": 294000 }
]`;

const parsed: unknown = JSON.parse(answer);
const list: unknown[] = Array.isArray(parsed) ? parsed : [];
const cities = list.filter(isCity); // City[]

console.log(`${cities.length} of ${list.length} are cities:`);
for (const { name, people } of cities) {
  console.log(`${name} ${people.toLocaleString('en')}`);
}
