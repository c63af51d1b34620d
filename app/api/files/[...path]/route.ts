import { checkWorkspacePath } from '@/lib/agentbay/workspace-path';
import { BODY_LIMIT_BYTES, bodyChunks, readObject } from '@/lib/http/body';
import { type Client, clientOf } from '@/lib/http/client';
import { fileHeaders, fileStream, pathOfUrl } from '@/lib/http/file';
import { requireSameOrigin } from '@/lib/http/origin';
import { limitChecks } from '@/lib/http/rate-limit';
import { otherMethods, route } from '@/lib/http/route';
import { changeFiles, openFile, UPLOAD_LIMIT_BYTES } from '@/lib/sessions/files';

export const dynamic = 'force-dynamic';

const FOLDER = '/api/files/';

export const GET = route(async (request) => {
  const client = await asker(request);
  const path = checkWorkspacePath(pathOfUrl(request.url, FOLDER));
  const { content, close } = await openFile(client.sessionId, path);
  return new Response(fileStream(content, close), { headers: fileHeaders(path) });
});

export const PUT = route(async (request) => {
  requireSameOrigin(request);
  const client = await asker(request);
  const path = checkWorkspacePath(pathOfUrl(request.url, FOLDER));
  const content = bodyChunks(request, UPLOAD_LIMIT_BYTES);
  await changeFiles(client, (files) => files.write(path, content));
  return new Response(null, { status: 204 });
});

/** `{path}`: the file's new path. */
export const PATCH = route(async (request) => {
  requireSameOrigin(request);
  const client = await asker(request);
  const path = checkWorkspacePath(pathOfUrl(request.url, FOLDER));
  const body = await readObject(request, BODY_LIMIT_BYTES, ['path']);
  const newPath = checkWorkspacePath(body.path);
  await changeFiles(client, (files) => files.rename(path, newPath));
  return new Response(null, { status: 204 });
});

export const DELETE = route(async (request) => {
  requireSameOrigin(request);
  const client = await asker(request);
  const path = checkWorkspacePath(pathOfUrl(request.url, FOLDER));
  await changeFiles(client, (files) => files.delete(path));
  return new Response(null, { status: 204 });
});

async function asker(request: Request): Promise<Client> {
  const client = clientOf(request);
  await limitChecks(client.key);
  return client;
}

export const { POST, OPTIONS } = otherMethods('GET', 'PUT', 'PATCH', 'DELETE');
