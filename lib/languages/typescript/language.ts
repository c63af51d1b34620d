import type { LanguageFacts } from '../language-facts';

export const typescript: LanguageFacts = {
  name: 'TypeScript',
  runtime: 'Node.js',
  aliases: ['ts'],
  fileName: 'main.ts',
  extensions: ['ts', 'mts', 'cts'],
  indentColumns: 2,
  promptMarks: { first: '> ', next: '| ' },
  firstProgram: `// Press Run and watch.
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
