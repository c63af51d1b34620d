/** What there is without a program's doing, to find what a misspelt name was meant to be. */
const words = (text: string) => text.split(' ');

export const JAVASCRIPT_KEYWORDS = words(
  'async await break case catch class const continue debugger default delete do else export extends false finally for function if import in instanceof let new null of return static super switch this throw true try typeof undefined var void while with yield',
);

export const JAVASCRIPT_GLOBALS = words(
  'console Math Number String Array Object Date JSON Map Set Promise Symbol BigInt Boolean RegExp Error TypeError RangeError SyntaxError ReferenceError parseInt parseFloat isNaN isFinite setTimeout setInterval clearTimeout clearInterval fetch require module process Buffer URL structuredClone globalThis Intl NaN Infinity undefined encodeURIComponent decodeURIComponent queueMicrotask performance',
);

/** Methods and values by what they are a part of; without a name those that many values have. */
export const JAVASCRIPT_MEMBERS: Record<string, readonly string[]> = {
  Math: words(
    'abs ceil floor round trunc max min pow sqrt cbrt random sign sin cos tan asin acos atan atan2 log log2 log10 exp hypot PI E',
  ),
  console: words(
    'log error warn info table debug dir time timeEnd group groupEnd count trace assert',
  ),
  Number: words('parseInt parseFloat isInteger isNaN isFinite isSafeInteger'),
  Object: words('keys values entries assign freeze fromEntries create groupBy hasOwn'),
  Array: words('from isArray of'),
  JSON: words('parse stringify'),
  Date: words('now parse UTC'),
  Promise: words('all allSettled any race resolve reject'),
  String: words('fromCharCode raw'),
};

export const JAVASCRIPT_METHODS = words(
  'push pop shift unshift slice splice concat join reverse sort indexOf lastIndexOf includes find findIndex findLast filter map flatMap flat forEach reduce reduceRight some every fill keys values entries at with toSorted toReversed toUpperCase toLowerCase trim trimStart trimEnd split replace replaceAll startsWith endsWith padStart padEnd repeat charAt charCodeAt codePointAt substring match matchAll localeCompare normalize toString toFixed toPrecision toLocaleString valueOf get set has add delete clear then catch finally getTime getFullYear getMonth getDate getDay getHours getMinutes getSeconds toISOString test exec call apply bind',
);

/** Values that beginners call, as other languages have a method there. */
export const JAVASCRIPT_VALUES = ['length', 'size'];

export const JAVASCRIPT_METHOD_OF_OTHERS: Record<string, string> = {
  append: 'push',
  add: 'push',
  push_back: 'push',
  len: 'length',
  size: 'length',
  count: 'length',
  contains: 'includes',
  has: 'includes',
  upper: 'toUpperCase',
  lower: 'toLowerCase',
  strip: 'trim',
  extend: 'concat',
  each: 'forEach',
  remove: 'splice',
  startswith: 'startsWith',
  endswith: 'endsWith',
};

/** Words of other languages, and what JavaScript has in their place; empty where it has nothing there. */
export const JAVASCRIPT_FOR_OTHERS: Record<string, string> = {
  def: 'function',
  func: 'function',
  fn: 'function',
  elif: 'else if',
  elseif: 'else if',
  and: '&&',
  or: '||',
  not: '!',
  // biome-ignore lint/suspicious/noThenProperty: a word of other languages
  then: '',
  int: 'let',
  float: 'let',
  string: 'let',
  print: 'console.log',
  println: 'console.log',
  echo: 'console.log',
  puts: 'console.log',
  printf: 'console.log',
  True: 'true',
  False: 'false',
  None: 'null',
  nil: 'null',
  self: 'this',
  len: '.length',
  str: 'String',
  range: 'for (let i = 0; i < n; i++)',
  except: 'catch',
  raise: 'throw',
  pass: '',
  until: 'while',
  input: 'require("readline")',
};

export const WEB_PAGE_NAMES = words(
  'window document alert prompt confirm localStorage sessionStorage location history screen navigator XMLHttpRequest HTMLElement Image Audio requestAnimationFrame $ jQuery',
);
