/** What Python says while a program runs: names, types, values. */
import { didYouMean, hint, says } from '@/lib/console/explain/explanation';
import { escaped, type Program } from '@/lib/console/explain/program';
import type { Rule } from '@/lib/console/explain/rule';
import { similarName } from '@/lib/console/explain/similar-names';
import {
  PYTHON_ATTRIBUTE_OF_OTHERS,
  PYTHON_ATTRIBUTES,
  PYTHON_BUILTINS,
  PYTHON_FOR_OTHERS,
  PYTHON_MEMBERS,
  PYTHON_MODULES,
} from './known-names';

const isText = (type: string) => type === 'str';
const isNone = (type: string) => type === 'NoneType';
const isNumber = (type: string) => type === 'int' || type === 'float';

export const PYTHON_VALUE_RULES: readonly Rule[] = [
  [
    'NameError',
    /^name '(.+)' is not defined/,
    ([name = ''], program) => unknownName(name, program),
  ],
  [
    'UnboundLocalError',
    /local variable '(.+?)'/,
    ([name = ''], program) => {
      const outside = program.lineOf(new RegExp(`^${escaped(name)}\\s*[-+*/]?=`));
      return says(
        'localBeforeValue',
        { name },
        outside !== undefined && hint('globalName', { name }),
      );
    },
  ],
  [
    'TypeError',
    /^can only concatenate str \(not "(.+)"\) to str/,
    ([type = ''], program) => addToText(type, program),
  ],
  [
    'TypeError',
    /^unsupported operand type\(s\) for (.+): '(.+)' and '(.+)'/,
    ([operator = '', left = '', right = ''], program) => {
      if (operator === '+' && isText(right) && isNumber(left)) return addToText(left, program);
      return says(
        'cannotCalculate',
        {
          operator: operator.split(' ')[0] ?? operator,
          left: { type: left },
          right: { type: right },
        },
        ...numberHints(left, right, program),
      );
    },
  ],
  [
    'TypeError',
    /^can only concatenate (list|tuple) \(not "(.+)"\)/,
    ([left = '', right = '']) =>
      says('cannotCalculate', { operator: '+', left: { type: left }, right: { type: right } }),
  ],
  [
    'TypeError',
    /^can't multiply sequence by non-int of type '(.+)'/,
    ([right = ''], program) =>
      says(
        'cannotCalculate',
        { operator: '*', left: { type: isText(right) ? 'str' : 'list' }, right: { type: right } },
        ...numberHints(right, right, program),
      ),
  ],
  [
    'TypeError',
    /^bad operand type for (?:unary )?(.+): '(.+)'/,
    ([operator = '', type = ''], program) =>
      says('cannotNegate', { operator, type: { type } }, ...numberHints(type, type, program)),
  ],
  [
    'TypeError',
    /^'(.+)' not supported between instances of '(.+)' and '(.+)'/,
    ([operator = '', left = '', right = ''], program) =>
      says(
        'cannotCompare',
        { operator, left: { type: left }, right: { type: right } },
        ...numberHints(left, right, program),
      ),
  ],
  [
    'TypeError',
    /^'(.+)' object is not callable/,
    ([type = ''], program) => notCallable(type, program),
  ],
  [
    'TypeError',
    /^'(.+)' object is not subscriptable/,
    ([type = ''], program) => {
      const called = /^([\w.]+)\[/.exec(program.fromError)?.[1];
      return says(
        'notSubscriptable',
        { type: { type } },
        /function|method|type/.test(type) &&
          called !== undefined &&
          hint('callInstead', { name: called }),
        isNone(type) && hint('noneFromFunction'),
      );
    },
  ],
  [
    'TypeError',
    /^(.+)\(\) missing \d+ required (?:positional|keyword-only) arguments?: (.+)/,
    ([name = '', names = '']) =>
      says('missingArguments', { function: name, names: names.replaceAll("'", '') }),
  ],
  [
    'TypeError',
    /^(.+)\(\) takes (.+?) positional arguments? but (\d+) (?:was|were) given/,
    ([name = '', expected = '', given = ''], program) => {
      const method = /\.(\w+)$/.exec(name)?.[1];
      const forgotSelf =
        method !== undefined &&
        program.lineOf(new RegExp(`def\\s+${escaped(method)}\\s*\\((?!\\s*(?:self|cls)\\b)`)) !==
          undefined;
      return says(
        'tooManyArguments',
        { function: name, expected, given },
        forgotSelf && hint('selfCounts'),
      );
    },
  ],
  [
    'TypeError',
    /^(.+)\(\) got an unexpected keyword argument '(.+?)'/,
    ([name = '', argument = ''], program) =>
      says(
        'unknownArgument',
        { function: name, name: argument },
        didYouMean(similarName(argument, [...PRINT_ARGUMENTS, ...parametersOf(name, program)])),
      ),
  ],
  [
    'TypeError',
    /^'(.+)' is an invalid keyword argument for (.+)\(\)/,
    ([argument = '', name = '']) =>
      says(
        'unknownArgument',
        { function: name, name: argument },
        didYouMean(similarName(argument, PRINT_ARGUMENTS)),
      ),
  ],
  [
    'TypeError',
    /^'(.+)' object is not iterable/,
    ([type = '']) =>
      says(
        'notIterable',
        { type: { type } },
        type === 'int' && hint('rangeFor'),
        isNone(type) && hint('noneFromFunction'),
      ),
  ],
  [
    'TypeError',
    /^cannot unpack non-iterable (.+) object/,
    ([type = '']) =>
      says('cannotUnpack', { type: { type } }, isNone(type) && hint('noneFromFunction')),
  ],
  [
    'TypeError',
    /^(list|string|tuple) ind(?:ices|ex) must be integers(?: or slices)?, not '?(\w+)'?/,
    ([container = '', type = '']) =>
      says(
        'wrongIndexType',
        { container: { type: container === 'string' ? 'str' : container }, type: { type } },
        (isText(type) || type === 'float') && hint('intAround'),
      ),
  ],
  [
    'TypeError',
    /^'(.+)' object does not support item (?:assignment|deletion)/,
    ([type = '']) =>
      says(
        'immutable',
        { type: { type } },
        isText(type) && hint('newText'),
        type === 'tuple' && hint('useList'),
      ),
  ],
  [
    'TypeError',
    /unhashable type: '(.+)'/,
    ([type = '']) => says('unhashable', { type: { type } }, type === 'list' && hint('useTuple')),
  ],
  [
    'TypeError',
    /^object of type '(.+)' has no len\(\)/,
    ([type = '']) => says('noLength', { type: { type } }, isNone(type) && hint('noneFromFunction')),
  ],
  [
    'TypeError',
    /^sequence item (\d+): expected str instance, (.+) found/,
    ([index = '', type = '']) => says('joinNeedsText', { index, type: { type } }),
  ],
  [
    'TypeError',
    /^'(.+)' object cannot be interpreted as an integer/,
    ([type = '']) => says('needsWholeNumber', { type: { type } }, hint('intAround')),
  ],
  [
    'TypeError',
    /^(int|float)\(\) argument must be .+, not '(.+)'/,
    ([name = '', type = '']) =>
      says(
        'cannotConvert',
        { function: name, type: { type } },
        isNone(type) && hint('noneFromFunction'),
      ),
  ],
  ['TypeError', /^exceptions must derive from BaseException/, () => says('raiseNeedsException')],
  [
    'IndexError',
    /^(?:list|string|tuple)(?: assignment)? index out of range/,
    () => says('indexOutOfRange', {}, hint('countFromZero')),
  ],
  ['IndexError', /^pop from empty list/, () => says('emptyPop')],
  [
    'KeyError',
    /^([\s\S]+)$/,
    ([key = ''], program) =>
      says('unknownKey', { key }, similarKey(key, program) ?? hint('useGet')),
  ],
  [
    'AttributeError',
    /^module '(.+?)' has no attribute '(.+?)'/,
    ([module = '', name = '']) =>
      says(
        'unknownInModule',
        { module, name },
        didYouMean(similarName(name, PYTHON_MEMBERS[module] ?? [])),
      ),
  ],
  [
    'AttributeError',
    /^'NoneType' object has no attribute '(.+?)'/,
    ([name = '']) => says('noneAttribute', { name }, hint('noneFromFunction')),
  ],
  [
    'AttributeError',
    /^(?:'(.+?)' object|type object '(.+?)') has no attribute '(.+?)'/,
    ([object = '', type = '', name = ''], program) =>
      unknownAttribute(object || type, name, program),
  ],
  [
    'ValueError',
    /^invalid literal for int\(\) with base \d+: '(.*)'/s,
    ([text = '']) =>
      text.trim() === ''
        ? says('emptyNumber', { type: { type: 'int' } })
        : says(
            'notANumber',
            { text, type: { type: 'int' } },
            /^\s*[-+]?\d*\.\d+\s*$/.test(text) && hint('floatFirst'),
          ),
  ],
  [
    'ValueError',
    /^could not convert string to float: '(.*)'/s,
    ([text = '']) =>
      text.trim() === ''
        ? says('emptyNumber', { type: { type: 'float' } })
        : says(
            'notANumber',
            { text, type: { type: 'float' } },
            /^\s*[-+]?\d+,\d+\s*$/.test(text) && hint('pointNotComma'),
          ),
  ],
  [
    'ValueError',
    /^not enough values to unpack \(expected (?:at least )?(\d+), got (\d+)\)/,
    ([expected = '', given = '']) => says('tooFewValues', { expected, given }),
  ],
  [
    'ValueError',
    /^too many values to unpack \(expected (\d+)\)/,
    ([expected = '']) => says('tooManyValues', { expected }),
  ],
  ['ValueError', /x not in list$|is not in list$/, () => says('notInList')],
  ['ValueError', /^substring not found/, () => says('textNotFound')],
  [
    'ValueError',
    /^(min|max)\(\) (?:arg|iterable argument) is (?:an )?empty/,
    ([name = '']) => says('emptySequence', { function: name }),
  ],
  ['ZeroDivisionError', /^/, () => says('divisionByZero', {}, hint('checkZero'))],
  [
    'RecursionError',
    /^maximum recursion depth/,
    () => says('endlessRecursion', {}, hint('needsBaseCase')),
  ],
  [
    'URLError|gaierror|OSError|ConnectionError|ConnectTimeout',
    /name resolution|Name or service not known|Network is unreachable/,
    () => says('noNetwork'),
  ],
  [
    'ModuleNotFoundError',
    /^No module named '(.+?)'/,
    ([module = '']) => {
      const similar = similarName(module, PYTHON_MODULES);
      return says('unknownModule', { module }, didYouMean(similar) ?? hint('installedOnly'));
    },
  ],
  [
    'ImportError',
    /^cannot import name '(.+?)' from '(.+?)'/,
    ([name = '', module = '']) =>
      says(
        'unknownInModule',
        { module, name },
        didYouMean(similarName(name, PYTHON_MEMBERS[module] ?? [])),
      ),
  ],
  [
    'FileNotFoundError',
    /No such file or directory: '(.+)'/,
    ([file = '']) => says('fileNotFound', { file }, hint('filesAreIn')),
  ],
  ['EOFError', /^EOF when reading a line/, () => says('noInput')],
  ['AssertionError', /^/, () => says('assertionFailed')],
  ['JSONDecodeError', /^Expecting value.*\(char 0\)$/, () => says('jsonEmpty')],
  [
    'JSONDecodeError',
    /^(.+?):/,
    ([detail = '']) => says('jsonBroken', {}, /double quotes/.test(detail) && hint('doubleQuotes')),
  ],
];

const PRINT_ARGUMENTS = ['end', 'sep', 'file', 'flush'];

function unknownName(name: string, program: Program) {
  const instead = Object.hasOwn(PYTHON_FOR_OTHERS, name) ? PYTHON_FOR_OTHERS[name] : undefined;
  if (instead) return says('otherSpelling', { written: name, instead });
  const isModule = PYTHON_MODULES.includes(name) && program.fromError.startsWith(`${name}.`);
  if (isModule) return says('unknownName', { name }, hint('importFirst', { module: name }));

  const line = program.error.line ?? 0;
  const given = new RegExp(`(?:^|[\\s;(])(?:def\\s+|class\\s+)?${escaped(name)}\\s*(?:=(?!=)|\\()`);
  const defined = program.lineOf(
    new RegExp(`^\\s*(?:(?:def|class)\\s+${escaped(name)}\\b|${escaped(name)}\\s*=(?!=))`),
  );
  if (defined !== undefined && defined > line && given.test(program.lineAt(defined))) {
    return says('unknownName', { name }, hint('definedLater', { name, defined }));
  }
  const owner =
    defined !== undefined && defined < line ? functionAround(defined, program) : undefined;
  if (owner !== undefined)
    return says('unknownName', { name }, hint('onlyInside', { function: owner }));

  const candidates = [...program.names(), ...PYTHON_BUILTINS, 'True', 'False', 'None'];
  const similar = similarName(name, candidates);
  if (similar !== undefined) return says('unknownName', { name }, didYouMean(similar));
  const isCalled = program.fromError.slice(name.length).trimStart().startsWith('(');
  return says('unknownName', { name }, !isCalled && hint('textNeedsQuotes', { name }));
}

/** The function in whose indented body a line is. */
function functionAround(line: number, program: Program): string | undefined {
  const indent = /^\s*/.exec(program.lineAt(line))?.[0].length ?? 0;
  for (let above = line - 1; above > 0 && indent > 0; above--) {
    const match = /^(\s*)def\s+(\w+)/.exec(program.lineAt(above));
    if (match && (match[1]?.length ?? 0) < indent) return match[2];
  }
  return undefined;
}

function addToText(type: string, program: Program) {
  const name = /\+\s*([A-Za-z_]\w*)/.exec(program.bareLine)?.[1] ?? 'x';
  // Without any text of its own on the line the text came from elsewhere, and a sum was meant.
  const isSum = isNumber(type) && /\binput\s*\(/.test(program.code) && !/["']/.test(program.line);
  return says(
    'addToText',
    { other: { type } },
    ...(isSum ? numberHints('str', type, program) : [hint('strAround', { example: `{${name}}` })]),
  );
}

/** Text and a number, or nothing where a number should be. */
function numberHints(left: string, right: string, program: Program) {
  const types = [left, right];
  return [
    types.some(isText) && hint('numberFromText'),
    types.some(isText) && /\binput\s*\(/.test(program.code) && hint('inputIsText'),
    types.some(isNone) && hint('noneFromFunction'),
  ];
}

function notCallable(type: string, program: Program) {
  const name = /^([A-Za-z_]\w*)\s*\(/.exec(program.fromError)?.[1];
  if (name !== undefined && PYTHON_BUILTINS.includes(name)) {
    return says('notCallable', { type: { type } }, hint('ownName', { name }));
  }
  const hasElements = ['list', 'tuple', 'dict', 'str'].includes(type);
  return says(
    'notCallable',
    { type: { type } },
    hasElements && name !== undefined && hint('indexInstead', { name }),
    isNumber(type) && hint('multiply'),
    isNone(type) && hint('noneFromFunction'),
  );
}

function parametersOf(name: string, program: Program): string[] {
  const bare = name.split('.').at(-1) ?? name;
  const list = new RegExp(`def\\s+${escaped(bare)}\\s*\\(([^)]*)`).exec(program.code)?.[1] ?? '';
  return list.split(',').map((parameter) => parameter.replace(/[=:].*/s, '').trim());
}

function similarKey(key: string, program: Program) {
  const text = /^'(.*)'$/s.exec(key)?.[1];
  const similar = text === undefined ? undefined : similarName(text, program.texts());
  return similar === undefined ? undefined : hint('didYouMean', { suggestion: `'${similar}'` });
}

function unknownAttribute(type: string, name: string, program: Program) {
  const value = { type: { type }, name };
  const other = PYTHON_ATTRIBUTE_OF_OTHERS[`${type}.${name}`];
  if (other !== undefined)
    return says('unknownAttribute', value, hint('useInstead', { suggestion: other }));
  const own = PYTHON_ATTRIBUTES[type];
  // Of a class of the program it is what the program gives to `self`.
  const members = own ?? [
    ...Array.from(program.code.matchAll(/\bself\.(\w+)\s*=/g), ([, member]) => member ?? ''),
    ...Array.from(program.code.matchAll(/^\s+def\s+(\w+)/gm), ([, member]) => member ?? ''),
  ];
  return says('unknownAttribute', value, didYouMean(similarName(name, members)));
}
