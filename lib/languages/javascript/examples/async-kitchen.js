// One cook, three dishes: while one is in the oven, the others go on.
import { setTimeout as wait } from 'node:timers/promises';

const started = performance.now();
const passed = () => ((performance.now() - started) / 1000).toFixed(1);

async function cook(dish, seconds) {
  console.log(`${passed()} s  ${dish}: started`);
  await wait(seconds * 1000); // The others have their turn.
  if (dish === 'soufflé') throw new Error('it collapsed');
  console.log(`${passed()} s  ${dish}: ready`);
  return dish;
}

// All at once; the whole takes as long as the longest.
const dishes = await Promise.all([cook('soup', 0.6), cook('bread', 0.9), cook('salad', 0.3)]);
console.log(`${passed()} s  served: ${dishes.join(', ')}`);

// race: the first one counts.
const first = await Promise.race([cook('tea', 0.2), cook('coffee', 0.4)]);
console.log(`${passed()} s  first: ${first}`);

// allSettled: nobody's failure spoils it for the others.
const results = await Promise.allSettled([cook('soufflé', 0.2), cook('cake', 0.3)]);
for (const { status, value, reason } of results) {
  console.log(status, '-', value ?? reason.message);
}
