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
