import { afterAll, beforeAll } from 'vitest';
import { engine as localEngine } from '@/lib/agentbay/engines';
import { CloudEngine } from '@/lib/agentbay/engines/cloud/cloud-engine';
import { httpTransport } from '@/lib/agentbay/engines/cloud/wire/transport';
import { engineSuite } from '@/lib/agentbay/engines/engine-suite';
import { filesSuite } from '@/lib/agentbay/engines/files-suite';
import { programsSuite } from '@/lib/agentbay/engines/programs-suite';
import { resultsSuite } from '@/lib/agentbay/engines/results-suite';
import { typescriptSuite } from '@/lib/agentbay/engines/typescript-suite';
import { type TlsFront, tlsFront } from '@/lib/agentbay/gateway/testing/tls-front';
import { parseConfig } from '@/lib/config';
import { gatewayHost } from '@/lib/sessions/gateway';
import { type GatewayServer, gatewayServer } from './gateway-server';

const KEY = 'key-of-the-front-machine';

let back: GatewayServer;
let front: TlsFront;

beforeAll(async () => {
  back = await gatewayServer(gatewayHost, { keys: [KEY] });
  front = await tlsFront(back.url);
}, 60_000);
afterAll(async () => {
  await front.close();
  await back.close();
  await localEngine().dispose();
});

function cloudEngine(): CloudEngine {
  const config = parseConfig({ AGENTBAY_API_KEY: KEY, AGENTBAY_ENDPOINT: front.endpoint });
  if (config.agentBay === undefined) throw new Error('no key');
  return new CloudEngine(config, config.agentBay, httpTransport(front.cert));
}

engineSuite('cloud engine', cloudEngine);
resultsSuite('cloud engine', cloudEngine);
programsSuite('cloud engine', cloudEngine);
typescriptSuite('cloud engine', cloudEngine);
filesSuite('cloud engine', cloudEngine);
