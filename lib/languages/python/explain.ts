/** What Python says when a program fails, in the sentences of lib/console/explain. */
import type { Rule } from '@/lib/console/explain/rule';
import { PYTHON_SYNTAX_RULES } from './explain-syntax';
import { PYTHON_VALUE_RULES } from './explain-values';

export const PYTHON_RULES: readonly Rule[] = [...PYTHON_VALUE_RULES, ...PYTHON_SYNTAX_RULES];
