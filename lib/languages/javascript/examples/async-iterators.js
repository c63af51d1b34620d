// for await...of takes values as they arrive: lines of a file,
// messages, measurements.
import { setTimeout as wait } from 'node:timers/promises';

// A sensor that reports now and then.
async function* sensor() {
  for (const celsius of [18.5, 19.1, 21.7, 22.4, 20.3]) {
    await wait(150);
    yield celsius;
  }
}

// A stage in between: takes a stream, gives a stream.
async function* withTrend(values) {
  let last;
  for await (const value of values) {
    const trend = last === undefined ? '·' : value > last ? '↑' : '↓';
    yield { value, trend };
    last = value;
  }
}

let highest = -Infinity;
for await (const { value, trend } of withTrend(sensor())) {
  console.log(`${trend} ${value.toFixed(1)} °C`);
  highest = Math.max(highest, value);
}
console.log(`Highest: ${highest} °C`);

// To have all of it at once:
const all = await Array.fromAsync(sensor());
const mean = all.reduce((sum, value) => sum + value) / all.length;
console.log(`Mean of ${all.length}: ${mean.toFixed(1)} °C`);
