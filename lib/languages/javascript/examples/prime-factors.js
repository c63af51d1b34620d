// Every number is a product of primes. Find them by dividing,
// beginning with the smallest.

function primeFactors(number) {
  const factors = [];
  let rest = number;
  for (let divisor = 2; divisor * divisor <= rest; divisor++) {
    // The same prime may be in it more than once.
    while (rest % divisor === 0) {
      factors.push(divisor);
      rest /= divisor;
    }
  }
  // What cannot be divided any more is itself a prime.
  if (rest > 1) factors.push(rest);
  return factors;
}

for (const number of [12, 97, 360, 1001, 123456789]) {
  console.log(`${number} = ${primeFactors(number).join(' × ')}`);
}

// The greatest common divisor, as Euclid found it: no factors needed.
const gcd = (a, b) => (b === 0 ? a : gcd(b, a % b));
console.log('gcd of 360 and 1001:', gcd(360, 1001));
console.log('gcd of 360 and 84:  ', gcd(360, 84));
