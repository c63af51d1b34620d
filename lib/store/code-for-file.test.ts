import { describe, expect, it } from 'vitest';
import { codeForFile } from './code-for-file';

const inPython = (path: string) => codeForFile(path, 'python', '');

describe('code that takes up a file', () => {
  it('opens data, and imports modules, in Python', () => {
    expect(inPython('data.csv').shown).toBe('open("data.csv")');
    expect(inPython('data.csv').lines).toContain(
      'with open("data.csv", newline="", encoding="utf-8") as file:',
    );
    expect(inPython('a.json').lines.at(-1)).toBe('    data = json.load(file)');
    expect(inPython('photo.png').lines[0]).toBe('with open("photo.png", "rb") as file:');
    expect(inPython('helper.py').lines).toEqual(['import helper']);
    expect(inPython('pkg/util.py').lines).toEqual(['from pkg import util']);
    expect(inPython('my-file.py').shown).toBe('open("my-file.py")');
  });

  it('imports in modules and requires in scripts, in JavaScript', () => {
    const use = (path: string, program: string) => codeForFile(path, 'javascript', program).lines;
    expect(use('lib/my-helper.js', '')).toEqual([
      "import * as myHelper from './lib/my-helper.js';",
    ]);
    expect(use('helper.js', "const a = require('a');")).toEqual([
      "const helper = require('./helper.js');",
    ]);
    expect(use('data.csv', '')).toEqual([
      "import { readFileSync } from 'node:fs';",
      "const text = readFileSync('data.csv', 'utf8');",
    ]);
    expect(codeForFile('helper.ts', 'typescript', '').lines).toEqual([
      "import * as helper from './helper.ts';",
    ]);
  });

  it('reads in R and Java as these do', () => {
    expect(codeForFile('data.csv', 'r', '').lines).toEqual(['data <- read.csv("data.csv")']);
    expect(codeForFile('helper.R', 'r', '').lines).toEqual(['source("helper.R")']);
    expect(codeForFile('$&".txt', 'r', '').lines).toEqual(['lines <- readLines("$&\\".txt")']);
    expect(codeForFile('a.txt', 'java', '').lines).toEqual([
      'String text = Files.readString(Path.of("a.txt"));',
    ]);
  });

  it('writes hostile names as strings, never as code', () => {
    const name = '"); import os #\'.csv';
    expect(inPython(name).shown).toBe('open("\\"); import os #\'.csv")');
    expect(codeForFile(`${name}.js`, 'javascript', '').lines[0]).toMatch(/ from "\.\/\\"\)/);
    expect(codeForFile('a#b?c.mjs', 'javascript', '').shown).toContain('a%23b%3Fc.mjs');
    expect(codeForFile('1 a\u{1F600}.js', 'javascript', '').lines[0]).toContain('import * as _1A');
  });
});
