// Six boats, but only two places at the quay: runs async work
// with a limit, and keeps the results in order.
import { setTimeout as wait } from 'node:timers/promises';

// T goes in, R comes out; both are found by the compiler.
async function mapLimited<T, R>(
  items: readonly T[],
  limit: number,
  work: (item: T, index: number) => Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  // One iterator, shared: each item is taken only once.
  const queue = items.entries();

  async function worker(): Promise<void> {
    for (const [index, item] of queue) {
      results[index] = await work(item, index);
    }
  }
  await Promise.all(Array.from({ length: limit }, worker));
  return results;
}

const boats = [
  { name: 'Anna', tons: 3 },
  { name: 'Berta', tons: 1 },
  { name: 'Clara', tons: 2 },
  { name: 'Dora', tons: 2 },
  { name: 'Erna', tons: 1 },
  { name: 'Frida', tons: 3 },
];

let atQuay = 0;
let most = 0;
const start = performance.now();

const tons = await mapLimited(boats, 2, async (boat) => {
  atQuay++;
  most = Math.max(most, atQuay);
  await wait(boat.tons * 100);
  atQuay--;
  const s = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`${s} s  ${boat.name} is unloaded`);
  return boat.tons;
});

console.log('In the order of the list:', tons.join(' '));
console.log('At the quay at once:', most);
