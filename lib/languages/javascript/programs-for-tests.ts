import type { LanguagePrograms } from '@/lib/agentbay/engines/language-programs';

/** JavaScript's lines of the suite that every language passes. */
export const programs: LanguagePrograms = {
  skips: { 'may be pictures that it draws': 'Node.js draws nothing; it has SVG and charts' },
  define: 'let x = 20;',
  use: 'x * 2 + 2',
  shown: '42',
  print: (text) => `console.log("${text}");`,
  printError: (text) => `console.error("${text}");`,
  fails: 'function f(a) {\n  const b = a;\n  return b.c.d;\n}\nf(1);',
  error: { name: 'TypeError', value: /^Cannot read properties of undefined/ },
  broken: 'let a = 1;\nlet b = ;\n',
  asks: 'const ask = require("node:readline/promises").createInterface({ input: process.stdin, output: process.stdout });\nconsole.log("Hi", await ask.question("Name? "));\nask.close();',
  readsTwo:
    'const [one, two] = require("node:fs").readFileSync(0, "utf8").split("\\n");\nconsole.log(one);\nconsole.log(two);',
  loops: 'function f() {\n  let i = 0;\n  while (true) {\n    i += 1;\n  }\n}\nf();',
  loopLines: [3, 4],
  exits: 'process.exit(3);',
  grows: 'const all = [];\nwhile (true) all.push(Buffer.alloc(5_000_000, 1));',
  writes: 'require("node:fs").writeFileSync("out.txt", "from here");',
  reads: 'require("node:fs").readFileSync("in.txt", "utf8")',
  leaves: 'require("node:child_process").spawn("sleep", ["60"], { stdio: "ignore" }).unref();',
  programs: {
    recurses: 'function f(n) {\n  return f(n + 1);\n}\nf(1);',
    recursion: /RangeError Maximum call stack/,
    child:
      'console.log("before");\nrequire("node:child_process").execSync("echo child", { stdio: "inherit" });\nconsole.log("after");',
    parallel: 'for (const n of [1, 2, 3]) setTimeout(() => console.log(n * n), 20 - n);',
    random: 'Math.random()',
    leavesFile: 'require("node:fs").writeFileSync("/tmp/left", "x");',
  },
  results: {
    shows: 'for (let i = 0; i < 20; i++) {\n  display(i);\n  console.log(i);\n}',
    forms:
      'display.html("<b>x</b>");\ndisplay.markdown("*m*");\ndisplay.svg("<svg/>");\ndisplay.latex("$x$");\ndisplay.json({ a: [1] });\ndisplay.chart({ mark: "bar" });\ndisplay.png(new Uint8Array([1, 2, 3]));',
    table: 'display.table([{ n: 2, s: "x" }, { n: 1 }]);',
    offers: '({ [Symbol.for("Jupyter.display")]: () => ({ "text/html": "<i>own</i>" }) })',
    failsToOffer: '({ [Symbol.for("Jupyter.display")]: () => { throw new Error("no"); } })',
    large: 'display.html("x".repeat(5 << 20));',
    draws: '',
  },
  completion: {
    harbour: 'const harbour = 1;',
    after: 'let s = "😀"; ',
    library: ['Math.sq', 'sqrt'],
    part: ['const boat = { sails: 2 };', 'boat.sa', 'sails'],
  },
  files: {
    helper: {
      path: 'helper.js',
      text: 'exports.f = (x) => x * 2 + 2;\n',
      code: 'const { f } = require("./helper");\nconsole.log(f(20));',
    },
  },
};
