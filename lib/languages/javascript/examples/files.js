// Keep a list in a JSON file: write it, read it, change it.
import { appendFile, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';

const FILE = 'tasks.json';

async function load() {
  try {
    return JSON.parse(await readFile(FILE, 'utf8'));
  } catch (error) {
    // No file yet is fine; any other trouble is not.
    if (error.code === 'ENOENT') return [];
    throw error;
  }
}

async function save(tasks) {
  // The 2 makes the file easy to read for people.
  await writeFile(FILE, JSON.stringify(tasks, null, 2));
}

await rm(FILE, { force: true }); // Begin without one.
console.log('At first:', await load());

await save([
  { title: 'Paint the boat', done: false },
  { title: 'Mend the nets', done: false },
]);

const tasks = await load();
tasks[0].done = true;
tasks.push({ title: 'Go sailing', done: false });
await save(tasks);

for (const { title, done } of await load()) {
  console.log(done ? '[x]' : '[ ]', title);
}

await appendFile('log.txt', 'tasks saved\n');
const { size } = await stat(FILE);
console.log(`${FILE} has ${size} bytes.`);
console.log(
  'Here:',
  (await readdir('.')).filter((name) => name.endsWith('.json')),
);
