// What a class sends: small programs of lessons, some that ask, some that fail, some that draw.
// @ts-check

/**
 * @typedef {object} ClassProgram
 * @property {string} name
 * @property {'python' | 'javascript'} language
 * @property {string} code
 * @property {string[]} [answers] to what it asks, one after the other
 * @property {number} [timeoutS]
 * @property {string} reason how it ends
 * @property {string} prints is in its output
 */

/** @type {ClassProgram[]} */
const SMALL = [
  {
    name: 'a loop',
    language: 'python',
    code: 'total = 0\nfor n in range(1, 101):\n    total += n\nprint("The sum is", total)\n',
    reason: 'exited',
    prints: 'The sum is 5050',
  },
  {
    name: 'a function',
    language: 'python',
    code: 'def is_prime(n):\n    return n > 1 and all(n % d for d in range(2, int(n ** 0.5) + 1))\n\nprint([n for n in range(60) if is_prime(n)])\n',
    reason: 'exited',
    prints: '53, 59]',
  },
  {
    name: 'a conversation',
    language: 'python',
    code: 'name = input("Your name? ")\nyear = int(input("Born in? "))\nprint(f"Hello {name}, you turn {2030 - year} in 2030.")\n',
    answers: ['Ada\n', '2015\n'],
    reason: 'exited',
    prints: 'Hello Ada, you turn 15 in 2030.',
  },
  {
    name: 'a name that is not there',
    language: 'python',
    code: 'message = "hello"\nprint("begin")\nprint(mesage)\n',
    reason: 'exited',
    prints: 'begin',
  },
  {
    name: 'an array',
    language: 'javascript',
    code: 'const words = ["pear", "fig", "banana"];\nwords.sort((a, b) => a.length - b.length);\nconsole.log(words.join(" < "));\n',
    reason: 'exited',
    prints: 'fig < pear < banana',
  },
  {
    name: 'a promise',
    language: 'javascript',
    code: 'const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));\nfor (const n of [3, 2, 1]) {\n  console.log(n);\n  await pause(20);\n}\nconsole.log("Go!");\n',
    reason: 'exited',
    prints: 'Go!',
  },
  {
    name: 'something undefined',
    language: 'javascript',
    code: 'const user = {};\nconsole.log("begin");\nconsole.log(user.address.street);\n',
    reason: 'exited',
    prints: 'begin',
  },
  {
    name: 'a dictionary',
    language: 'python',
    code: 'text = "the quick brown fox jumps over the lazy dog"\ncounts = {}\nfor letter in text.replace(" ", ""):\n    counts[letter] = counts.get(letter, 0) + 1\nprint(sorted(counts.items(), key=lambda item: -item[1])[:3])\n',
    reason: 'exited',
    prints: "('o', 4)",
  },
];

/** @type {ClassProgram} */
const DRAWING = {
  name: 'a drawing',
  language: 'python',
  code: 'import matplotlib.pyplot as plt\nplt.plot([n * n for n in range(20)])\nplt.title("Squares")\nplt.show()\nprint("drawn")\n',
  reason: 'exited',
  prints: 'drawn',
};

/** One in ten draws. The n-th run of a person; neighbours are at different programs. @param {number} n @returns {ClassProgram} */
export function classProgram(n) {
  if (n % 10 === 9) return DRAWING;
  return /** @type {ClassProgram} */ (SMALL[n % SMALL.length]);
}

/** The same without drawings. @param {number} n @returns {ClassProgram} */
export function smallProgram(n) {
  return /** @type {ClassProgram} */ (SMALL[n % SMALL.length]);
}
