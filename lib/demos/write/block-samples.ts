/** What the menu of blocks puts into a document: small, complete, and ready to be changed. */
import type { Language } from '@/lib/agentbay/languages';
import { fill, type Messages } from '@/lib/messages/messages';
import { splitFences } from '../fences';

export const BLOCK_GROUPS = {
  code: ['run', 'readonly', 'setup', 'input', 'file', 'predict'],
  tasks: ['exercise', 'order', 'gaps', 'choice'],
  text: ['note', 'table'],
} as const;

export type BlockKind = (typeof BLOCK_GROUPS)[keyof typeof BLOCK_GROUPS][number];

interface Code {
  greet: string;
  ask: string;
  setup: string;
  starter: string;
  check: string;
  solution: string;
  order: string;
  gaps: string;
  puzzle: string;
}

const SCRIPT = (hello: string): Code => ({
  greet: `console.log("${hello}");`,
  ask: 'const readline = require("node:readline/promises");\nconst io = readline.createInterface({ input: process.stdin });\nconsole.log(await io.question(""));\nio.close();',
  setup: 'const colours = ["red", "green", "blue"];',
  starter: 'function double(n) {\n  // ...\n}',
  check: 'console.assert(double(2) === 4, "double(2)");',
  solution: 'function double(n) {\n  return 2 * n;\n}',
  order: 'let n = 1;\nwhile (n <= 3) {\n  console.log(n);\n  n += 1;\n}',
  gaps: 'for (let i = 0; i < {{3}}; i += 1) {\n  console.log({{i}});\n}',
  puzzle: 'console.log("2" + 2);',
});

const CODE: Record<Language, (hello: string) => Code> = {
  python: (hello) => ({
    greet: `print("${hello}")`,
    ask: 'name = input()\nprint(name)',
    setup: 'colours = ["red", "green", "blue"]',
    starter: 'def double(n):\n    ...',
    check: 'assert double(2) == 4',
    solution: 'def double(n):\n    return 2 * n',
    order: 'n = 1\nwhile n <= 3:\n    print(n)\n    n += 1',
    gaps: 'for i in {{range}}(3):\n    print({{i}})',
    puzzle: 'print("2" * 2)',
  }),
  javascript: SCRIPT,
  typescript: (hello) => ({
    ...SCRIPT(hello),
    starter: 'function double(n: number): number {\n  return 0;\n}',
    solution: 'function double(n: number): number {\n  return 2 * n;\n}',
  }),
  r: (hello) => ({
    greet: `cat("${hello}\\n")`,
    ask: 'name <- readline()\ncat(name, "\\n")',
    setup: 'colours <- c("red", "green", "blue")',
    starter: 'double <- function(n) {\n  NULL\n}',
    check: 'stopifnot(double(2) == 4)',
    solution: 'double <- function(n) 2 * n',
    order: 'n <- 1\nwhile (n <= 3) {\n  print(n)\n  n <- n + 1\n}',
    gaps: 'for (i in {{1}}:3) {\n  print({{i}})\n}',
    puzzle: 'cat(2, 2, sep = "")',
  }),
  java: (hello) => ({
    greet: `System.out.println("${hello}");`,
    ask: 'var in = new java.util.Scanner(System.in);\nSystem.out.println(in.nextLine());',
    setup: 'String[] colours = {"red", "green", "blue"};',
    starter: 'int twice(int n) {\n    return 0;\n}',
    check: 'if (twice(2) != 4) throw new AssertionError("twice(2)");',
    solution: 'int twice(int n) {\n    return 2 * n;\n}',
    order: 'int n = 1;\nwhile (n <= 3) {\n    System.out.println(n);\n    n += 1;\n}',
    gaps: 'for (int i = 0; i < {{3}}; i++) {\n    System.out.println({{i}});\n}',
    puzzle: 'System.out.println("2" + 2);',
  }),
};

interface Sample {
  language: Language;
  /** The document that it will stand in: names in it are taken. */
  markdown: string;
  words: Messages['writing']['insert']['samples'];
}

/** One block, or the blocks that belong together. */
export function blockSample(kind: BlockKind, { language, markdown, words }: Sample): string {
  const code = CODE[language](words.hello);
  const fence = (info: string, text: string) => `\`\`\`${info}\n${text}\n\`\`\``;
  const named = (stem: string) => freeName(stem, markdown);
  switch (kind) {
    case 'run':
    case 'readonly':
      return fence(`${language} ${kind}`, code.greet);
    case 'setup':
      return fence(`${language} setup`, code.setup);
    case 'input':
      return fence('text input', words.name);
    case 'file':
      return fence(`csv file=${freeFile(markdown)}`, 'name,points\nAda,12\nBob,9');
    case 'predict':
      return `${words.question}\n\n${fence(`${language} run predict`, code.puzzle)}`;
    case 'exercise': {
      const name = named('double');
      const call = language === 'java' ? 'twice' : 'double';
      return [
        `### ${words.taskTitle}`,
        fill(words.task, { name: `\`${call}(n)\`` }),
        fence(`${language} exercise=${name}`, code.starter),
        fence(`${language} check=${name}`, code.check),
        fence(`text cases=${name}`, `${call}(21) => 42\n${call}(0) => 0`),
        fence(`text hint=${name}`, words.hint),
        fence(`${language} solution=${name} held`, code.solution),
      ].join('\n\n');
    }
    case 'order':
      return `${words.orderTask}\n\n${fence(`${language} order=${named('order')}`, code.order)}`;
    case 'gaps':
      return `${words.gapsTask}\n\n${fence(`${language} gaps=${named('gaps')}`, code.gaps)}`;
    case 'choice': {
      const options = `- [x] 22: ${words.right}\n- [ ] 4: ${words.wrong}`;
      const shown = fence(language, code.puzzle);
      return `${words.question}\n\n${shown}\n\n${fence(`text choice=${named('choice')}`, options)}`;
    }
    case 'note':
      return fence('text note', words.note);
    case 'table':
      return `| ${words.column} 1 | ${words.column} 2 |\n| --- | --- |\n| 1 | 2 |`;
  }
}

/** The language of the last code above that line, else of the first one there is. */
export function languageAt(
  markdown: string,
  line: number,
  find: (name: string) => Language | undefined,
): Language {
  const known = splitFences(markdown).flatMap((piece) => {
    const language = piece.kind === 'fence' ? find(piece.fence.language) : undefined;
    return piece.kind === 'fence' && language ? [{ language, line: piece.fence.line }] : [];
  });
  return (known.findLast((one) => one.line <= line) ?? known[0])?.language ?? 'python';
}

function freeName(stem: string, markdown: string): string {
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? stem : `${stem}-${number}`;
    if (!new RegExp(`=${name}(?:\\s|$)`, 'm').test(markdown)) return name;
  }
}

function freeFile(markdown: string): string {
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? 'points.csv' : `points-${number}.csv`;
    if (!markdown.includes(`file=${name}`)) return name;
  }
}
