import type { LanguagePrograms } from '@/lib/agentbay/engines/language-suite';

/** Java's lines of the suite that every language passes. */
export const programs: LanguagePrograms = {
  define: 'int x = 20;',
  use: 'x * 2 + 2',
  shown: '42',
  print: (text) => `System.out.println("${text}");`,
  printError: (text) => `System.err.println("${text}");`,
  fails: 'int f(int a) {\n    int b = a;\n    return b / 0;\n}\nf(1);',
  error: { name: 'ArithmeticException', value: '/ by zero' },
  broken: 'int a = 1;\nint b = ;\n',
  asks: 'System.out.print("Name? ");\nvar name = new Scanner(System.in).nextLine();\nSystem.out.println("Hi " + name);',
  readsTwo:
    'var in = new BufferedReader(new InputStreamReader(System.in));\nSystem.out.println(in.readLine());\nSystem.out.println(in.readLine());',
  loops: 'void f() {\n    int i = 0;\n    while (true) {\n        i++;\n    }\n}\nf();',
  loopLine: 4,
  exits: 'System.exit(3);',
  grows: 'var all = new ArrayList<byte[]>();\nwhile (true) all.add(new byte[5_000_000]);',
  writes: 'Files.writeString(Path.of("out.txt"), "from here");',
  reads: 'Files.readString(Path.of("in.txt"))',
  completes: ['Math.sq', 'sqrt'],
  leaves: 'new ProcessBuilder("sleep", "60").start();',
};
