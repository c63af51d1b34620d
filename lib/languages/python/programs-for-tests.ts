import type { LanguagePrograms } from '@/lib/agentbay/engines/language-programs';

/** Python's lines of the suite that every language passes. */
export const programs: LanguagePrograms = {
  define: 'x = 20',
  use: 'x * 2 + 2',
  shown: '42',
  print: (text) => `print("${text}")`,
  printError: (text) => `import sys\nprint("${text}", file=sys.stderr)`,
  fails: 'def f(a):\n    b = a\n    return b + "1"\n\nf(1)',
  error: { name: 'TypeError', value: /^unsupported operand/ },
  broken: 'x = 1\ny z\n',
  asks: 'name = input("Name? ")\nprint("Hi", name)',
  readsTwo: 'import sys\nprint(sys.stdin.readline(), end="")\nprint(input())',
  loops: 'def f():\n    i = 0\n    while True:\n        i += 1\n\nf()',
  loopLines: [3, 4],
  exits: 'import sys\nsys.exit(3)',
  grows: 'x = []\nwhile True: x.append(bytearray(5_000_000))',
  writes: 'print("from here", file=open("out.txt", "w"))',
  reads: 'open("in.txt").read()',
  leaves: 'import subprocess\nsubprocess.Popen(["sleep", "60"])\nNone',
  programs: {
    recurses: 'def f(n): return f(n + 1)\nf(1)',
    recursion: /RecursionError/,
    child: 'import subprocess\nprint("before")\nsubprocess.run(["echo", "child"])\nprint("after")',
    parallel:
      'import threading\nfor n in range(1, 4): threading.Thread(target=lambda n=n: print(n * n)).start()',
    random: 'import random\nrandom.random()',
    leavesFile: 'open("/tmp/left", "w").close()',
  },
  results: {
    shows: 'for i in range(20):\n    display(i)\n    print(i)',
    forms:
      'for type, form in {"text/html": "<b>x</b>", "text/markdown": "*m*", "image/svg+xml": "<svg/>", "text/latex": "$x$", "application/json": {"a": [1]}, "application/vnd.vegalite.v5+json": {"mark": "bar"}, "image/png": b"\\1\\2\\3"}.items():\n    display({type: form}, raw=True)',
    table: 'import pandas\npandas.DataFrame({"n": [2, 1], "s": ["x", None]})',
    offers: 'class Boat:\n    def _repr_html_(self): return "<i>own</i>"\nBoat()',
    failsToOffer: 'class Boat:\n    def _repr_html_(self): raise ValueError()\nBoat()',
    large: 'display({"text/html": "x" * (5 << 20)}, raw=True)',
    draws: 'import matplotlib.pyplot as plt\nplt.plot([1, 3, 2]);',
  },
  completion: {
    harbour: 'harbour = 1',
    after: 's = "😀"; ',
    library: ['prin', 'print'],
    part: ['boat = {"sails": 2}', 'boat.ke', 'keys'],
  },
  files: {
    helper: {
      path: 'helper.py',
      text: 'def f(x): return x * 2 + 2\n',
      code: 'from helper import f\nprint(f(20))',
    },
  },
};
