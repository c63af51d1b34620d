// Keeps a diary in a file. What is read from a file may be
// anything, so it is checked before it gets its type.
import { appendFile, readFile, rm } from 'node:fs/promises';

const FILE = 'diary.jsonl'; // One JSON object on each line.
const MOODS = ['good', 'so-so', 'bad'] as const;

interface Entry {
  day: string;
  mood: (typeof MOODS)[number];
  text: string;
}

async function write(entry: Entry): Promise<void> {
  await appendFile(FILE, `${JSON.stringify(entry)}\n`);
}

function check(value: unknown): Entry | undefined {
  if (typeof value !== 'object' || !value) return undefined;
  // Partial: each field may be missing. unknown: or wrong.
  const found: Partial<Record<keyof Entry, unknown>> = value;
  const mood = MOODS.find((mood) => mood === found.mood);
  const { day, text } = found;
  if (typeof day !== 'string' || typeof text !== 'string') {
    return undefined;
  }
  return mood && { day, mood, text };
}

async function* read(): AsyncGenerator<Entry> {
  const content = await readFile(FILE, 'utf8');
  for (const [index, line] of content.split('\n').entries()) {
    if (line === '') continue;
    const entry = check(JSON.parse(line));
    if (entry) yield entry;
    else console.log(`line ${index + 1} is no entry`);
  }
}

await rm(FILE, { force: true }); // Begin a new one.
await write({ day: 'Mon', mood: 'so-so', text: 'Rain.' });
await write({ day: 'Tue', mood: 'bad', text: 'More rain.' });
await appendFile(FILE, '{ "day": 3, "mood": "wet" }\n');
await write({ day: 'Wed', mood: 'good', text: 'Sun!' });
// await write({ day: 'Thu', mood: 'wet', text: '' });

const signs: Record<Entry['mood'], string> = {
  good: '+',
  'so-so': '=',
  bad: '-',
};
for await (const { day, mood, text } of read()) {
  console.log(signs[mood], day, text);
}
