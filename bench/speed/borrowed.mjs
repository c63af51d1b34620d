// The programs that Runbay is compared with and does not need itself: fetched once into a folder of the bench,
// so that nothing on the machine changes, and with it what the sandboxes see.
// @ts-check
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

const execute = promisify(execFile);
const FOLDER = resolve('node_modules/.cache/runbay-bench');
const DEBIAN = ['python3-ipykernel', 'python3-jupyter-client', 'socat', 'ripgrep'];
const SANDBOX_RUNTIME = '@anthropic-ai/sandbox-runtime@0.0.83';
const FETCH_LIMIT_MS = 120_000;

/** @typedef {{ env: Record<string, string> } | { missing: string }} Jupyter */
/** @typedef {{ env: Record<string, string>, entry: string } | { missing: string }} Runtime */

/** @returns {Promise<{ jupyter: Jupyter, runtime: Runtime }>} */
export async function borrow() {
  mkdirSync(FOLDER, { recursive: true });
  const jupyter = await tried(jupyterKernels);
  return { jupyter, runtime: await tried(sandboxRuntime) };
}

/** @template T @param {() => Promise<T>} fetch @returns {Promise<T | { missing: string }>} */
async function tried(fetch) {
  try {
    return await fetch();
  } catch (error) {
    const [why = 'it could not be fetched'] = String(/** @type {Error} */ (error).message).split(
      '\n',
    );
    return { missing: why };
  }
}

async function jupyterKernels() {
  const env = await debianPrograms();
  // The one that the system has, or the one that was fetched.
  await execute('/usr/bin/python3', ['-c', 'import ipykernel, jupyter_client'], {
    env: /** @type {any} */ (env),
  });
  return { env };
}

async function sandboxRuntime() {
  const env = await debianPrograms();
  const folder = join(FOLDER, 'npm');
  const home = join(folder, 'node_modules/@anthropic-ai/sandbox-runtime');
  if (!existsSync(home)) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'package.json'), '{"private":true}\n');
    const args = [
      'i',
      '--save-exact',
      '--no-audit',
      '--no-fund',
      '--ignore-scripts',
      SANDBOX_RUNTIME,
    ];
    await execute('npm', args, { cwd: folder, timeout: FETCH_LIMIT_MS });
  }
  return {
    env,
    entry: createRequire(join(folder, 'package.json')).resolve('@anthropic-ai/sandbox-runtime'),
  };
}

/** What finds Debian's programs: unpacked, not installed. Without root or apt-get, what the system has. */
async function debianPrograms() {
  const root = join(FOLDER, 'debian');
  const env = { HOME: FOLDER, PATH: `${root}/usr/bin:/usr/bin:/bin` };
  if (!existsSync(root)) await unpackDebian(root);
  const [libraries = ''] = ['x86_64-linux-gnu', 'aarch64-linux-gnu'].filter((name) =>
    existsSync(`${root}/usr/lib/${name}`),
  );
  return {
    ...env,
    PYTHONPATH: `${root}/usr/lib/python3/dist-packages`,
    LD_LIBRARY_PATH: `${root}/usr/lib/${libraries}`,
    PYTHONDONTWRITEBYTECODE: '1',
    // Its kernels warn otherwise of Python's own modules, at each start.
    PYDEVD_DISABLE_FILE_VALIDATION: '1',
  };
}

/** @param {string} root */
async function unpackDebian(root) {
  const mayFetch = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  if (!mayFetch || process.env.RUNBAY_INSTALL === 'never') return;
  const archives = join(FOLDER, 'archives');
  mkdirSync(join(archives, 'partial'), { recursive: true });
  const fetch = [
    'install',
    '-y',
    '--no-install-recommends',
    '--download-only',
    '-o',
    `Dir::Cache::archives=${archives}`,
  ];
  await execute('apt-get', [...fetch, ...DEBIAN], { timeout: FETCH_LIMIT_MS });
  for (const name of readdirSync(archives).filter((one) => one.endsWith('.deb'))) {
    await execute('dpkg', ['-x', join(archives, name), `${root}.partial`]);
  }
  await execute('mv', [`${root}.partial`, root]);
  // Compiled beforehand, as installed packages are.
  await execute('/usr/bin/python3', [
    '-m',
    'compileall',
    '-q',
    `${root}/usr/lib/python3/dist-packages`,
  ]).catch(() => {});
}
