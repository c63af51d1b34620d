// Which Chromium the browser tests drive: CHROMIUM_PATH, else the system's, else the one that
// @sparticuz/chromium carries inside its npm package (no package manager, no download).
// @ts-check
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const SYSTEM_PATHS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/**
 * The path of a browser that the machine has; undefined where there is none. CHROMIUM_PATH is
 * taken at its word. The others are asked for their version, because some systems put a mere
 * pointer to another package manager at that path.
 */
export function systemBrowser(env = process.env) {
  if (env.CHROMIUM_PATH) return env.CHROMIUM_PATH;
  return SYSTEM_PATHS.find(
    (path) =>
      existsSync(path) &&
      spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 20_000 }).status === 0,
  );
}

/**
 * What Playwright's launchOptions want.
 * @returns {Promise<{ executablePath: string, env: Record<string, string | undefined> }>}
 */
export async function resolveBrowser() {
  const found = systemBrowser();
  return found ? { executablePath: found, env: process.env } : packagedBrowser();
}

async function packagedBrowser() {
  const from = join(root, 'node_modules/@sparticuz/chromium');
  const { version } = JSON.parse(readFileSync(join(from, 'package.json'), 'utf8'));
  const home = join(root, 'node_modules/.cache', `chromium-${version}`);
  if (!existsSync(home)) await unpack(from, home);

  const libraries = [process.env.LD_LIBRARY_PATH, join(home, 'al2023/lib')]
    .filter(Boolean)
    .join(':');
  const fonts = existsSync('/etc/fonts/fonts.conf') ? {} : { FONTCONFIG_PATH: join(home, 'fonts') };
  return {
    executablePath: join(home, 'chromium'),
    env: { ...process.env, ...fonts, LD_LIBRARY_PATH: libraries },
  };
}

/**
 * The package unpacks into TMPDIR and takes whatever already lies there for whole. So it gets a
 * folder of its own, which has its final name only once everything is in it.
 * @param {string} from
 * @param {string} home
 */
async function unpack(from, home) {
  mkdirSync(dirname(home), { recursive: true });
  const work = mkdtempSync(`${home}-`);
  const before = process.env.TMPDIR;
  process.env.TMPDIR = work;
  try {
    const { default: chromium, inflate } = await import('@sparticuz/chromium');
    await chromium.executablePath();
    await inflate(join(from, 'bin/al2023.tar.br')); // libnss3 and others, where the system has none
    renameSync(work, home);
  } catch (error) {
    rmSync(work, { recursive: true, force: true });
    if (!existsSync(home)) throw error; // another process may have been faster
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
}
