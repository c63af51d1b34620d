/** What JavaScript says while a program runs, and so TypeScript. */
import { didYouMean, hint, says } from '@/lib/console/explain/explanation';
import { escaped, type Program } from '@/lib/console/explain/program';
import type { Rule } from '@/lib/console/explain/rule';
import { similarName } from '@/lib/console/explain/similar-names';
import {
  JAVASCRIPT_FOR_OTHERS,
  JAVASCRIPT_GLOBALS,
  JAVASCRIPT_KEYWORDS,
  JAVASCRIPT_MEMBERS,
  JAVASCRIPT_METHOD_OF_OTHERS,
  JAVASCRIPT_METHODS,
  JAVASCRIPT_VALUES,
  WEB_PAGE_NAMES,
} from './known-names';

export const JAVASCRIPT_VALUE_RULES: readonly Rule[] = [
  ['ReferenceError', /^(\S+) is not defined/, ([name = ''], program) => unknownName(name, program)],
  [
    'ReferenceError',
    /^Cannot access '(.+)' before initialization/,
    ([name = '']) => says('beforeDeclared', { name }),
  ],
  [
    'ReferenceError',
    /^Must call super constructor/,
    () => says('superFirst', {}, hint('write', { fixed: 'super();' })),
  ],
  [
    'TypeError',
    /^Cannot read properties of (undefined|null) \(reading '(.*)'\)/s,
    ([nothing = '', property = ''], program) => propertyOfNothing(nothing, property, program),
  ],
  [
    'TypeError',
    /^Cannot set properties of (undefined|null) \(setting '(.*)'\)/s,
    ([nothing = '', property = '']) =>
      says('setOfNothing', { nothing, property }, hint('checkSpelling')),
  ],
  [
    'TypeError',
    /^Cannot destructure property '(.*?)' of .+ as it is (undefined|null)/s,
    ([property = '', nothing = '']) => says('destructureNothing', { property, nothing }),
  ],
  [
    'TypeError',
    /^Assignment to constant variable/,
    (_, program) => {
      const name = constName(program);
      return name === undefined
        ? says('someConstAssigned', {}, hint('useLet'))
        : says('constAssigned', { name }, hint('useLet'));
    },
  ],
  [
    'TypeError',
    /^Class constructor (\S+) cannot be invoked without 'new'/,
    ([name = '']) => withoutNew(name),
  ],
  [
    'TypeError',
    /^(?:Constructor )?(\S+) (?:constructor cannot be invoked without|requires) 'new'/,
    ([name = '']) => withoutNew(name),
  ],
  [
    'TypeError',
    /^Class extends value (.+) is not a constructor/,
    ([name = '']) => says('extendsNothing', { name }),
  ],
  ['TypeError', /^(.+) is not a constructor/, ([name = '']) => says('notAConstructor', { name })],
  [
    'TypeError',
    /^(?:Promise resolver |\w+ )?(.+) is not a function(?: or its return value is not iterable)?/s,
    ([name = ''], program) => notAFunction(name, program),
  ],
  [
    'TypeError',
    /^(?:(?:number|string|boolean|object|undefined) )?(.+?) is not iterable/s,
    ([name = '']) =>
      says(
        'notIterableValue',
        { name: name === '{(intermediate value)}' ? '{...}' : name },
        /^\d/.test(name)
          ? hint('countingLoop')
          : !/^(?:undefined|null)$/.test(name) && hint('useEntries'),
      ),
  ],
  ['TypeError', /^Spread syntax requires/, () => says('notIterableValue', { name: '...' })],
  ['TypeError', /^Cannot mix BigInt/, () => says('bigIntMixed', {}, hint('sameBigInt'))],
  ['TypeError', /^Do not know how to serialize a BigInt/, () => says('bigIntInJson')],
  ['TypeError', /^Converting circular structure/, () => says('circular')],
  [
    'TypeError',
    /^Cannot convert undefined or null to object/,
    () => says('nothingToObject', {}, hint('checkSpelling')),
  ],
  ['TypeError', /^Reduce of empty array/, () => says('emptyReduce', {}, hint('startValue'))],
  [
    'TypeError',
    /^Cannot assign to read only property|is not extensible$|^Cannot delete property/,
    () => says('frozen'),
  ],
  ['TypeError', /^Cannot use 'in' operator/, () => says('notAnObject', { operator: 'in' })],
  [
    'TypeError',
    /^Right-hand side of 'instanceof'/,
    () => says('notAnObject', { operator: 'instanceof' }),
  ],
  [
    'RangeError',
    /^Maximum call stack size/,
    () => says('endlessRecursion', {}, hint('needsBaseCase')),
  ],
  ['RangeError', /^Invalid array length/, () => says('invalidLength')],
  ['RangeError', /^Invalid count value: (.+)/, ([count = '']) => says('invalidCount', { count })],
  [
    'RangeError',
    /^(\w+)\(\) (?:digits|radix)?\s*argument must be between (\d+) and (\d+)/,
    ([name = '', least = '', most = '']) => says('invalidDigits', { function: name, least, most }),
  ],
  ['RangeError', /^Invalid time value/, () => says('invalidDate')],
  [
    'RangeError',
    /cannot be converted to a BigInt/,
    () => says('needsWholeNumber', { type: { type: 'float' } }),
  ],
  [
    'TypeError|Error',
    /^fetch failed$|^getaddrinfo |^connect ENETUNREACH /,
    () => says('noNetwork'),
  ],
  [
    'Error',
    /^Cannot find (?:module|package) '(.+?)'/,
    ([module = '']) =>
      says(
        'unknownModule',
        { module: module.replace(/^\/workspace\//, './') },
        !/^[./]/.test(module) && hint('installedOnly'),
      ),
  ],
  [
    'Error',
    /^ENOENT: no such file or directory, \w+ '(.+)'/,
    ([file = '']) => says('fileNotFound', { file }, hint('filesAreIn')),
  ],
  [
    'TypeError',
    /^The "\w+" argument must be of type function/,
    () => says('needsFunction', {}, hint('write', { fixed: '() => { ... }' })),
  ],
  [
    'Uncaught',
    /^([\s\S]{1,60})/,
    ([value = '']) => says('thrownValue', { value }, hint('throwError')),
  ],
  ['UnhandledPromiseRejection', /^/, () => says('rejected', {}, hint('addCatch'))],
  ['SyntaxError', /^Unexpected end of JSON input/, () => says('jsonEmpty')],
  [
    'SyntaxError',
    /^"(?:undefined|\[object .*\])" is not valid JSON/,
    () => says('jsonBroken', {}, hint('notATextAtAll')),
  ],
  [
    'SyntaxError',
    /^Expected double-quoted property name/,
    () => says('jsonBroken', {}, hint('noLastComma')),
  ],
  ['SyntaxError', /^Expected property name/, () => says('jsonBroken', {}, hint('doubleQuotes'))],
  ['SyntaxError', /JSON/, () => says('jsonBroken')],
];

function unknownName(name: string, program: Program) {
  const { language } = program;
  if (language === 'typescript') {
    const isType = new RegExp(
      `\\b(?:interface|type)\\s+${escaped(name)}\\b|import\\s+type\\b[^;]*\\b${escaped(name)}\\b`,
    );
    if (isType.test(program.scan.bare)) return says('typeNotValue', { name });
    if (['number', 'string', 'boolean', 'any', 'never', 'unknown'].includes(name))
      return says('typeNotValue', { name });
  }
  if (WEB_PAGE_NAMES.includes(name)) {
    return says(
      'unknownName',
      { name },
      hint('webPageOnly', { name }),
      name === 'alert' && hint('useInstead', { suggestion: 'console.log(...)' }),
    );
  }
  const instead = Object.hasOwn(JAVASCRIPT_FOR_OTHERS, name)
    ? JAVASCRIPT_FOR_OTHERS[name]
    : undefined;
  if (instead) return says('otherSpelling', { written: name, instead });

  const line = program.error.line ?? 0;
  const declaration = new RegExp(`\\b(?:let|const|class|var)\\s+${escaped(name)}\\b`);
  const defined = program.lineOf(declaration);
  if (defined !== undefined) {
    if (defined >= line)
      return says('beforeDeclared', { name }, defined > line && hint('definedLater', { defined }));
    return says('unknownName', { name }, ...ownerHint(defined, program));
  }
  const similar = similarName(name, [
    ...program.names(),
    ...JAVASCRIPT_GLOBALS,
    ...JAVASCRIPT_KEYWORDS,
  ]);
  if (similar !== undefined) return says('unknownName', { name }, didYouMean(similar));
  const isUsed = /^\s*[.([]/.test(program.fromError.slice(name.length));
  return says('unknownName', { name }, !isUsed && hint('textNeedsQuotes', { name }));
}

/** It was made within a function: there alone it is known. */
function ownerHint(line: number, program: Program) {
  const indent = /^\s*/.exec(program.lineAt(line))?.[0].length ?? 0;
  for (let above = line - 1; above > 0 && indent > 0; above--) {
    const match = /^(\s*)(?:async\s+)?function\s*\*?\s*(\w+)/.exec(program.lineAt(above));
    if (match && (match[1]?.length ?? 0) < indent)
      return [hint('onlyInside', { function: match[2] ?? '' })];
  }
  return [];
}

function propertyOfNothing(nothing: string, property: string, program: Program) {
  // The place is that of the property's name, or of the dot or bracket before it.
  const owner = program.beforeError.replace(/\s*(?:\?\.|\.|\[)?\s*["'`]?$/, '');
  const before = lastExpression(owner);
  const isCall = owner.endsWith(')');
  const hints = [
    isCall ? hint('undefinedFromFunction') : hint('checkSpelling'),
    hint('optionalChaining'),
  ];
  const isNamed = /^[\w$[(]/.test(before) && !isCall && before !== nothing;
  return isNamed
    ? says('propertyOfNothing', { before, nothing, property }, ...hints)
    : says('propertyOfSomething', { nothing, property }, ...hints);
}

/** The names, dots and whole brackets at the end of a text: `a.b[0]` of `f(a.b[0]`. */
function lastExpression(text: string): string {
  let start = text.length;
  let depth = 0;
  while (start > 0) {
    const sign = text[start - 1] ?? '';
    if (sign === ')' || sign === ']') depth += 1;
    else if (sign === '(' || sign === '[') depth -= 1;
    else if (depth === 0 && !/[\w$.?]/.test(sign)) break;
    if (depth < 0) break;
    start -= 1;
  }
  return text.slice(start);
}

function constName(program: Program): string | undefined {
  const around = /([A-Za-z_$][\w$]*)\s*(?:[-+*/%&|^]|\*\*|<<|>>|\?\?|&&|\|\|)?=?\s*$/.exec(
    program.beforeError,
  )?.[1];
  const at = /^(?:\+\+|--)?\s*([A-Za-z_$][\w$]*)/.exec(program.fromError)?.[1];
  const isConst = (name: string | undefined) =>
    name !== undefined &&
    new RegExp(`\\bconst\\s+(?:\\{[^}]*\\b|\\[[^\\]]*\\b)?${escaped(name)}\\b`).test(
      program.scan.bare,
    );
  return [at, around].find(isConst);
}

function withoutNew(name: string) {
  return says('classWithoutNew', { name }, hint('write', { fixed: `new ${name}(...)` }));
}

function notAFunction(called: string, program: Program) {
  const owner = /^(.*)\.([\w$]+)$/s.exec(called);
  const [, before = '', method] = owner ?? [];
  if (method === undefined) {
    const isNumber = /^\d/.test(program.error.value);
    return says('notAFunction', { name: called }, isNumber && hint('multiply'));
  }
  const name = called.length > 60 ? method : called;
  if (JAVASCRIPT_VALUES.includes(method) && method === 'length') {
    return says('notAFunction', { name }, hint('withoutBrackets', { name: method }));
  }
  const instead = Object.hasOwn(JAVASCRIPT_METHOD_OF_OTHERS, method)
    ? JAVASCRIPT_METHOD_OF_OTHERS[method]
    : undefined;
  const members = Object.hasOwn(JAVASCRIPT_MEMBERS, before)
    ? JAVASCRIPT_MEMBERS[before]
    : undefined;
  if (members) return says('notAFunction', { name }, didYouMean(similarName(method, members)));
  if (instead !== undefined)
    return says('notAFunction', { name }, hint('useInstead', { suggestion: instead }));
  const own = [...program.names()].filter((known) => !JAVASCRIPT_KEYWORDS.includes(known));
  const isKnown = JAVASCRIPT_METHODS.includes(method);
  const similar = isKnown ? undefined : similarName(method, [...JAVASCRIPT_METHODS, ...own]);
  return says('notAFunction', { name }, didYouMean(similar) ?? hint('hasNoSuch', { name: method }));
}
