/** The languages, their names and aliases. AgentBay's SDK trims, ignores case and knows these aliases. */

export const LANGUAGES = ['python', 'javascript', 'typescript'] as const;
export type Language = (typeof LANGUAGES)[number];

interface LanguageNames {
  name: string;
  /** What runs it, and whose version counts. */
  runtime: string;
  aliases: string[];
  /** The name of a fresh run's source in the workspace and in tracebacks. */
  fileName: string;
}

export const LANGUAGE_NAMES: Record<Language, LanguageNames> = {
  python: { name: 'Python', runtime: 'Python', aliases: ['py', 'python3'], fileName: 'main.py' },
  javascript: {
    name: 'JavaScript',
    runtime: 'Node.js',
    aliases: ['js', 'node', 'nodejs'],
    fileName: 'main.js',
  },
  typescript: { name: 'TypeScript', runtime: 'Node.js', aliases: ['ts'], fileName: 'main.ts' },
};

const BY_NAME = new Map<string, Language>(
  LANGUAGES.flatMap((id) => [id, ...LANGUAGE_NAMES[id].aliases].map((name) => [name, id] as const)),
);

/** The language of that name or alias, trimmed and in any case; undefined where there is none. */
export function findLanguage(name: string): Language | undefined {
  return BY_NAME.get(name.trim().toLowerCase());
}
