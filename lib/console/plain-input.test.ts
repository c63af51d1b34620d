import { expect, it } from 'vitest';
import { isInputComplete } from './input-complete';

it.each([
  ['x <- 1', true],
  ['x <-', false],
  ['f <- function(a) {', false],
  ['f <- function(a)', false],
  ['f <- function(a) {\n  a\n}', true],
  ['x |>', false],
  ['"open', false],
  ["'it is # closed'", true],
  ['c(1, 2', false],
  ['c(1, # two (', false],
  ['if (x > 1) 2 else', false],
])('an input of R: %s', (text, complete) => {
  expect(isInputComplete('r', text)).toBe(complete);
});

it.each([
  ['int x = 1;', true],
  ['x++', true],
  ['x +', false],
  ['class A {', false],
  ['String s = "{";', true],
  ['/* begun', false],
  ['int f(int n) { // {\n  return n;\n}', true],
  ['if (x > 1) f(); else', false],
])('an input of Java: %s', (text, complete) => {
  expect(isInputComplete('java', text)).toBe(complete);
});
