/** A program with the standard input that was written for it: AgentBay gives none, so the program's own language does. */
import 'server-only';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { remember } from '@/lib/remember';

/** A program as it is sent; `before` runs first, in the same context, and shows nothing. */
export interface GivenProgram {
  before?: string;
  code: string;
}

const FOLDER = 'lib/agentbay/engines/cloud/guest';

/** The guest programs of this engine, read once. */
export function guestSource(name: string, folder = FOLDER): string {
  return remember(`cloud.guest.${name}`, () =>
    readFileSync(join(process.cwd(), folder, name), 'utf8'),
  );
}

/** A string as Python and JSON write it. */
export function literal(text: string): string {
  return JSON.stringify(text);
}

/**
 * Notebook kernels renew `input` with each call, so Python's program is run by ours in the same one. A
 * program that awaits at its top is awaited; the others need no kernel that can.
 */
export function pythonWithInput(code: string, stdin: string): GivenProgram {
  const source = guestSource('stdin.py');
  const given = `_runbay_given(${literal(code)}, ${literal(stdin)}.encode(), globals())`;
  const call = /\bawait\b/.test(code) ? `await ${given}` : `_runbay_at_once(${given})`;
  return { code: `${source}\n\n${call}\n` };
}

/** Node.js has one `process` for all calls: what stands in for its standard input stays until the next. */
export function nodeWithInput(code: string, stdin: string): GivenProgram {
  const given = Buffer.from(stdin).toString('base64');
  return {
    before: `(() => {
  const given = globalThis.Buffer.from('${given}', 'base64');
  const builtin = (name) => globalThis.process.getBuiltinModule?.(name) ?? require(name);
  const { Readable } = builtin('stream');
  const fs = builtin('fs');
  const isInput = (file) => file === 0 || file === '/dev/stdin';
  const own = (globalThis[Symbol.for('runbay.fs')] ??= { file: fs.readFileSync, some: fs.readSync });
  let at = 0;
  fs.readFileSync = (file, options) => {
    if (!isInput(file)) return own.file.call(fs, file, options);
    const rest = given.subarray(at);
    at = given.length;
    const encoding = typeof options === 'string' ? options : options?.encoding;
    return encoding ? rest.toString(encoding) : rest;
  };
  fs.readSync = (file, buffer, ...rest) => {
    if (!isInput(file)) return own.some.call(fs, file, buffer, ...rest);
    const { offset = 0, length = buffer.byteLength } = typeof rest[0] === 'object' && rest[0] ? rest[0] : { offset: rest[0] ?? 0, length: rest[1] };
    const count = given.copy(buffer, offset, at, Math.min(given.length, at + (length ?? buffer.byteLength)));
    at += count;
    return count;
  };
  const stdin = Readable.from(given.length ? [given] : [], { objectMode: false });
  stdin.fd = 0;
  Object.defineProperty(globalThis.process, 'stdin', { configurable: true, enumerable: true, value: stdin });
})();
undefined;
`,
    code,
  };
}

/** On the program's first line, so that its others keep their numbers. A call is one context, so `System.in` stays. */
export function javaWithInput(code: string, stdin: string): GivenProgram {
  const given = Buffer.from(stdin).toString('base64');
  const bytes = `java.util.Base64.getDecoder().decode("${given}")`;
  return { code: `System.setIn(new java.io.ByteArrayInputStream(${bytes})); ${code}` };
}

/** R's own functions find the input in a connection: those that are attached come before base. */
export function rWithInput(code: string, stdin: string): GivenProgram {
  const lines = stdin
    .replaceAll('\0', '')
    .replace(/\r?\n$/, '')
    .split(/\r?\n/);
  const given = [
    `input <- textConnection(c(${lines.map(literal).join(', ')}), encoding = "UTF-8")`,
    'given <- function(con) is.character(con) && con %in% c("", "stdin")',
    'list(stdin = function() input',
    'file = function(description = "", ...) if (given(description)) input else base::file(description, ...)',
    'readLines = function(con = input, ...) base::readLines(if (given(con)) input else con, ...)',
    'scan = function(file = "", ...) base::scan(if (given(file)) input else file, ...)',
    'readline = function(prompt = "") { cat(prompt); c(base::readLines(input, 1L, warn = FALSE), "")[[1L]] })',
  ];
  const functions = `local({ ${given.slice(0, 2).join('; ')}; ${given.slice(2).join(', ')} })`;
  const name = '"runbay.input"';
  const renew = `while (${name} %in% search()) detach(${name}, character.only = TRUE)`;
  return {
    code: `${renew}; attach(${functions}, name = ${name}, warn.conflicts = FALSE); ${code}`,
  };
}
