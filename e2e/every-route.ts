/** Every address of the server, found in what was built, and asked as no browser does. */
import { readdirSync, readFileSync } from 'node:fs';
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { extname, join, relative } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { RoomClient } from './room-client';
import { SnippetAuthor } from './snippet-author';

export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  /** Names in lower case and values in turn: a header that comes twice is seen twice. */
  rawHeaders: string[];
  body: string;
}

/** One request on a connection of its own; no redirect is followed. An endless answer is left after its head. */
export function ask(
  url: string,
  path: string,
  { method = 'GET', headers = {}, body = '' }: AskOptions = {},
): Promise<Answer> {
  const { hostname, port } = new URL(url);
  const length = body === '' ? {} : { 'content-length': String(Buffer.byteLength(body)) };
  return new Promise((resolve, reject) => {
    const sent = httpRequest(
      { hostname, port, path, method, headers: { ...length, ...headers }, agent: false },
      async (response) => {
        const isEndless = response.headers['content-type']?.startsWith('text/event-stream');
        if (isEndless) response.destroy();
        const text = isEndless ? '' : (await buffer(response).catch(() => '')).toString();
        const { statusCode: status = 0, headers: given, rawHeaders } = response;
        resolve({ status, headers: given, rawHeaders, body: text });
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}

interface AskOptions {
  method?: string;
  headers?: Record<string, string>;
  body?: string;
}

/** Something of each kind that an address can lead to. */
export interface Things {
  program: { id: string; secret: string };
  demo: { id: string; secret: string };
  room: { code: string; secret: string };
}

export async function makeThings(url: string): Promise<Things> {
  const author = await SnippetAuthor.at(url);
  const program = await author.share({ code: 'print("hello")', title: 'A program' });
  const { client, room } = await RoomClient.open(url);
  const made = await client.post('/api/snippets', { markdown: '# A demo\n\nText.' });
  return { program, room, demo: await made.json() };
}

/** What stands for each name in brackets. A route with a new name has to say here what it stands for. */
function valuesOf({ program, demo, room }: Things): Record<string, string[]> {
  return {
    '/api/snippets/[id]': [program.id, demo.id],
    '/s/[id]': [program.id, demo.id],
    '/d/[id]': [demo.id, program.id],
    '/embed/[id]': [program.id, demo.id],
    '[id]': ['1'],
    '[code]': [room.code],
    '[format]': ['txt', 'md', 'json', 'ipynb', 'zip', 'py', 'html', 'png'],
    '[runId]': ['nothing'],
    '[name]': [embedScript()],
    '[group]': ['python'],
    '[lesson]': ['first-steps'],
    '[...path]': ['mine.txt', 'a/b.txt'],
    '[[...path]]': ['', 'nothing/here'],
    '[...ref]': [`d/${demo.id}`, 'learn/python/first-steps'],
  };
}

function embedScript(): string {
  return 'embed-0000000000000000.js';
}

const ODD = ['nothing', '%00', '%ff', '..%2f..%2fpackage.json', '__proto__'];

function routes(): string[] {
  return Object.values(JSON.parse(readFileSync('.next/app-path-routes-manifest.json', 'utf8')));
}

/** The addresses of all routes of the build. */
export function routePaths(things: Things): string[] {
  const values = valuesOf(things);
  return routes().flatMap((route) => fill(route, values));
}

/** The same with what there is not, or cannot be. */
export function oddPaths(): string[] {
  return routes()
    .filter((route) => route.includes('['))
    .flatMap((route) => ODD.map((text) => route.replaceAll(/\[{1,2}[^\]]+\]{1,2}/g, text)));
}

/** The part that ends with the first name in brackets says what stands for it, else the name does. */
function fill(route: string, values: Record<string, string[]>): string[] {
  const [found, name] = /^[^[]*(\[{1,2}[^\]]+\]{1,2})/.exec(route) ?? [];
  if (found === undefined || name === undefined) return [route];
  const choices = values[found] ?? values[name];
  if (choices === undefined) throw new Error(`${route}: what stands for ${name}?`);
  return choices.flatMap((text) => fill(route.replace(name, text).replace(/\/$/, ''), values));
}

/** Addresses that Next and the rewrites answer, and no file of `app` names. */
export function otherPaths({ program, demo }: Things): string[] {
  return [
    ...filesIn('public').filter((path) => !/^\/lessons\/(?!python\/index)/.test(path)),
    ...oneOfEachKind(filesIn('.next/static')).map((path) => `/_next/static${path}`),
    '/favicon.ico',
    '/nothing',
    '/learn/',
    '//nothing',
    '/lessons',
    '/learn/python',
    '/learn/python/first-steps.md',
    '/_next/static/nothing.js',
    '/_next/image?url=%2Fcard.png&w=64&q=75',
    '/_next/data/x/index.json',
    '/_error',
    '/404',
    '/500',
    '/%',
    '/api/%',
    '/?_rsc=1',
    `/s/${program.id}?revision=nothing`,
    ...['txt', 'md', 'json', 'ipynb', 'zip', 'py', 'js', 'png'].map(
      (form) => `/s/${program.id}.${form}`,
    ),
    ...['md', 'ipynb', 'html', 'txt', 'json'].map((form) => `/d/${demo.id}.${form}`),
    `/api/oembed?url=${encodeURIComponent(`http://localhost/s/${program.id}`)}`,
  ];
}

/** From that folder on. */
export function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join('/', relative(folder, entry.parentPath), entry.name));
}

function oneOfEachKind(paths: string[]): string[] {
  return [...new Map(paths.map((path) => [extname(path), path])).values()];
}
