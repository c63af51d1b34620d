/** What JavaScript says when a program fails, in the sentences of lib/console/explain. */
import type { Rule } from '@/lib/console/explain/rule';
import { JAVASCRIPT_SYNTAX_RULES } from './explain-syntax';
import { JAVASCRIPT_VALUE_RULES } from './explain-values';

export const JAVASCRIPT_RULES: readonly Rule[] = [
  ...JAVASCRIPT_VALUE_RULES,
  ...JAVASCRIPT_SYNTAX_RULES,
];
