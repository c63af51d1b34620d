// A small adventure: walk around, find the treasure.
import { createInterface } from 'node:readline';

const places = {
  beach: { text: 'You stand on a beach.', north: 'forest', east: 'cave' },
  forest: { text: 'Tall trees. Something creaks.', south: 'beach', east: 'hill' },
  hill: { text: 'A hill with a view. An old key lies here.', west: 'forest', south: 'cave' },
  cave: { text: 'A dark cave. There is a chest!', west: 'beach', north: 'hill' },
};

const bag = new Set();
let here = 'beach';
let steps = 0;

// Tells where the player is. True when the game is won.
function look() {
  const { text, ...exits } = places[here];
  console.log(`\n${text}`);
  if (here === 'hill' && !bag.has('key')) {
    bag.add('key');
    console.log('You take the key.');
  }
  if (here === 'cave' && bag.has('key')) {
    console.log(`The key fits. Gold! You won in ${steps} steps.`);
    return true;
  }
  if (here === 'cave') console.log('The chest is locked.');
  terminal.setPrompt(`${Object.keys(exits).join(' or ')}? `);
  terminal.prompt();
  return false;
}

const terminal = createInterface({ input: process.stdin, output: process.stdout });
console.log('Find the treasure! "quit" ends the game.');
look();

for await (const line of terminal) {
  const answer = line.trim().toLowerCase();
  if (answer === 'quit') break;
  // A place has its ways as properties; "text" is none of them.
  const next = answer === 'text' ? undefined : places[here][answer];
  if (next) {
    here = next;
    steps++;
  } else {
    console.log('There is no way there.');
  }
  if (look()) break;
}
console.log('Goodbye!');
