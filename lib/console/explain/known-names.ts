/** What there is without a program's doing, to find what a misspelt name was meant to be. */
const words = (text: string) => text.split(' ');

export const PYTHON_KEYWORDS = words(
  'and as assert async await False None True break class continue def del elif else except finally for from global if import in is lambda nonlocal not or pass raise return try while with yield',
);

export const PYTHON_BUILTINS = words(
  'print input len range int str float list dict set tuple bool open sum min max sorted reversed enumerate zip map filter abs round type isinstance super any all chr ord format iter next id hex bin pow divmod repr help dir vars getattr setattr hasattr callable bytes object property staticmethod classmethod Exception ValueError TypeError KeyError IndexError ZeroDivisionError FileNotFoundError RuntimeError StopIteration AttributeError NameError',
);

export const PYTHON_MODULES = words(
  'math random time datetime sys os re json collections itertools functools string statistics copy csv pathlib typing dataclasses enum decimal fractions operator heapq bisect calendar textwrap pprint turtle tkinter subprocess threading asyncio logging unittest sqlite3 urllib hashlib secrets uuid shutil glob io struct array queue contextlib abc traceback numpy pandas matplotlib',
);

/** Attributes by the name of the type. */
export const PYTHON_ATTRIBUTES: Record<string, readonly string[]> = {
  str: words(
    'upper lower title capitalize strip lstrip rstrip split join replace find index count startswith endswith isdigit isalpha isalnum isupper islower isspace format zfill center ljust rjust splitlines swapcase partition encode',
  ),
  list: words('append extend insert remove pop index count sort reverse clear copy'),
  dict: words('get keys values items pop update setdefault clear copy popitem'),
  set: words('add remove discard pop update union intersection difference clear copy'),
  tuple: words('count index'),
};

/** What other languages call it. */
export const PYTHON_ATTRIBUTE_OF_OTHERS: Record<string, string> = {
  'str.toUpperCase': 'upper',
  'str.uppercase': 'upper',
  'str.toLowerCase': 'lower',
  'str.lowercase': 'lower',
  'str.trim': 'strip',
  'str.contains': 'in',
  'str.includes': 'in',
  'str.indexOf': 'find',
  'str.length': 'len(...)',
  'str.size': 'len(...)',
  'list.push': 'append',
  'list.add': 'append',
  'list.push_back': 'append',
  'list.length': 'len(...)',
  'list.size': 'len(...)',
  'list.contains': 'in',
  'list.includes': 'in',
  'list.indexOf': 'index',
  'dict.add': '[...] = ...',
  'dict.has_key': 'in',
  'dict.length': 'len(...)',
  'set.append': 'add',
  'set.push': 'add',
  'set.length': 'len(...)',
};

export const PYTHON_MEMBERS: Record<string, readonly string[]> = {
  math: words(
    'sqrt pi e floor ceil sin cos tan asin acos atan atan2 log log2 log10 exp pow factorial gcd hypot radians degrees fabs trunc inf nan isclose comb perm prod dist',
  ),
  random: words('random randint randrange choice choices shuffle sample uniform seed gauss'),
  time: words('sleep time perf_counter monotonic strftime localtime gmtime ctime process_time'),
  datetime: words('datetime date time timedelta timezone'),
  json: words('dumps loads dump load'),
  os: words('path listdir getcwd environ remove rename mkdir makedirs rmdir chdir walk'),
  sys: words('argv exit stdin stdout stderr path version platform maxsize'),
  re: words('match search findall finditer sub split compile fullmatch escape'),
  statistics: words('mean median mode stdev variance pstdev'),
  collections: words('defaultdict deque Counter OrderedDict namedtuple ChainMap'),
};

/** Words of other languages, and what Python has in their place; empty where it has nothing there. */
export const PYTHON_FOR_OTHERS: Record<string, string> = {
  '&&': 'and',
  '||': 'or',
  '!': 'not',
  '++': '+= 1',
  '--': '-= 1',
  '===': '==',
  '!==': '!=',
  '=>': 'lambda',
  function: 'def',
  func: 'def',
  fn: 'def',
  // biome-ignore lint/suspicious/noThenProperty: a word of other languages
  then: ':',
  var: '',
  let: '',
  const: '',
  switch: 'match',
  foreach: 'for',
  true: 'True',
  false: 'False',
  null: 'None',
  undefined: 'None',
  nil: 'None',
  this: 'self',
  elseif: 'elif',
  elsif: 'elif',
  catch: 'except',
  throw: 'raise',
  new: '',
  echo: 'print(...)',
  println: 'print',
  printf: 'print',
  'console.log': 'print',
};

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

/** Full-width signs, as Chinese and Japanese keyboards give them. */
export const FULL_WIDTH: Record<string, string> = {
  '（': '(',
  '）': ')',
  '，': ',',
  '：': ':',
  '；': ';',
  '。': '.',
  '！': '!',
  '？': '?',
  '【': '[',
  '】': ']',
  '｛': '{',
  '｝': '}',
  '＝': '=',
  '＋': '+',
  '－': '-',
  '＊': '*',
  '／': '/',
  '＜': '<',
  '＞': '>',
  '＂': '"',
  '、': ',',
  '　': ' ',
};

export const CURLY_QUOTES = '“”„‟‘’‚‛«»「」『』';
