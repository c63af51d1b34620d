// Roman numerals: from numbers to letters and back.

// A list of pairs, the largest first. "as const" keeps every
// value exactly as it is written, and nobody can change it.
const SIGNS = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
] as const;

function toRoman(number: number): string {
  let roman = '';
  let rest = number;
  for (const [value, sign] of SIGNS) {
    roman += sign.repeat(Math.floor(rest / value));
    rest %= value;
  }
  return roman;
}

function fromRoman(roman: string): number {
  let number = 0;
  let rest = roman.toUpperCase();
  for (const [value, sign] of SIGNS) {
    while (rest.startsWith(sign)) {
      number += value;
      rest = rest.slice(sign.length);
    }
  }
  // Whoever writes IIII is told so.
  if (rest !== '' || toRoman(number) !== roman.toUpperCase()) {
    throw new RangeError(`${roman} is no Roman numeral`);
  }
  return number;
}

for (const year of [44, 476, 1492, 1969, 2026]) {
  console.log(String(year).padStart(4), toRoman(year));
}
console.log('MCMXCIX is', fromRoman('MCMXCIX'));

for (const text of ['xiv', 'IIII']) {
  try {
    console.log(text, 'is', fromRoman(text));
  } catch (error) {
    // Anything can be thrown, so its type has to be looked at.
    if (error instanceof RangeError) console.log(error.message);
  }
}
