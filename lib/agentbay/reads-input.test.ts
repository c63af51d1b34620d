import { expect, test } from 'vitest';
import { readsInput } from './reads-input';

test.each([
  ['python', 'name = input("Name? ")'],
  ['python', 'import sys\nfor line in sys.stdin: print(line)'],
  ['python', 'from sys import stdin'],
  ['python', 'import fileinput'],
  ['javascript', 'process.stdin.on("data", () => {})'],
  ['javascript', 'const rl = require("readline").createInterface({})'],
  ['javascript', "import { createInterface } from 'node:readline/promises';"],
  ['javascript', 'require("fs").readFileSync(0, "utf8")'],
  ['typescript', 'fs.readFileSync("/dev/stdin")'],
  ['java', 'new java.util.Scanner(System.in)'],
  ['r', 'name <- readline("Name? ")'],
  ['r', 'lines <- readLines(file("stdin"))'],
  ['r', 'x <- scan(n = 2)'],
])('%s reads: %s', (language, code) => {
  expect(readsInput(language, code)).toBe(true);
});

test.each([
  ['python', 'print("input()")\n# input()\n"""\ninput()\n"""\nget_input()\nform.input()'],
  ['python', 'x = {"stdin": 1}'],
  ['javascript', 'console.log("process.stdin") // process.stdin\n/* readline */'],
  ['javascript', 'const input = 1; input + 1'],
  ['r', 'readLines("notes.txt") # readline()\nscan("numbers.txt")'],
  ['java', 'Files.readString(Path.of("a.txt")); // System.in'],
])('%s does not: %j', (language, code) => {
  expect(readsInput(language, code)).toBe(false);
});

test('a file of the program counts, a file of data does not', () => {
  const text = 'def ask(): return input()';
  expect(readsInput('python', 'from a import ask', [{ path: 'a.py', text }])).toBe(true);
  expect(readsInput('python', 'print(1)', [{ path: 'a.txt', text }])).toBe(false);
});
