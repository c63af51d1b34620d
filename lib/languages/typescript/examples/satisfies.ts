// "satisfies" checks a value against a type, and lets it keep
// the more exact type that it has by itself.

type Colour = string | [red: number, green: number, blue: number];

const palette = {
  sea: '#0b6b62',
  sand: [237, 201, 175],
  night: '#101820',
} satisfies Record<string, Colour>;

// Still known: which names there are, and that sea is a text
// and sand are three numbers. ": Record<…>" would forget it.
console.log(palette.sea.toUpperCase());
console.log('red of the sand:', palette.sand[0]);
// palette.sun; // There is no such colour.

type ColourName = keyof typeof palette;

function toHex(name: ColourName): string {
  const colour: Colour = palette[name];
  if (typeof colour === 'string') return colour;
  return `#${colour
    .map((part) => part.toString(16).padStart(2, '0'))
    .join('')}`;
}
console.log('sand:', toHex('sand'));

// "as const" goes one step further: every value is exact, and
// types can be made from the data.
const SIZES = ['small', 'medium', 'large'] as const;
type Size = (typeof SIZES)[number]; // One of the three texts.

const prices = {
  small: 2.5,
  medium: 3.5,
  large: 4.2,
} satisfies Record<Size, number>; // Forget one: an error.

function isSize(text: string): text is Size {
  return SIZES.some((size) => size === text);
}

for (const order of ['medium', 'gigantic', 'large']) {
  const price = isSize(order) ? prices[order] : undefined;
  console.log(order, price?.toFixed(2) ?? 'is not on the menu');
}
