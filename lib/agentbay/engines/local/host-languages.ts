/** What runs each language on this host: what `host.json` in its folder says. */
import 'server-only';
import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { findLanguage, LANGUAGE_NAMES, type Language } from '@/lib/agentbay/languages';
import { EMPTY_ENVIRONMENT } from './environment';

/** Where the languages' folders lie: found from the folder that the server runs in. */
const LANGUAGES_SOURCE = 'lib/languages';

const words = z.array(z.string());

const kernelFacts = z.strictObject({
  /**
   * {kernel} is the folder of the kernel inside, {node} Node.js there, {halfMiB} and {threeQuartersMiB} parts of
   * the memory limit. Absent where the kernel's `process.py` starts it.
   */
  command: words.optional(),
  environment: z.record(z.string(), z.string()).default({}),
  /** Whether its memory is limited by RLIMIT_DATA, so that too large an allocation is an error of the program. */
  limitsData: z.boolean().default(false),
  /**
   * When a kernel that has run nothing waits: always, or in half of the pool's sandboxes. Else, and there too,
   * only for some time after a run.
   */
  spare: z.enum(['always', 'pool']).optional(),
  /** Its interpreter may take a second: a program's time begins when its kernel has taken it. */
  startsSlowly: z.boolean().default(false),
});

const hostFacts = z.strictObject({
  /** What must be there, one of each list; the first of the first is the interpreter. */
  needs: z.array(words.min(1)),
  why: z.string(),
  /** What brings it, by package manager. */
  packages: z.record(z.string(), words),
  /** {node} is the project's own Node.js. */
  version: z.strictObject({ command: words.min(1), pattern: z.string() }),
  /** What a sandbox has to see besides /usr. */
  sees: words,
  /**
   * Commands of the host that make the kernel ready at the start of the server; {kernel} is its folder,
   * {application} the project's.
   */
  prepare: z.array(words.min(1)).default([]),
  /** The same, but only to make programs quicker: they run beside the server, and may fail. */
  later: z.array(words.min(1)).default([]),
  /** Or the language whose kernel runs this one too; the two share spare kernels. */
  kernel: z.union([kernelFacts, z.string()]),
});
type HostFacts = z.infer<typeof hostFacts>;

export interface HostLanguage extends Omit<HostFacts, 'kernel'> {
  id: Language;
  kernel: z.infer<typeof kernelFacts> & {
    /** The language that it is of. */
    family: Language;
    /** Its folder. */
    source: string;
    /** Whether a `process.py` there tells the agent how it is started and interrupted. */
    hasProcess: boolean;
  };
}

export interface HostLanguages {
  found: HostLanguage[];
  /** Why others are not offered, one sentence each. */
  missing: string[];
}

/** What of `offered` this host can run. Throws where a `host.json` is not of its form. */
export function findHostLanguages(offered: Language[], application: string): HostLanguages {
  const languages: HostLanguages = { found: [], missing: [] };
  for (const id of offered) {
    const language = readHostLanguage(id, join(application, LANGUAGES_SOURCE));
    const { needs, packages } = language;
    const lacking = needs.find((paths) => !paths.some((path) => existsSync(path)));
    if (lacking === undefined) {
      languages.found.push(language);
    } else {
      const { name } = LANGUAGE_NAMES[id];
      const brings = packages['apt-get']?.join(' ') ?? name;
      languages.missing.push(`${name} is not offered: ${lacking[0]} is missing (${brings}).`);
    }
  }
  return languages;
}

function readHostLanguage(id: Language, folder: string): HostLanguage {
  const read = (name: string) =>
    hostFacts.parse(JSON.parse(readFileSync(join(folder, name, 'host.json'), 'utf8')));
  const facts = read(id);
  const family = typeof facts.kernel === 'string' ? findLanguage(facts.kernel) : id;
  if (family === undefined) throw new Error(`${id}: there is no language ${facts.kernel}.`);
  const { kernel, prepare, later } = family === id ? facts : read(family);
  if (typeof kernel === 'string') throw new Error(`${id}: ${family} has no kernel of its own.`);
  const source = join(folder, family, 'kernel');
  const hasProcess = existsSync(join(source, 'process.py'));
  return { ...facts, id, prepare, later, kernel: { ...kernel, family, source, hasProcess } };
}

/** The interpreter's version; empty where it does not tell. `node`: the project's own Node.js. */
export async function versionOf({ version }: HostLanguage, node: string): Promise<string> {
  const [program = '', ...rest] = version.command.map((word) => word.replaceAll('{node}', node));
  const answer = await promisify(execFile)(program, rest, { env: EMPTY_ENVIRONMENT }).catch(() => ({
    stdout: '',
    stderr: '',
  }));
  return new RegExp(version.pattern).exec(`${answer.stdout}\n${answer.stderr}`)?.[1] ?? '';
}
