/** What is said of TypeScript: its own syntax first, then what it shares with JavaScript. */
import type { Rule } from '@/lib/console/explain/rule';
import { JAVASCRIPT_SYNTAX_RULES } from '../javascript/explain-syntax';
import { JAVASCRIPT_VALUE_RULES } from '../javascript/explain-values';
import { TYPESCRIPT_SYNTAX_RULES } from './explain-syntax';

export const TYPESCRIPT_RULES: readonly Rule[] = [
  ...JAVASCRIPT_VALUE_RULES,
  ...TYPESCRIPT_SYNTAX_RULES,
  ...JAVASCRIPT_SYNTAX_RULES,
];
