// Streams carry data in pieces, so that a file of any size goes
// through a program with little memory.
import { createReadStream, createWriteStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';

// A source: 50,000 lines, made one by one.
function* lines() {
  for (let i = 1; i <= 50_000; i++) {
    yield `${i};boat ${i % 7};${(i * 37) % 100}\n`;
  }
}

// A stage that counts what flows through it.
let bytes = 0;
async function* counted(source) {
  for await (const piece of source) {
    bytes += piece.length;
    yield piece;
  }
}

// pipeline joins the parts, waits for the end, and cleans up.
await pipeline(Readable.from(lines()), counted, createGzip(), createWriteStream('boats.gz'));
console.log(`Written: ${bytes.toLocaleString('en')} bytes, compressed on the way.`);

// And back: unpack it and read it line by line.
const unpacked = createReadStream('boats.gz').pipe(createGunzip());
let count = 0;
let catchOfBoat3 = 0;
for await (const line of createInterface({ input: unpacked })) {
  const [, boat, fish] = line.split(';');
  count++;
  if (boat === 'boat 3') catchOfBoat3 += Number(fish);
}
console.log(`Read again: ${count.toLocaleString('en')} lines.`);
console.log(`Boat 3 caught ${catchOfBoat3.toLocaleString('en')} fish.`);
