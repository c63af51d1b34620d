// `npm start -- --lan`: the classroom in a box. What is different then, and what the terminal says.
// @ts-check
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { renderUnicodeCompact } from 'uqr';
import { lanAddresses } from './lan-addresses.mjs';

/** npm keeps the flag to itself where the two dashes before it were forgotten. */
export function wantsLan() {
  return process.argv.includes('--lan') || process.env.npm_config_lan === 'true';
}

/**
 * Settings that suit a class on one machine; what the operator has set stays.
 * @param {Record<string, string | undefined>} env
 * @returns {Record<string, string>}
 */
export function lanSettings(env) {
  const concurrentRuns =
    Number(env.RUNBAY_CONCURRENT_RUNS) || Math.max(32, availableParallelism() * 8);
  const wanted = {
    HOST: '0.0.0.0',
    // The lines of each run would push the address out of the terminal.
    RUNBAY_LOG: 'warn',
    // All may begin at once.
    RUNBAY_POOL: '8',
    RUNBAY_CONCURRENT_RUNS: String(concurrentRuns),
    // On a network of their own each has an address: nobody gets more than an eighth of the machine.
    RUNBAY_CONCURRENT_PER_ADDRESS: String(Math.max(4, Math.ceil(concurrentRuns / 8))),
    RUNBAY_SESSIONS: '200',
  };
  return Object.fromEntries(Object.entries(wanted).filter(([name]) => !env[name]));
}

const TRUSTED_HOST = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d+)?$/;

/**
 * Leaves out a header that browsers heed only over HTTPS or on the machine itself, and elsewhere complain of.
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 */
export function dropUnheeded({ headers }, response) {
  if (TRUSTED_HOST.test(headers.host ?? '') || headers['x-forwarded-proto']) return;
  const setHeader = response.setHeader.bind(response);
  response.setHeader = (name, value) =>
    name.toLowerCase() === 'cross-origin-opener-policy' ? response : setHeader(name, value);
}

/**
 * What a teacher needs to read once the server listens.
 * @param {{ port: number, addresses?: string[], colours?: boolean, columns?: number, firewall?: boolean }} where
 */
export function lanWelcome({
  port,
  addresses = lanAddresses(),
  colours = process.stdout.isTTY,
  columns = process.stdout.columns ?? 80,
  firewall = hasUfw(),
}) {
  const [best, ...others] = addresses.map((address) => `http://${address}:${port}`);
  if (best === undefined) {
    return `Runbay is ready: http://127.0.0.1:${port}\nThis machine is in no network, so nobody else can reach it. Connect it to the one of the class; the address is then shown at http://127.0.0.1:${port}/lan`;
  }
  const code = renderUnicodeCompact(best, { border: 2 }).split('\n');
  const fits = columns > (code[0]?.length ?? 0);
  const open = `sudo ufw allow ${port}/tcp`;
  return [
    `Runbay is ready: ${best}`,
    '',
    // Its blocks are the light parts; dark on light whatever the terminal's colours are, as cameras want it.
    ...(fits ? code.map((line) => (colours ? `\x1b[97;40m${line}\x1b[0m` : line)) : []),
    '',
    `The class opens ${best} (the same on a page, to be projected: ${best}/lan).`,
    ...(others.length > 0 ? [`Further addresses of this machine: ${others.join(', ')}`] : []),
    'It needs no internet. If a device finds nothing: is it in the same network (guest networks often keep devices apart)?',
    firewall
      ? `Does the firewall let port ${port} in? It is on here: ${open}`
      : `Does this machine's firewall let TCP port ${port} in?`,
  ].join('\n');
}

/** Whether Ubuntu's firewall is on, as far as an ordinary user may know. */
function hasUfw() {
  try {
    return /^ENABLED=yes/m.test(readFileSync('/etc/ufw/ufw.conf', 'utf8'));
  } catch {
    return false;
  }
}
