// @ts-check
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { giveUp, step } from './step.mjs';

/** Everything that `next build` reads. What it does not read (tests, docs, e2e) must not cost a build. */
const SOURCES = [
  'app',
  'components',
  'lib',
  'public',
  'instrumentation.ts',
  'next.config.js',
  'package-lock.json',
  'package.json',
  'postcss.config.mjs',
  'proxy.ts',
  'tsconfig.json',
];
/** Lessons among them: they are read while the server runs. */
const NOT_BUILT = /\.test\.tsx?$|(^|\/)(__pycache__|\.[^/]+)$|^public\/lessons$/;

const STAMP = '.next/runbay-build';

/**
 * Tells two states of the sources apart: a hash over paths, contents and the NEXT_PUBLIC_ settings,
 * which the build writes into the browser's code.
 * @param {string} root
 * @param {Record<string, string | undefined>} env
 */
export function fingerprint(root, env) {
  const hash = createHash('sha256');
  for (const source of SOURCES) {
    for (const file of filesUnder(root, source)) {
      const content = readFileSync(join(root, file));
      hash.update(`${file}\0${content.length}\0`).update(content);
    }
  }
  const publicSettings = Object.entries(env).filter(([key]) => key.startsWith('NEXT_PUBLIC_'));
  hash.update(JSON.stringify(publicSettings.sort()));
  return hash.digest('hex');
}

/**
 * @param {string} root
 * @param {string} path
 * @returns {string[]}
 */
function filesUnder(root, path) {
  if (!existsSync(join(root, path)) || NOT_BUILT.test(path)) return [];
  try {
    const names = readdirSync(join(root, path)).sort();
    return names.flatMap((name) => filesUnder(root, `${path}/${name}`));
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'ENOTDIR') return [path];
    throw error;
  }
}

/** Builds the production server, unless the build there is of these very sources. */
export async function buildIfStale() {
  const wanted = fingerprint('.', process.env);
  const built = existsSync(STAMP) && existsSync('.next/BUILD_ID') && readFileSync(STAMP, 'utf8');
  if (built === wanted) return;

  rmSync(STAMP, { force: true });
  const pinned = 'node_modules/.bin/node';
  const ok = await step(
    'Building the page and the server (20 to 60 seconds, after each change of the sources)',
    existsSync(pinned) ? pinned : process.execPath,
    ['node_modules/next/dist/bin/next', 'build'],
    { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
  );
  if (!ok) giveUp('The build failed; its message stands above. Repeat with: npm run build');
  writeFileSync(STAMP, wanted);
}
