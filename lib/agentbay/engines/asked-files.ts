/**
 * A workspace that is asked for: each request is carried out beside the programs, as their user, by
 * `local/guest/_runbay/files.py`. How it gets there is the engine's affair.
 */
import 'server-only';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { FilesResponse } from '@/lib/agentbay/contract';
import { RESERVED_PATHS, workspacePathProblem } from '@/lib/agentbay/workspace-path';
import { AppError } from '@/lib/errors';
import type { OpenFile, WorkspaceFiles } from './engine';
import { sizeInWords } from './size-in-words';

/** Paths are relative to the workspace; `data` is base64. */
export type FileRequest =
  | { op: 'list' }
  | { op: 'read'; path: string; offset: number; limitBytes: number }
  | { op: 'append'; path: string; offset: number; data: string }
  | { op: 'move'; path: string; to: string; replace: boolean }
  | { op: 'delete'; path: string };

export interface FilesLimits {
  workspaceBytes: number;
  fileLimitBytes: number;
}

/** What one answer, and one request, carries of a file. */
export interface Pieces {
  readBytes: number;
  writeBytes: number;
}

const listed = z.object({
  files: z
    .array(
      z.object({
        path: z.string(),
        sizeBytes: z.number().int().nonnegative(),
        modifiedAtMs: z.number().int(),
      }),
    )
    .max(1000),
  truncated: z.boolean(),
});
const failed = z.object({ error: z.string().regex(/^E[A-Z0-9]+$/) });
const piece = z.object({ sizeBytes: z.number().int().nonnegative() });

interface Answer {
  head: unknown;
  data: Buffer;
}

type Ask = (request: FileRequest) => Promise<Buffer>;

export class AskedFiles implements WorkspaceFiles {
  readonly #ask: Ask;
  readonly #limits: FilesLimits;
  readonly #pieces: Pieces;

  /** `ask` gives a line of JSON with bytes after it; an empty one where nobody answered. */
  constructor(ask: Ask, limits: FilesLimits, pieces: Pieces) {
    this.#ask = ask;
    this.#limits = limits;
    this.#pieces = pieces;
  }

  async list(): Promise<FilesResponse> {
    const { head } = await this.#request({ op: 'list' }, '');
    const { files, truncated } = this.#checked(listed, head);
    const isOne = (path: string) =>
      workspacePathProblem(path) === undefined && !RESERVED_PATHS.has(path);
    return { files: files.filter(({ path }) => isOne(path)), truncated };
  }

  async open(path: string): Promise<OpenFile> {
    const read = async (offset: number) => {
      const request = { op: 'read', path, offset, limitBytes: this.#pieces.readBytes } as const;
      const { head, data } = await this.#request(request, path);
      return { ...this.#checked(piece, head), data };
    };
    const first = await read(0);
    async function* content(): AsyncGenerator<Buffer, void> {
      let data = first.data;
      // What the program appends meanwhile is left out, as its size has been told.
      for (let at = 0; at < first.sizeBytes; at += data.length) {
        if (at > 0) ({ data } = await read(at));
        if (data.length === 0)
          throw new AppError('file_failed', `${path} became shorter meanwhile.`);
        yield data.subarray(0, first.sizeBytes - at);
      }
    }
    return { sizeBytes: first.sizeBytes, content: content() };
  }

  async write(path: string, content: AsyncIterable<Uint8Array>): Promise<void> {
    const part = `.upload-${randomUUID()}`;
    const append = (offset: number, data: Buffer) =>
      this.#request({ op: 'append', path: part, offset, data: data.toString('base64') }, path);
    try {
      let size = 0;
      for await (const data of piecesOf(content, this.#pieces.writeBytes)) {
        await append(size, data);
        size += data.length;
      }
      if (size === 0) await append(0, Buffer.alloc(0));
      await this.#request({ op: 'move', path: part, to: path, replace: true }, path);
    } catch (error) {
      await this.#ask({ op: 'delete', path: part });
      throw error;
    }
  }

  async delete(path: string): Promise<void> {
    await this.#request({ op: 'delete', path }, path);
  }

  async rename(path: string, newPath: string): Promise<void> {
    await this.#request({ op: 'move', path, to: newPath, replace: false }, path, newPath);
  }

  async #request(request: FileRequest, path: string, newPath = path): Promise<Answer> {
    const payload = await this.#ask(request);
    const end = payload.indexOf(10);
    let head: unknown;
    try {
      head = JSON.parse(payload.subarray(0, Math.max(end, 0)).toString());
    } catch {
      throw new AppError('file_failed', 'The session is too busy to look at its files.', {
        retryAfterS: 1,
      });
    }
    const failure = failed.safeParse(head);
    if (failure.success) throw this.#error(failure.data.error, path, newPath);
    return { head, data: payload.subarray(end + 1) };
  }

  #error(name: string, path: string, newPath: string): AppError {
    switch (name) {
      case 'ENOENT':
      case 'ELOOP':
      case 'ENXIO':
        return new AppError('not_found', `There is no file ${path}.`);
      case 'EEXIST':
        return new AppError('exists', `There is a file ${newPath} already.`);
      case 'EISDIR':
      case 'ENOTDIR':
        return new AppError('exists', `There is a folder ${newPath}, or a file in place of one.`);
      case 'ENOSPC':
      case 'EDQUOT':
        return new AppError(
          'too_large',
          `The workspace is full: it holds ${sizeInWords(this.#limits.workspaceBytes)}.`,
        );
      case 'EFBIG':
        return new AppError(
          'too_large',
          `One file may have ${sizeInWords(this.#limits.fileLimitBytes)}.`,
        );
      default:
        return new AppError('file_failed', `${path} could not be used (${name}).`);
    }
  }

  #checked<T>(schema: z.ZodType<T>, head: unknown): T {
    const parsed = schema.safeParse(head);
    if (parsed.success) return parsed.data;
    throw new AppError('engine_failed', 'The sandbox gave no answer about its files.');
  }
}

/** The same bytes in pieces of one size. */
async function* piecesOf(
  content: AsyncIterable<Uint8Array>,
  pieceBytes: number,
): AsyncGenerator<Buffer, void> {
  let waiting: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of content) {
    waiting.push(chunk);
    size += chunk.byteLength;
    if (size < pieceBytes) continue;
    const joined = Buffer.concat(waiting, size);
    let at = 0;
    for (; at + pieceBytes <= size; at += pieceBytes) yield joined.subarray(at, at + pieceBytes);
    waiting = [joined.subarray(at)];
    size -= at;
  }
  if (size > 0) yield Buffer.concat(waiting, size);
}
