/**
 * The framed protocol between server and agent (guest/agent.py). To the agent: a 4-byte length and JSON.
 * From it: length, 1-byte kind, 4-byte run number, payload; numbers little-endian. What comes from inside
 * is data of a hostile party: lengths are capped and a wrong one is an error.
 */
import 'server-only';
import type { SourceFile } from '@/lib/agentbay/contract';
import type { FileRequest } from '../asked-files';

export const FRAME = {
  stdout: 1,
  stderr: 2,
  result: 3,
  error: 4,
  message: 5,
  file: 6,
  step: 7,
} as const;
export type FrameKind = (typeof FRAME)[keyof typeof FRAME];

export interface Frame {
  kind: FrameKind;
  run: number;
  payload: Buffer;
}

export type AgentCommand =
  | { t: 'warm'; language: string }
  | { t: 'cool'; language: string }
  | {
      t: 'run';
      n: number;
      language: string;
      context: string;
      code: string;
      stdin: string | null;
      files: SourceFile[] | null;
      /** Present where it is recorded step by step: how much of it. */
      steps?: { steps: number; bytes: number };
      /** Present where no other run follows. */
      last?: true;
    }
  | { t: 'input'; n: number; text: string; end: boolean }
  | { t: 'interrupt'; n: number }
  | { t: 'kill'; n: number }
  | { t: 'check'; id: number; language: string; code: string }
  | { t: 'complete'; id: number; language: string; code: string }
  | ({ t: 'file'; id: number } & FileRequest)
  | { t: 'give_up'; id: number };

const HEAD_BYTES = 9;
/** The largest frame: a control line (results) of an agent; output comes in smaller pieces. */
export const FRAME_LIMIT_BYTES = 6 * 1024 * 1024;

export function encodeCommand(command: AgentCommand): Buffer {
  const body = Buffer.from(JSON.stringify(command));
  const head = Buffer.allocUnsafe(4);
  head.writeUInt32LE(body.length);
  return Buffer.concat([head, body]);
}

/** Puts pieces of a byte stream together to frames. */
export class FrameReader {
  #waiting: Buffer[] = [];
  #size = 0;

  /** The frames that are complete by now. Throws on a frame that no agent of ours sends. */
  read(chunk: Buffer): Frame[] {
    this.#waiting.push(chunk);
    this.#size += chunk.length;
    if (this.#size < HEAD_BYTES) return [];
    let data = this.#waiting.length === 1 ? chunk : this.#joinWhenComplete();
    if (data === undefined) return [];
    const frames: Frame[] = [];
    while (data.length >= HEAD_BYTES) {
      const length = data.readUInt32LE(0);
      const kind = data.readUInt8(4);
      if (length > FRAME_LIMIT_BYTES || kind < FRAME.stdout || kind > FRAME.step) {
        throw new Error(`A frame of kind ${kind} and ${length} bytes came from the sandbox.`);
      }
      const end = HEAD_BYTES + length;
      if (data.length < end) break;
      frames.push({
        kind: kind as FrameKind,
        run: data.readUInt32LE(5),
        payload: data.subarray(HEAD_BYTES, end),
      });
      data = data.subarray(end);
    }
    this.#waiting = data.length > 0 ? [data] : [];
    this.#size = data.length;
    return frames;
  }

  /** Joining only once a frame is whole keeps a large frame from being copied for each of its pieces. */
  #joinWhenComplete(): Buffer | undefined {
    const first = this.#waiting[0] as Buffer;
    if (first.length >= 4 && first.readUInt32LE(0) <= FRAME_LIMIT_BYTES) {
      if (this.#size < HEAD_BYTES + first.readUInt32LE(0)) return undefined;
    }
    return Buffer.concat(this.#waiting);
  }
}
