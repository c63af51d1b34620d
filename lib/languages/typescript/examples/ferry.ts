// Classes with everything that TypeScript adds: who may see
// what, what must be written, and what every subclass owes.

abstract class Vehicle {
  static readonly pricePerMetre = 8;

  // private: only here. protected: in subclasses too.
  constructor(
    readonly plate: string,
    protected readonly metres: number,
  ) {}

  // Without a body: every vehicle must say it by itself.
  abstract readonly kind: string;

  get price(): number {
    return Math.ceil(this.metres) * Vehicle.pricePerMetre;
  }
  get length(): number {
    return this.metres;
  }
}

class Car extends Vehicle {
  readonly kind = 'car';
}

class Lorry extends Vehicle {
  readonly kind = 'lorry';

  constructor(
    plate: string,
    metres: number,
    private readonly tons: number,
  ) {
    super(plate, metres);
  }

  // A wrong name here would be an error, thanks to override.
  override get price(): number {
    return super.price + this.tons * 5;
  }
}

class Bicycle extends Vehicle {
  readonly kind = 'bicycle';

  constructor() {
    super('-', 1.8);
  }

  override get price(): number {
    return 4;
  }
}

// Iterable is an interface of the language.
class Ferry implements Iterable<Vehicle> {
  private readonly deck: Vehicle[] = [];

  constructor(private free: number) {}

  board(vehicle: Vehicle): boolean {
    if (vehicle.length > this.free) return false;
    this.free -= vehicle.length;
    this.deck.push(vehicle);
    return true;
  }
  [Symbol.iterator]() {
    return this.deck.values();
  }
}

const ferry = new Ferry(20);
const queue = [
  new Car('AB 123', 4.2),
  new Lorry('LO 77', 12, 9),
  new Bicycle(),
  new Car('CD 456', 4.6),
];
for (const vehicle of queue) {
  if (ferry.board(vehicle)) continue;
  console.log(`No room for the ${vehicle.kind} ${vehicle.plate}.`);
}

let income = 0;
for (const { kind, plate, price } of ferry) {
  console.log(kind.padEnd(8), plate.padEnd(7), price);
  income += price;
}
console.log('Income:', income);
