/**
 * The languages whose kernels are programs of their own: what `host.json` in a language's folder says. Python's
 * and Node.js's kernels are the agent's, so those languages have none.
 */
import 'server-only';
import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { LANGUAGE_NAMES, type Language } from '@/lib/agentbay/languages';
import { EMPTY_ENVIRONMENT } from './environment';

/** Where the languages' folders lie: found from the folder that the server runs in. */
const LANGUAGES_SOURCE = 'lib/languages';

const words = z.array(z.string());

const hostFacts = z.strictObject({
  /** What must be there, one of each list; the first of the first is the interpreter. */
  needs: z.array(words.min(1)).min(1),
  why: z.string(),
  /** What brings it, by package manager. */
  packages: z.record(z.string(), words),
  version: z.strictObject({ command: words.min(1), pattern: z.string() }),
  /** What a sandbox has to see besides /usr. */
  sees: words,
  /** Commands of the host that make the kernel ready at the start of the server; {kernel} is its folder. */
  prepare: z.array(words.min(1)).optional(),
  kernel: z.strictObject({
    /** Languages of one family share spare kernels. */
    family: z.string(),
    /** {kernel} is the folder of the kernel inside, {halfMiB} half of the memory limit. */
    command: words.min(1),
    environment: z.record(z.string(), z.string()),
    /** Whether its memory is limited by RLIMIT_DATA, so that too large an allocation is an error of the program. */
    limitsData: z.boolean(),
  }),
});
export type HostFacts = z.infer<typeof hostFacts>;

export interface HostLanguage extends HostFacts {
  id: Language;
  /** The folder that holds its kernel. */
  kernelSource: string;
}

export interface HostLanguages {
  /** Those that the agent runs by itself come first. */
  own: Language[];
  found: HostLanguage[];
  /** Why others are not offered, one sentence each. */
  missing: string[];
}

/** What of `offered` this host can run. Throws where a `host.json` is not of its form. */
export function findHostLanguages(offered: Language[], application: string): HostLanguages {
  const languages: HostLanguages = { own: [], found: [], missing: [] };
  for (const id of offered) {
    const folder = join(application, LANGUAGES_SOURCE, id);
    const file = join(folder, 'host.json');
    if (!existsSync(file)) {
      languages.own.push(id);
      continue;
    }
    const facts = hostFacts.parse(JSON.parse(readFileSync(file, 'utf8')));
    const lacking = facts.needs.find((paths) => !paths.some((path) => existsSync(path)));
    if (lacking === undefined) {
      languages.found.push({ ...facts, id, kernelSource: join(folder, 'kernel') });
    } else {
      const { name } = LANGUAGE_NAMES[id];
      const packages = facts.packages['apt-get']?.join(' ') ?? name;
      languages.missing.push(`${name} is not offered: ${lacking[0]} is missing (${packages}).`);
    }
  }
  return languages;
}

/** The interpreter's version; empty where it does not tell. */
export async function versionOf({ version }: HostLanguage): Promise<string> {
  const [program = '', ...rest] = version.command;
  const answer = await promisify(execFile)(program, rest, { env: EMPTY_ENVIRONMENT }).catch(() => ({
    stdout: '',
    stderr: '',
  }));
  return new RegExp(version.pattern).exec(`${answer.stdout}\n${answer.stderr}`)?.[1] ?? '';
}
