// Brings a fresh clone to where it can start: system packages, npm packages, build, browser. Does
// nothing, in a few tenths of a second, where all is there. It runs on the Node that happens to be
// installed, before node_modules exists: nothing but node:* may be imported, here or in bootstrap/.
// @ts-check
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildIfStale } from './bootstrap/build.mjs';
import { askedLanguages, everyLanguage, installLanguages } from './bootstrap/languages.mjs';
import { installNpmPackages } from './bootstrap/npm-packages.mjs';
import { installPythonLibraries } from './bootstrap/python-libraries.mjs';
import { giveUp, say } from './bootstrap/step.mjs';
import { aptInstall, hasProgram, installSystemPackages } from './bootstrap/system-packages.mjs';
import { systemBrowser } from './browser.mjs';

process.chdir(dirname(dirname(fileURLToPath(import.meta.url))));
if (Number(process.versions.node.split('.')[0]) < 18) {
  giveUp(`Runbay's installation needs Node 18 or newer, this is ${process.version}.`);
}
const willBuild = process.argv.includes('--build');
const willTest = process.argv.includes('--test');

// Where AgentBay runs the programs (lib/config.ts decides alike), this machine needs nothing for them.
const engine = process.env.RUNBAY_ENGINE || (process.env.AGENTBAY_API_KEY ? 'cloud' : 'local');
const runsHere = willTest || engine !== 'cloud';

if (runsHere) await installSystemPackages({ required: willBuild || willTest });
if (runsHere && (willBuild || willTest)) {
  await installPythonLibraries();
  await installLanguages(willTest ? everyLanguage() : askedLanguages());
}
await installNpmPackages();
if (willTest) await bringBrowser();
if (willBuild) await buildIfStale();

/** The system's Chromium where it can be had, else the one that came with the npm packages. */
async function bringBrowser() {
  if (systemBrowser()) return;
  const mayInstall =
    process.getuid?.() === 0 && hasProgram('apt-get') && process.env.RUNBAY_INSTALL !== 'never';
  if (mayInstall) {
    say('The browser tests want Chromium. RUNBAY_INSTALL=never forbids its installation.');
    if ((await aptInstall(['chromium'])) && systemBrowser()) return;
  }
  say('No Chromium in the system: the browser tests use the one that npm installed.');
}
