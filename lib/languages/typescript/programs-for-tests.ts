import type { LanguagePrograms } from '@/lib/agentbay/engines/language-programs';
import { programs as javascript } from '../javascript/programs-for-tests';

/** TypeScript's lines of the suite that every language passes: JavaScript's, with types where they could be in the way. */
export const programs: LanguagePrograms = {
  ...javascript,
  define: 'let x: number = 20;',
  fails: 'function f(a: any): number {\n  const b = a;\n  return b.c.d;\n}\nf(1);',
  broken: 'let a: number = 1;\nlet b: = 2;\n',
  loops: 'function f(): void {\n  let i: number = 0;\n  while (true) {\n    i += 1;\n  }\n}\nf();',
  files: {
    helper: {
      path: 'helper.ts',
      text: 'export const f = (x: number): number => x * 2 + 2;\n',
      code: "import { f } from './helper.ts';\nconsole.log(f(20));",
    },
  },
};
