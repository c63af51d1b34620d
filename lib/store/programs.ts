import type { Language } from '../agentbay/languages';

/**
 * The program a newcomer finds: it needs no input, says what to do, and shows output arriving.
 * Its lines fit on a phone.
 */
export const FIRST_PROGRAMS: Record<Language, string> = {
  python: `# Press Run and watch.
import math
import time

print("Welcome to the bay!")

for step in range(16):
    wave = math.sin(step / 2)
    indent = round(14 + 13 * wave)
    print(" " * indent + "~ ~")
    time.sleep(0.08)

print("Your turn: change something.")
`,
  javascript: `// Press Run and watch.
const wait = (ms) =>
  new Promise((go) => setTimeout(go, ms));

console.log('Welcome to the bay!');

for (let step = 0; step < 16; step++) {
  const wave = Math.sin(step / 2);
  const indent = Math.round(14 + 13 * wave);
  console.log(' '.repeat(indent) + '~ ~');
  await wait(80);
}

console.log('Your turn: change something.');
`,
  typescript: `// Press Run and watch.
const wait = (ms: number) =>
  new Promise((go) => setTimeout(go, ms));

function wave(step: number): string {
  const height = Math.sin(step / 2);
  const indent = Math.round(14 + 13 * height);
  return ' '.repeat(indent) + '~ ~';
}

console.log('Welcome to the bay!');

for (let step = 0; step < 16; step++) {
  console.log(wave(step));
  await wait(80);
}

console.log('Your turn: change something.');
`,
};
