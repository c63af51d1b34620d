/** The examples that stand in the languages' own folders. Part of the gallery, not of the first load. */
import { JAVA_EXAMPLES } from './java/examples';
import type { LanguageExamples } from './language-examples';
import { R_EXAMPLES } from './r/examples';

export const ALL_EXAMPLES: Record<string, LanguageExamples> = {
  r: R_EXAMPLES,
  java: JAVA_EXAMPLES,
};

/** Their code, by the names of their files. */
export const EXAMPLE_PROGRAMS: Record<string, () => Promise<{ programs: Record<string, string> }>> =
  {
    r: () => import('./r/programs'),
    java: () => import('./java/programs'),
  };
