import type { LanguageFacts } from '../language-facts';

export const javascript: LanguageFacts = {
  name: 'JavaScript',
  runtime: 'Node.js',
  aliases: ['js', 'node', 'nodejs'],
  fileName: 'main.js',
  extensions: ['js', 'mjs', 'cjs'],
  indentColumns: 2,
  promptMarks: { first: '> ', next: '| ' },
  firstProgram: `// Press Run and watch.
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
};
