// Measures what a user gets against what a user would have otherwise, side by side in one run, on this
// machine: `npm run bench`. Prints tables with ratios, writes bench/latest.json and docs/benchmarks.md.
// `npm run bench -- speed` (or another of the PARTS) measures that part alone and keeps the other figures;
// `--quick` shows in a minute that everything works, and writes nothing.
// @ts-check
import { measureConsole } from './console.mjs';
import { writeDocument } from './document.mjs';
import { table } from './figures.mjs';
import { keepFigures } from './latest.mjs';
import { measurePage } from './page.mjs';
import { measurePictures } from './pictures.mjs';
import { measureRooms } from './rooms.mjs';
import { startServer } from './server.mjs';
import { measureSnippets } from './snippets.mjs';
import { measureSpeed } from './speed/speed.mjs';
import { describeSpeed } from './speed/tables.mjs';
import { describeStore, measureStore } from './store-figures.mjs';

const began = performance.now();
const say = (/** @type {string} */ line) => process.stdout.write(`${line}\n`);
const tell = (/** @type {string} */ what) =>
  say(`${Math.round((performance.now() - began) / 1000)} s: ${what}`);

/** The name of each in bench/latest.json, and how it is measured. @type {Record<string, (isQuick: boolean) => Promise<object>>} */
const PARTS = {
  speed: (isQuick) => measureSpeed(isQuick, tell),
  store: measureStore,
  page: () => withServer(({ url }) => measurePage(url)),
  console: () => withServer(({ url }) => measureConsole(url)),
  snippets: () => withServer(({ url }) => measureSnippets(url)),
  pictures: () => withServer(({ url }) => measurePictures(url)),
  rooms: () => withServer(measureRooms),
};

const isQuick = process.argv.includes('--quick');
const asked = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const unknown = asked.filter((word) => PARTS[word] === undefined);
if (unknown.length > 0) {
  say(`There is no part "${unknown[0]}"; there are ${Object.keys(PARTS).join(', ')}.`);
  process.exit(1);
}

for (const [name, measure] of Object.entries(PARTS)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  tell(`measuring ${name} ...`);
  const figures = { date: new Date().toISOString(), ...(await measure(isQuick)) };
  say(shown(name, figures));
  // At once, so that what has been measured stays when a later part fails.
  if (!isQuick) keepFigures({ [name]: figures });
}
if (!isQuick) writeDocument();
say(`Took ${Math.round((performance.now() - began) / 1000)} s.`);

/** @template T @param {(server: Awaited<ReturnType<typeof startServer>>) => Promise<T>} measure */
async function withServer(measure) {
  const server = await startServer();
  try {
    return await measure(server);
  } finally {
    await server.stop();
  }
}

/** @param {string} name @param {object} figures */
function shown(name, figures) {
  if (name === 'speed') {
    return describeSpeed(/** @type {import('./speed/tables.mjs').Speed} */ (figures));
  }
  if (name === 'store') {
    const store = /** @type {Awaited<ReturnType<typeof measureStore>>} */ (figures);
    return table(['what', 'SQLite', 'Postgres'], describeStore(store));
  }
  return JSON.stringify(figures, null, 2);
}
