/** What the languages' own folders know of errors. A part of the page that comes with the first error. */
import type { Rule } from '../console/explain/rule';
import { JAVA_RULES } from './java/explain';
import { JAVASCRIPT_RULES } from './javascript/explain';
import { PYTHON_RULES } from './python/explain';
import { R_RULES } from './r/explain';
import { TYPESCRIPT_RULES } from './typescript/explain';

export const ALL_RULES: Record<string, readonly Rule[]> = {
  python: PYTHON_RULES,
  javascript: JAVASCRIPT_RULES,
  typescript: TYPESCRIPT_RULES,
  r: R_RULES,
  java: JAVA_RULES,
};
