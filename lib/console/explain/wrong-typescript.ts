/** Wrong programs, and what is said of their errors; the test runs them. */

/** The kind of mistake, a program that has it, and all sentences. */
export const WRONG_TYPESCRIPT: readonly [kind: string, code: string, said: string][] = [
  [
    'oldModule',
    'module M { const a = 1 }',
    '`module` for a part of a program is now called `namespace`. Write `namespace`.',
  ],
  ['noDecorators', '@dec class A {}', 'Decorators (`@`) cannot be used here.'],
  ['missingType', 'let x: = 5', 'After `:` the type is missing.'],
  ['valueExpected', 'let x: number = ;', 'A value is expected here, but there is none.'],
  ['neverClosed', 'function f(a: number { }', 'There is no `)` for the `(` in line 1.'],
  [
    'missingOperator',
    'let x: number = 5 let y',
    'Something is missing before `let y`: a comma, an operator or a bracket.',
  ],
  [
    'unfinished',
    'type A = ',
    'The program or the line ends in the middle of something: after `=` more must come.',
  ],
  [
    'openText',
    'console.log("a',
    'The text that begins with `"` in line 1 has no end: its closing `"` is missing.',
  ],
  [
    'alreadyDeclared',
    'let x = 1; let x = 2',
    'There is a `x` already, and a name can be declared only once. It is declared in line 1. To give it a new value, leave out `let` here.',
  ],
  [
    'constWithoutValue',
    'const y',
    'A `const` gets its value where it is declared, and here there is none. If it shall change, make it with `let`.',
  ],
  [
    'returnOutside',
    'return 1',
    '`return` works only inside of a function, and this line is in none.',
  ],
  [
    'reservedWord',
    'await = 1',
    '`await` is a word of the language itself, so it cannot be a name. Choose another name.',
  ],
  [
    'propertyOfNothing',
    'interface A { x: number }\nconst a: A = null as any; a.x',
    '`a` is `null`: it has no value, so it has no `x` either. Is the name spelt right, and did it get a value before this line? Where it may be missing, `?.` instead of `.` gives `undefined` without an error.',
  ],
  [
    'notAFunction',
    'let n: number = "a"; n.toFixed()',
    '`n.toFixed` is not a function. What stands before the dot has no `toFixed`.',
  ],
  [
    'unknownName',
    'consle.log(1)',
    '`consle` is not known here: nothing has this name yet. Did you mean `console`?',
  ],
  [
    'constAssigned',
    'const c: number = 1; c = 2',
    '`c` was made with `const`, so it cannot get another value. If it shall change, make it with `let`.',
  ],
  [
    'propertyOfSomething',
    'function f(): void {}\nf().x',
    'You ask for `x` of something that is `undefined`: it has no value. A function without `return` gives `undefined`. Where it may be missing, `?.` instead of `.` gives `undefined` without an error.',
  ],
  [
    'typeNotValue',
    'type T = string; console.log(T)',
    '`T` is a type. Types are gone when the program runs, so they cannot be used as values.',
  ],
  [
    'typeNeedsColon',
    'let x as number = 5',
    'A type is written after the name and a `:`. Write `x: number`.',
  ],
  [
    'optionalWithDefault',
    'function f(x?: number = 1) {}',
    'A parameter with a default value may be left out already: `?` is too much.',
  ],
  [
    'misspeltWord',
    'fucntion f() {}',
    '`fucntion` is not a word of the language. Did you mean `function`?',
  ],
  ['unmatched', '}', 'There is no `{` for the `}` in line 1.'],
  [
    'missingComma',
    'let a = {a: 1 b: 2}',
    'Between two values something is missing, probably a comma.',
  ],
  ['unknownModule', 'import { X } from "./nope.ts"', 'There is no module called `./nope.ts` here.'],
  [
    'otherSpelling',
    'print("x")',
    '`print` is from another language; here one writes `console.log`.',
  ],
  [
    'cannotAssign',
    '5 = x',
    'What stands left of `=` cannot get a value: a name belongs there. To compare, write `===`.',
  ],
  [
    'jsonBroken',
    'let v: any = JSON.parse("{a}")',
    'This text is not valid JSON. JSON has names and texts in double quotes.',
  ],
  ['expectedInstead', 'const f = (a: number): => a', '`=>` is expected here, but there is `:`.'],
  [
    'apostropheInText',
    "let s = 'it's'",
    'The text ends at the apostrophe in it, as that looks like its closing quote. Put the text in double quotes: `"..."`.',
  ],
  [
    'otherSpelling',
    'def f():\n  pass',
    '`def` is from another language; here one writes `function`. The block goes in `{ }`, without `:`.',
  ],
  ['bracketsAfterWord', 'while true {}', 'After `while` comes a pair of round brackets.'],
  ['loopWordOutside', 'break', '`break` works only inside of a loop, and this line is in none.'],
  ['leadingZeros', 'let x = 012', 'A number cannot begin with `0` and go on with other digits.'],
  [
    'destructureNothing',
    'const { a } = undefined as any',
    'You take `a` out of something that is `undefined`: it has no value.',
  ],
  ['openRegex', '/abc', 'A regular expression begins with `/`, and its closing `/` is missing.'],
  ['digitFirst', 'let 1a: number = 1', 'A name cannot begin with a digit.'],
  ['modifierOutside', 'public x = 1', '`public` has a meaning only inside of a class.'],
  [
    'notUnderstood',
    'let x: number: string = 1',
    'The language does not understand this line from `: string = 1` on. The mistake is often just before that, or in the line above.',
  ],
  ['notAFunction', 'var x: number = 5; x()', '`x` is not a function.'],
  ['expectedAtEnd', 'class A', '`{` is expected, but the program ends before it.'],
  ['fullWidth', 'console.log（1）', '`（` is a full-width sign. Programs need the half-width `(`.'],
  [
    'curlyQuotes',
    'let s: string = “hi”',
    '`“` is a quote from a text editor. Programs need plain quotes. Use `"` or `\'`.',
  ],
  [
    'classWithoutNew',
    'class P { constructor(public x: number) {} }\nconst p = P(1);',
    '`P` is a class: objects of it are made with `new`. Write `new P(...)`.',
  ],
  ['jsonEmpty', 'JSON.parse("")', 'The JSON text ends too early, or it is empty.'],
  [
    'endlessRecursion',
    'function f(): number { return f() }\nf()',
    'A function calls itself again and again, and never comes to an end. It needs a case in which it returns without calling itself.',
  ],
  [
    'invalidLength',
    'new Array(-1)',
    'The length of an array must be a whole number that is not negative.',
  ],
  ['beforeDeclared', 'x = 1;\nlet x: number = 2;', '`x` is used before the line that declares it.'],
  [
    'notIterableValue',
    'for (const a of 5 as any) {}',
    'You go through the elements of `5`, but that has none. To count, write `for (let i = 0; i < n; i++)`.',
  ],
  [
    'thrownValue',
    'throw "no"',
    'The program threw \'no\', and nothing caught it. Throw an error that has a message: `throw new Error("...")`.',
  ],
];
