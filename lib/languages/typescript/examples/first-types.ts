// TypeScript is JavaScript with notes on what each value is.
// The notes are checked while you type, and gone when it runs.

const boat: string = 'Anna';
const crew: number = 3;
const isAtSea: boolean = true;
console.log(boat, crew, isAtSea);

// Most notes can be left out: TypeScript infers them.
const ports = ['Bergen', 'Oslo', 'Turku']; // string[]

// A parameter needs one. The return type is a promise to
// those who call the function.
function shorten(text: string, length = 3): string {
  return text.slice(0, length).toUpperCase();
}
console.log(ports.map((port) => shorten(port)).join(' - '));

// A union is one of several. "?" means: may be missing.
interface Trip {
  from: string;
  to: string;
  km: number | 'unknown';
  stops?: string[];
}

const trips: Trip[] = [
  { from: 'Bergen', to: 'Oslo', km: 780, stops: ['Stavanger'] },
  { from: 'Oslo', to: 'Turku', km: 'unknown' },
];

function describe({ from, to, km, stops = [] }: Trip): string {
  // Only here TypeScript knows that km is a number.
  const way = typeof km === 'number' ? `${km} km` : 'far';
  return `${way}: ${[from, ...stops, to].join(' - ')}`;
}
for (const trip of trips) console.log(describe(trip));

// Take away the two slashes, and see what the editor says:
// shorten(42);
// trips[0].too;
