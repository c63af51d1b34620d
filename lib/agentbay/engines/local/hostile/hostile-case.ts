/** What a hostile program looks like to the suite: its text in each language, and how it may end. */
import type { ExitReason } from '@/lib/agentbay/contract';

export type HostileLanguage = 'python' | 'javascript';

/** What there is on the host that no program may see or reach. */
export interface HostFacts {
  /** A service on the host's loopback. */
  port: number;
  /** A service with an abstract name, without the zero byte. */
  abstractName: string;
  secretFile: string;
  secret: string;
  /** The server's own folder. */
  application: string;
}

export interface HostileProgram {
  /** Follows a line that prints `before`. What the host must not give it prints as `HAD`. */
  code: string | ((host: HostFacts) => string);
  /** Any of these; it depends on the mode or on chance which. */
  ends: ExitReason[];
  /** What it prints after `before`. Absent: nothing is said of it. */
  prints?: string | RegExp;
  /** What the message says. */
  says?: RegExp;
  /** Default 30: none of these cases is about time, and the machine may be busy. */
  timeoutS?: number;
}

export interface HostileCase {
  name: string;
  python: HostileProgram | NotIn;
  javascript: HostileProgram | NotIn;
}

/** Why a language cannot try it. */
export interface NotIn {
  not: string;
}

/** Each line: what is tried, and an expression. An answer is HAD, a refusal of the system is its code, all else fails the program. */
export function pythonTries(tries: [name: string, expression: string][]): string {
  const lines = tries.map(
    ([name, expression]) => `tried(${JSON.stringify(name)}, lambda: ${expression})`,
  );
  return `import ctypes, errno, os, socket
def tried(name, work):
    try: print(name, "HAD", repr(work()))
    except OSError as e: print(name, errno.errorcode.get(e.errno, "refused"))
${lines.join('\n')}`;
}

export function javascriptTries(tries: [name: string, expression: string][]): string {
  const lines = tries.map(
    ([name, expression]) => `await tried(${JSON.stringify(name)}, async () => ${expression});`,
  );
  return `const fs = require("fs"), net = require("net"), dgram = require("dgram");
const { execFileSync } = require("child_process");
const connected = (where) => new Promise((resolve, reject) => net.connect(where, () => resolve("connected")).on("error", reject));
const ran = (program, ...given) => { try { return execFileSync(program, given, { stdio: "pipe" }).toString(); } catch (e) { throw Object.assign(e, { code: "exit " + e.status }); } };
async function tried(name, work) {
  try { console.log(name, "HAD", await work()); }
  catch (e) { const code = e.code ?? e.cause?.code; if (code === undefined) throw e; console.log(name, code); }
}
${lines.join('\n')}`;
}
