// The production server: Next and its HTTP server in one process, so that a signal reaches the code
// that cleans up (lib/boot.ts) and the address of a client is the socket's, not a header's.
// @ts-check
import { existsSync, readFileSync } from 'node:fs';
import { get } from 'node:http';
import { isIPv6 } from 'node:net';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { clientAddress } from './client-address.mjs';
import { gatewayPath } from './gateway-path.mjs';
import { boundedServer, SERVER_LIMITS } from './http/bounded-server.mjs';
import { answerDirectly, directRouteOf } from './http/direct-route.mjs';
import { isAnsweredHere } from './http/first-look.mjs';
import { dropBrokenRouterState } from './http/router-state.mjs';
import { securingAnswer } from './http/security-headers.mjs';
import { dropUnheeded, lanSettings, lanWelcome, wantsLan } from './lan.mjs';
import { lanAddresses } from './lan-addresses.mjs';
import { observe } from './observe.mjs';
import { routeTemplates } from './route-templates.mjs';

Object.assign(process.env, {
  NODE_ENV: 'production',
  NEXT_MANUAL_SIG_HANDLE: 'true', // lib/boot.ts owns SIGTERM and SIGINT
  NEXT_TELEMETRY_DISABLED: '1',
});
process.chdir(dirname(dirname(fileURLToPath(import.meta.url))));

const isLan = wantsLan();
if (isLan) {
  Object.assign(process.env, lanSettings(process.env));
  // Asked again each time: a laptop changes its network.
  Reflect.set(globalThis, Symbol.for('runbay.lanAddresses'), () => lanAddresses());
}
const host = process.env.HOST || '127.0.0.1';
const wantedPort = Number(process.env.PORT || 3000);
// A wrong one is told by lib/config.ts, together with all else that is wrong.
const port = isPort(wantedPort) ? wantedPort : 0;
const trustedProxies = Number(process.env.RUNBAY_TRUSTED_PROXIES || 0);
const hasGateway = Boolean(process.env.RUNBAY_GATEWAY_KEYS);
const publicUrl = process.env.PUBLIC_URL || undefined;

if (Number(process.versions.node.split('.')[0]) < 22) {
  stop(`Runbay needs Node 22 or newer, this is ${process.version}. \`npm start\` brings its own.`);
}
if (!existsSync('.next/BUILD_ID')) stop('Runbay is not built yet. Type: npm start');

const routeOf = routeTemplates(JSON.parse(readFileSync('.next/routes-manifest.json', 'utf8')));
const { promise: handler, resolve: serveWith } = Promise.withResolvers();

const server = boundedServer(answer, { trustedProxies });
server.on('error', (error) => stop(sentenceFor(/** @type {NodeJS.ErrnoException} */ (error))));

// Listening comes first, so that a taken port is told before sandboxes are started; a request that
// comes in between waits.
server.listen({ port, host, backlog: SERVER_LIMITS.connections }, async () => {
  const { address, port: actualPort } = /** @type {import('node:net').AddressInfo} */ (
    server.address()
  );
  Reflect.set(globalThis, Symbol.for('runbay.httpServer'), server);
  try {
    const { default: next } = await import('next');
    const app = next({
      dev: false,
      quiet: true,
      hostname: host,
      port: actualPort,
      httpServer: server,
    });
    await app.prepare();
    serveWith(app.getRequestHandler());
    // prepare() does not wait for instrumentation.ts, and only logs when it fails. A request does wait.
    const status = await statusOf(`${urlOf(reachable(address), actualPort)}/api/health`);
    if (status >= 500) stop('Runbay could not start. The reason stands above.');
    // Next listens for them by now, and has no use for them but in development.
    server.removeAllListeners('upgrade');
    // The first page takes longest to make; this way it is nobody's.
    statusOf(`${urlOf(reachable(address), actualPort)}/`).catch(() => {});
  } catch (error) {
    console.error(error);
    stop('Runbay could not start.');
  }
  if (isLan) {
    console.log(lanWelcome({ port: actualPort }));
    return;
  }
  console.log(
    `Runbay is ready: ${urlOf(reachable(address), actualPort)}${reachable(address) === address ? '' : ` (and every other address of this machine)`}`,
  );
});

/** @param {number} number */
function isPort(number) {
  return Number.isInteger(number) && number >= 0 && number <= 65_535;
}

/** @type {import('node:http').RequestListener} */
async function answer(request, response) {
  request.headers['x-runbay-address'] = clientAddress(
    request.socket.remoteAddress,
    request.headers['x-forwarded-for'],
    trustedProxies,
  );
  request.url = gatewayPath(request, hasGateway);
  observe(request, response, { trustedProxies, routeOf });
  securingAnswer(request, response, { publicUrl });
  if (isLan) dropUnheeded(request, response);
  if (isAnsweredHere(request, response, { publicUrl, hasGateway })) return;
  dropBrokenRouterState(request.headers);
  // A whole answer is always right; Next fails on a part that a file does not have, and on a version.
  for (const name of ['range', 'if-match', 'if-unmodified-since']) delete request.headers[name];
  // Next fails on these; as any other path that is not there they are a 404.
  if (!isDecodable(request.url)) {
    request.url = request.url.startsWith('/api/') ? '/api/malformed' : '/malformed';
  }
  const next = await handler;
  const route = directRouteOf(request);
  if (route !== undefined) await answerDirectly(route, request, response);
  else next(request, response);
}

/** Whether the escapes in an address are UTF-8. @param {string} url */
function isDecodable(url) {
  try {
    decodeURIComponent(url.split('?')[0] ?? '');
    return true;
  } catch {
    return false;
  }
}

/** @param {string} url @returns {Promise<number>} */
function statusOf(url) {
  return new Promise((resolve, reject) => {
    get(url, { agent: false }, (answer) => resolve(answer.resume().statusCode ?? 0)).on(
      'error',
      reject,
    );
  });
}

/** Where a browser on this machine finds what listens on that address. @param {string} address */
function reachable(address) {
  return { '0.0.0.0': '127.0.0.1', '::': '::1' }[address] ?? address;
}

/** @param {string} address @param {number} at */
function urlOf(address, at) {
  return `http://${isIPv6(address) ? `[${address}]` : address}:${at}`;
}

/** @param {NodeJS.ErrnoException} error */
function sentenceFor(error) {
  if (error.code === 'EADDRINUSE') {
    return `Port ${port} is taken by another program. Take another one: PORT=${port + 1} npm start`;
  }
  if (error.code === 'EACCES')
    return `Port ${port} is not allowed to this user. Try: PORT=3000 npm start`;
  return `Runbay cannot listen on HOST=${host}, PORT=${port}: ${error.message}`;
}

/** @param {string} sentence @returns {never} */
function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}
