/** The examples that stand in the languages' own folders. Part of the gallery, not of the first load. */
import { JAVA_EXAMPLES } from './java/examples';
import { JAVASCRIPT_EXAMPLES } from './javascript/examples';
import type { LanguageExamples } from './language-examples';
import { PYTHON_EXAMPLES } from './python/examples';
import { R_EXAMPLES } from './r/examples';
import { TYPESCRIPT_EXAMPLES } from './typescript/examples';

export const ALL_EXAMPLES: Record<string, LanguageExamples> = {
  python: PYTHON_EXAMPLES,
  javascript: JAVASCRIPT_EXAMPLES,
  typescript: TYPESCRIPT_EXAMPLES,
  r: R_EXAMPLES,
  java: JAVA_EXAMPLES,
};

/** Their code, by the names of their files. */
export const EXAMPLE_PROGRAMS: Record<string, () => Promise<{ programs: Record<string, string> }>> =
  {
    python: () => import('./python/programs'),
    javascript: () => import('./javascript/programs'),
    typescript: () => import('./typescript/programs'),
    r: () => import('./r/programs'),
    java: () => import('./java/programs'),
  };
