/** Where the operator of this machine asks; the address is the file `status-PORT.sock` in DATA_DIR. */
import 'server-only';
import type { Server } from 'node:http';
import { join } from 'node:path';
import { config } from '@/lib/config';
import { metricsText } from './metrics';
import { startHistory } from './recent';
import { openOperatorSocket } from './socket';
import { status } from './status';

export async function openDoor(): Promise<void> {
  startHistory();
  const path = join(config().dataFolder, `status-${port()}.sock`);
  await openOperatorSocket(path, { status: () => status(port()), metrics: metricsText });
}

/** The one that was found where any was wanted. */
function port(): number {
  const server = (globalThis as { [key: symbol]: Server | undefined })[
    Symbol.for('runbay.httpServer')
  ];
  const address = server?.address();
  return typeof address === 'object' && address !== null ? address.port : config().port;
}
