// Types can be made from other types: a mapped type goes
// through all names of one and makes something for each.

interface Lamp {
  colour: string;
  brightness: number;
  on: boolean;
}

// These are part of the language, made in the same way.
type Change = Partial<Lamp>; // Everything may be missing.
type Fixed = Readonly<Lamp>; // Nothing can be assigned.
type Switch = Pick<Lamp, 'on'>; // Only one of the fields.

function change(lamp: Fixed, by: Change): Fixed {
  return { ...lamp, ...by };
}
const off: Switch = { on: false };
const lamp: Fixed = { colour: 'red', brightness: 40, on: true };
console.log(change(lamp, { ...off, brightness: 80 }));

// One of our own: colour becomes onColour, a function that
// takes the new and the old value, of the right type.
type Listeners<T> = {
  [K in keyof T & string as `on${Capitalize<K>}`]?: (
    now: T[K],
    before: T[K],
  ) => void;
};

const listeners: Listeners<Lamp> = {
  onColour: (now, before) => {
    console.log(`from ${before} to ${now.toUpperCase()}`);
  },
  onBrightness: (now, before) => {
    console.log(`brighter by ${now - before}`);
  },
  // onSize: () => {}, // A lamp has no size.
};

function tell(before: Lamp, now: Lamp): void {
  if (now.colour !== before.colour) {
    listeners.onColour?.(now.colour, before.colour);
  }
  if (now.brightness !== before.brightness) {
    listeners.onBrightness?.(now.brightness, before.brightness);
  }
}
tell(lamp, change(lamp, { colour: 'blue', brightness: 100 }));

// A conditional type asks a question about a type.
type Texts<T> = {
  [K in keyof T]: T[K] extends string ? K : never;
}[keyof T];
const only: Texts<Lamp> = 'colour'; // Nothing else fits.
console.log('The only text:', only);
