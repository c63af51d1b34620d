// An interface says what a value must have. Whoever has it,
// fits: no "implements" is needed. What counts is the shape.

interface Swimmer {
  name: string;
  swim(metres: number): string;
}

class Duck {
  name = 'Donald';
  swim(metres: number) {
    return `paddles ${metres} m`;
  }
  quack() {
    return 'Quack!'; // More than needed does no harm.
  }
}

const submarine = {
  name: 'Nautilus',
  depth: 200,
  swim: (metres: number) => `dives ${metres} m`,
};

// Neither has ever heard of Swimmer, and both are welcome.
function race(swimmers: readonly Swimmer[], metres: number) {
  for (const swimmer of swimmers) {
    console.log(`${swimmer.name} ${swimmer.swim(metres)}.`);
  }
}
race([new Duck(), submarine], 50);

// Interfaces grow by extending others.
interface Diver extends Swimmer {
  readonly depth: number;
}

function deepest(divers: readonly Diver[]): string {
  const byDepth = divers.toSorted((a, b) => b.depth - a.depth);
  return byDepth[0]?.name ?? 'nobody';
}
const whale = { ...submarine, name: 'Moby', depth: 1200 };
console.log('The deepest:', deepest([submarine, whale]));

// A duck has no depth. Take away the slashes to see it:
// deepest([new Duck()]);
