// Threads: heavy work is shared among workers, while the main
// program stays free.
import { Worker } from 'node:worker_threads';

// What each worker does. It runs apart and knows nothing of our
// variables; it gets a message and answers with one.
const work = `
  const { parentPort } = require('node:worker_threads');
  parentPort.once('message', ({ from, to }) => {
    let primes = 0;
    for (let n = from; n < to; n++) {
      let prime = n > 1;
      for (let d = 2; prime && d * d <= n; d++) prime = n % d !== 0;
      if (prime) primes++;
    }
    parentPort.postMessage(primes);
  });
`;

function countPrimes(from, to) {
  const { promise, resolve, reject } = Promise.withResolvers();
  const worker = new Worker(work, { eval: true });
  worker.once('message', resolve);
  worker.once('error', reject);
  worker.postMessage({ from, to });
  return promise;
}

const PART = 50_000;
const parts = await Promise.all(
  [0, 1, 2, 3].map(async (index) => {
    const primes = await countPrimes(index * PART, (index + 1) * PART);
    return { from: index * PART, primes };
  }),
);

for (const { from, primes } of parts) {
  console.log(`${primes} primes from ${from} on`);
}
const total = parts.reduce((sum, { primes }) => sum + primes, 0);
console.log(`${total} primes below ${4 * PART}`);
