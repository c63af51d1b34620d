// A value that is one of several kinds, told apart by a field:
// a discriminated union. The compiler keeps the list complete.

type Shape =
  | { kind: 'circle'; radius: number }
  | { kind: 'square'; side: number }
  | { kind: 'rectangle'; width: number; height: number };

function area(shape: Shape): number {
  switch (shape.kind) {
    case 'circle':
      // In this branch the shape has a radius, and no side.
      return Math.PI * shape.radius ** 2;
    case 'square':
      return shape.side ** 2;
    case 'rectangle':
      return shape.width * shape.height;
    default:
      return impossible(shape);
  }
}

// Nothing fits into "never". Add a triangle to Shape, and the
// call above is an error until area() can handle it.
function impossible(value: never): never {
  throw new Error(`No such shape: ${JSON.stringify(value)}`);
}

const shapes: Shape[] = [
  { kind: 'circle', radius: 1 },
  { kind: 'square', side: 3 },
  { kind: 'rectangle', width: 2, height: 5 },
];

for (const shape of shapes) {
  console.log(shape.kind.padEnd(10), area(shape).toFixed(2));
}

const total = shapes.reduce((sum, shape) => sum + area(shape), 0);
console.log('together'.padEnd(10), total.toFixed(2));

// Extract picks members of a union.
type Round = Extract<Shape, { radius: number }>;
const coin: Round = { kind: 'circle', radius: 0.5 };
console.log(`A coin: ${area(coin).toFixed(3)}`);
