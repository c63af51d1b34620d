/**
 * A socket in the file system at which the operator asks: `npm run status`, and metrics without a token. Whoever
 * may open the file may ask; no proxy and no page can, and a crowd at the door of the server is not in the way.
 */
import 'server-only';
import { chmodSync, mkdirSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { connect } from 'node:net';
import { dirname } from 'node:path';
import { log } from '@/lib/log';
import { EXPOSITION_TYPE } from '@/lib/metrics/families';

export interface Answers {
  status(): Promise<unknown>;
  metrics(): Promise<string>;
}

/** Gives the server that listens there; undefined where none can, which costs only what it is for. */
export async function openOperatorSocket(
  path: string,
  answers: Answers,
): Promise<Server | undefined> {
  try {
    mkdirSync(dirname(path), { recursive: true });
    if (await isAnswered(path)) throw new Error('another server has it');
    rmSync(path, { force: true });
    const server = createServer((request, response) => {
      answer(request, response, answers).catch((err) => {
        log().error({ err }, 'the operator was not answered');
        response.destroy();
      });
    });
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject).listen(path, resolve);
    });
    chmodSync(path, 0o600);
    process.on('exit', () => rmSync(path, { force: true }));
    return server.unref();
  } catch (err) {
    log().warn({ err, path }, '`npm run status` cannot reach this server');
    return undefined;
  }
}

async function answer({ url }: IncomingMessage, response: ServerResponse, answers: Answers) {
  if (url === '/metrics') {
    response.setHeader('Content-Type', EXPOSITION_TYPE).end(await answers.metrics());
  } else if (url === '/status') {
    const body = JSON.stringify(await answers.status());
    response.setHeader('Content-Type', 'application/json').end(body);
  } else {
    response.writeHead(404).end();
  }
}

/** Else it was left behind by a server that was killed. */
function isAnswered(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(path);
    const tell = (answered: boolean) => {
      socket.destroy();
      resolve(answered);
    };
    socket.once('connect', () => tell(true)).once('error', () => tell(false));
  });
}
