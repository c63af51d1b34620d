import type { LanguagePrograms } from '@/lib/agentbay/engines/language-programs';

/** Java's lines of the suite that every language passes. */
export const programs: LanguagePrograms = {
  skips: {
    'that come with a program are part of it': 'JShell knows one source, the one that it is given',
  },
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
  loopLines: [4],
  exits: 'System.exit(3);',
  grows: 'var all = new ArrayList<byte[]>();\nwhile (true) all.add(new byte[5_000_000]);',
  writes: 'Files.writeString(Path.of("out.txt"), "from here");',
  reads: 'Files.readString(Path.of("in.txt"))',
  leaves: 'new ProcessBuilder("sleep", "60").start();',
  programs: {
    recurses: 'int f(int n) {\n    return f(n + 1);\n}\nf(1);',
    recursion: /StackOverflowError/,
    child:
      'System.out.println("before");\nnew ProcessBuilder("echo", "child").inheritIO().start().waitFor();\nSystem.out.println("after");',
    parallel:
      'for (int i = 1; i <= 3; i++) {\n    int n = i;\n    new Thread(() -> System.out.println(n * n)).start();\n}',
    random: 'Math.random()',
    leavesFile: 'Files.writeString(Path.of("/tmp/left"), "x");',
  },
  results: {
    shows: 'for (int i = 0; i < 20; i++) {\n    display(i);\n    System.out.println(i);\n}',
    forms:
      'Display.html("<b>x</b>");\nDisplay.markdown("*m*");\nDisplay.svg("<svg/>");\nDisplay.latex("$x$");\nDisplay.json(Map.of("a", List.of(1)));\nDisplay.chart("{\\"mark\\": \\"bar\\"}");\nDisplay.png(new byte[] {1, 2, 3});',
    table: 'record Row(int n, String s) {}\nList.of(new Row(2, "x"), new Row(1, null))',
    offers:
      'class Boat implements Displayable {\n    public Map<String, ?> forms() { return Map.of("text/html", "<i>own</i>"); }\n}\nnew Boat()',
    failsToOffer:
      'class Boat implements Displayable {\n    public Map<String, ?> forms() { throw new IllegalStateException(); }\n}\nnew Boat()',
    large: 'Display.html("x".repeat(5 << 20));',
    draws:
      'import java.awt.Color;\nimport java.awt.image.BufferedImage;\nvar image = new BufferedImage(80, 40, BufferedImage.TYPE_INT_RGB);\nvar pen = image.createGraphics();\npen.setColor(Color.ORANGE);\npen.fillOval(10, 5, 30, 30);\npen.drawString("船 x", 45, 25);\nimage',
  },
  completion: {
    harbour: 'int harbour = 1;',
    after: 'String s = "😀"; ',
    library: ['Math.sq', 'sqrt'],
    part: ['var boat = List.of(1);', 'boat.si', 'size'],
  },
  files: { helper: { path: '', text: '', code: '' } },
};
