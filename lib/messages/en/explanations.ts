/**
 * What errors mean, in plain sentences; loaded when there is one. What stands in backquotes is shown as code.
 * `says` tells what is wrong, `term` what to look up.
 */
export const explanations = {
  heading: 'In plain words',
  atLine: 'line {line}',
  lookUp: 'To look up: {term}',
  kinds: {
    unknownName: {
      says: '`{name}` is not known here: nothing has this name yet.',
      term: 'names and variables',
    },
    localBeforeValue: {
      says: 'The function gives `{name}` a value, so `{name}` belongs to the function, and here it has no value yet.',
      term: 'local and global variables',
    },
    beforeDeclared: {
      says: '`{name}` is used before the line that declares it.',
      term: 'temporal dead zone',
    },
    addToText: {
      says: 'You add text and {other}: `+` joins text only with text.',
      term: 'converting types',
    },
    cannotCalculate: {
      says: '`{operator}` does not work with {left} and {right}.',
      term: 'operators and types',
    },
    cannotNegate: { says: '`{operator}` does not work with {type}.', term: 'operators and types' },
    cannotCompare: {
      says: '`{operator}` cannot compare {left} with {right}.',
      term: 'comparing values',
    },
    notCallable: {
      says: 'Here `( )` follows {type}, as if that were a function.',
      term: 'calling functions',
    },
    notSubscriptable: {
      says: 'Here `[ ]` follows {type}, which has no elements to pick.',
      term: 'indexing',
    },
    missingArguments: {
      says: '`{function}` is called without something it needs: {names}.',
      term: 'parameters and arguments',
    },
    tooManyArguments: {
      says: '`{function}` is given more than it takes: {given} instead of {expected}.',
      term: 'parameters and arguments',
    },
    unknownArgument: {
      says: '`{function}` has no parameter called `{name}`.',
      term: 'keyword arguments',
    },
    notIterable: {
      says: 'You go through the elements of {type}, but that has none.',
      term: 'iterables and loops',
    },
    cannotUnpack: {
      says: 'There are several names on the left, but only {type} to share among them.',
      term: 'unpacking',
    },
    tooFewValues: {
      says: 'On the left are {expected} names, but there are fewer values: {given}.',
      term: 'unpacking',
    },
    tooManyValues: {
      says: 'There are more values than the {expected} names on the left.',
      term: 'unpacking',
    },
    wrongIndexType: {
      says: 'The elements of {container} are counted: the index must be a whole number, not {type}.',
      term: 'indexing',
    },
    immutable: {
      says: 'A part of {type} cannot be changed once it is made.',
      term: 'mutable and immutable',
    },
    unhashable: {
      says: '{type} can change, so it cannot be a key of a dictionary or an element of a set.',
      term: 'hashable values',
    },
    indexOutOfRange: {
      says: 'There is no element at this place: there are fewer of them.',
      term: 'indexing',
    },
    emptyPop: { says: 'The list is empty: there is nothing to take out.', term: 'lists' },
    unknownKey: { says: 'The dictionary has no key `{key}`.', term: 'dictionaries' },
    unknownAttribute: {
      says: '`.{name}` is not something that {type} has.',
      term: 'attributes and methods',
    },
    noneAttribute: {
      says: 'What stands before `.{name}` is `None`: there is no value.',
      term: 'None',
    },
    unknownInModule: {
      says: 'The module `{module}` has nothing called `{name}`.',
      term: 'modules',
    },
    noNetwork: {
      says: 'A program here has no network: it can reach no address.',
      term: 'network',
    },
    unknownModule: {
      says: 'There is no module called `{module}` here.',
      term: 'import and modules',
    },
    notANumber: {
      says: '`{text}` cannot be read as {type}.',
      term: 'converting types',
    },
    emptyNumber: {
      says: 'The text is empty, so it cannot be read as {type}.',
      term: 'converting types',
    },
    cannotConvert: {
      says: '`{function}()` cannot make a number from {type}.',
      term: 'converting types',
    },
    needsWholeNumber: {
      says: 'A whole number is needed here, not {type}.',
      term: 'types of numbers',
    },
    divisionByZero: { says: 'You divide by zero, which has no result.', term: 'division' },
    notInList: { says: 'The value you look for is not in the list.', term: 'searching in lists' },
    textNotFound: {
      says: 'The text you look for is not in the other text.',
      term: 'searching in text',
    },
    noLength: { says: '`len()` counts elements or letters, but {type} has none.', term: 'len' },
    joinNeedsText: {
      says: '`join` puts texts together, but element {index} is {type}.',
      term: 'joining text',
    },
    emptySequence: {
      says: '`{function}()` has nothing to choose from: it was given no elements.',
      term: 'empty lists',
    },
    assertionFailed: {
      says: 'An `assert` found that what it checks is not true.',
      term: 'assertions',
    },
    noInput: { says: 'The program asks for input, but there is no more.', term: 'input' },
    fileNotFound: { says: 'There is no file called `{file}`.', term: 'files and paths' },
    endlessRecursion: {
      says: 'A function calls itself again and again, and never comes to an end.',
      term: 'recursion and base case',
    },
    raiseNeedsException: {
      says: '`raise` needs an exception, such as `ValueError("...")`.',
      term: 'exceptions',
    },
    needsNumbers: {
      says: 'One calculates with numbers, and something here is none, such as a text.',
      term: 'types',
    },
    conditionMissing: {
      says: 'The condition is neither `TRUE` nor `FALSE`: a value is missing, `NA` or `NULL`.',
      term: 'missing values',
    },
    missingSemicolon: {
      says: 'A statement ends with `;`, which is missing here.',
      term: 'statements',
    },
    wrongType: {
      says: 'A value of the type `{to}` belongs here, and this one is of the type `{from}`.',
      term: 'types',
    },
    losesValue: {
      says: 'A `{from}` may hold more than a `{to}` can, so it does not fit into one.',
      term: 'types of numbers',
    },
    missingReturn: {
      says: 'The method promises to give a value, but it can come to its end without `return`.',
      term: 'methods and return',
    },
    jsonBroken: { says: 'This text is not valid JSON.', term: 'JSON' },
    jsonEmpty: { says: 'The JSON text ends too early, or it is empty.', term: 'JSON' },

    missingIndent: {
      says: 'What belongs to {statement} must begin further to the right than line {opened}.',
      term: 'indentation and blocks',
    },
    unexpectedIndent: {
      says: 'This line begins further to the right than the one above, and nothing asks for that.',
      term: 'indentation and blocks',
    },
    unevenIndent: {
      says: 'The beginning of this line is at a place where none of the lines above it begins.',
      term: 'indentation and blocks',
    },
    tabsAndSpaces: {
      says: 'Some lines are indented with tabs, others with spaces.',
      term: 'tabs and spaces',
    },
    missingColon: {
      says: 'A line that begins with `{word}` ends with `:`, which is missing here.',
      term: 'blocks',
    },
    elseIf: { says: 'Python writes `else if` as one word.', term: 'elif' },
    neverClosed: {
      says: 'There is no `{closer}` for the `{opener}` in line {opened}.',
      term: 'pairs of brackets',
    },
    unmatched: {
      says: 'There is no `{opener}` for the `{closer}` in line {closed}.',
      term: 'pairs of brackets',
    },
    wrongCloser: {
      says: 'The `{opener}` of line {opened} is closed by `{closer}`, which belongs to another bracket.',
      term: 'pairs of brackets',
    },
    openText: {
      says: 'The text that begins with `{quotes}` in line {opened} has no end: its closing `{quotes}` is missing.',
      term: 'text in quotes',
    },
    apostropheInText: {
      says: 'The text ends at the apostrophe in it, as that looks like its closing quote.',
      term: 'text in quotes',
    },
    openPlaceholder: {
      says: 'A `{` in a text with `f` before it has no `}`.',
      term: 'f-strings',
    },
    emptyPlaceholder: {
      says: 'There is nothing between `{` and `}` in a text with `f` before it.',
      term: 'f-strings',
    },
    assignInCondition: {
      says: '`=` gives a name a value; to compare, write `==`.',
      term: 'assignment and comparison',
    },
    cannotAssign: {
      says: 'What stands left of `=` cannot get a value: a name belongs there.',
      term: 'assignment',
    },
    printNeedsBrackets: {
      says: '`{function}` is a function: what you give it belongs in brackets.',
      term: 'calling functions',
    },
    missingComma: {
      says: 'Between two values something is missing, probably a comma.',
      term: 'lists of values',
    },
    returnOutside: {
      says: '`{word}` works only inside of a function, and this line is in none.',
      term: 'functions and return',
    },
    loopWordOutside: {
      says: '`{word}` works only inside of a loop, and this line is in none.',
      term: 'loops',
    },
    awaitOutside: {
      says: '`await` works only in a function that begins with `async`.',
      term: 'async functions',
    },
    misspeltWord: { says: '`{written}` is not a word of the language.', term: 'keywords' },
    otherSpelling: {
      says: '`{written}` is from another language; here one writes `{instead}`.',
      term: 'keywords and operators',
    },
    noSuchWord: {
      says: '`{written}` is from another language; here one leaves it out.',
      term: 'variables',
    },
    reservedWord: {
      says: '`{word}` is a word of the language itself, so it cannot be a name.',
      term: 'reserved words',
    },
    strayElse: { says: 'There is no `if` that this `{word}` belongs to.', term: 'if and else' },
    missingExcept: {
      says: 'After `try` comes a part that says what to do when it fails, and there is none.',
      term: 'handling exceptions',
    },
    unfinished: {
      says: 'The program or the line ends in the middle of something: after `{after}` more must come.',
      term: 'expressions',
    },
    curlyQuotes: {
      says: '`{sign}` is a quote from a text editor. Programs need plain quotes.',
      term: 'text in quotes',
    },
    fullWidth: {
      says: '`{sign}` is a full-width sign. Programs need the half-width `{instead}`.',
      term: 'full-width and half-width',
    },
    wrongSign: { says: '`{sign}` is a sign that the language does not know.', term: 'syntax' },
    digitFirst: { says: 'A name cannot begin with a digit.', term: 'names' },
    leadingZeros: {
      says: 'A number cannot begin with `0` and go on with other digits.',
      term: 'numbers',
    },
    defaultBeforeOther: {
      says: 'A parameter without a default value follows one that has one.',
      term: 'default values',
    },
    positionalAfterKeyword: {
      says: 'A value without a name follows one that has its name written before it.',
      term: 'keyword arguments',
    },
    notUnderstood: {
      says: 'The language does not understand this line from `{near}` on.',
      term: 'syntax',
    },

    notAFunction: { says: '`{name}` is not a function.', term: 'functions and methods' },
    propertyOfNothing: {
      says: '`{before}` is `{nothing}`: it has no value, so it has no `{property}` either.',
      term: 'undefined and null',
    },
    propertyOfSomething: {
      says: 'You ask for `{property}` of something that is `{nothing}`: it has no value.',
      term: 'undefined and null',
    },
    setOfNothing: {
      says: 'You set `{property}` of something that is `{nothing}`: it has no value.',
      term: 'undefined and null',
    },
    destructureNothing: {
      says: 'You take `{property}` out of something that is `{nothing}`: it has no value.',
      term: 'destructuring',
    },
    constAssigned: {
      says: '`{name}` was made with `const`, so it cannot get another value.',
      term: 'const and let',
    },
    someConstAssigned: {
      says: 'What was made with `const` cannot get another value.',
      term: 'const and let',
    },
    notIterableValue: {
      says: 'You go through the elements of `{name}`, but that has none.',
      term: 'iterables and loops',
    },
    classWithoutNew: {
      says: '`{name}` is a class: objects of it are made with `new`.',
      term: 'classes and new',
    },
    notAConstructor: {
      says: '`{name}` is not a class, so `new` cannot make an object of it.',
      term: 'classes and new',
    },
    extendsNothing: {
      says: 'A class can extend only a class, and `{name}` is none.',
      term: 'inheritance',
    },
    superFirst: {
      says: 'The constructor of a class that extends another must call `super()` first.',
      term: 'inheritance and super',
    },
    invalidLength: {
      says: 'The length of an array must be a whole number that is not negative.',
      term: 'arrays',
    },
    invalidCount: { says: 'A text cannot be repeated {count} times.', term: 'repeat' },
    invalidDigits: {
      says: '`{function}` takes a number between {least} and {most}.',
      term: 'formatting numbers',
    },
    invalidDate: { says: 'This is not a date that can be read.', term: 'Date' },
    bigIntMixed: {
      says: 'A whole number with `n` and one without cannot be calculated together.',
      term: 'BigInt',
    },
    bigIntInJson: { says: 'JSON has no form for numbers with `n`.', term: 'BigInt and JSON' },
    circular: {
      says: 'The object contains itself, so it has no end as JSON.',
      term: 'circular references',
    },
    nothingToObject: {
      says: 'A function such as `Object.keys` needs an object, but it was given `undefined` or `null`.',
      term: 'undefined and null',
    },
    emptyReduce: {
      says: '`reduce` has nothing to begin with: the array is empty.',
      term: 'reduce',
    },
    needsFunction: { says: 'A function is needed here, and there is none.', term: 'callbacks' },
    thrownValue: {
      says: 'The program threw {value}, and nothing caught it.',
      term: 'throw and catch',
    },
    rejected: {
      says: 'A promise failed, and nothing took care of that.',
      term: 'promises and catch',
    },
    frozen: {
      says: 'The object is frozen: it can neither be changed nor extended.',
      term: 'Object.freeze',
    },
    alreadyDeclared: {
      says: 'There is a `{name}` already, and a name can be declared only once.',
      term: 'declarations',
    },
    constWithoutValue: {
      says: 'A `const` gets its value where it is declared, and here there is none.',
      term: 'const and let',
    },
    bracketsAfterWord: {
      says: 'After `{word}` comes a pair of round brackets.',
      term: 'conditions and loops',
    },
    forNeedsThree: {
      says: 'Between the brackets of this `for` there are three parts with two `;` between them.',
      term: 'for loops',
    },
    missingOperator: {
      says: 'Something is missing before `{near}`: a comma, an operator or a bracket.',
      term: 'expressions',
    },
    functionNeedsName: {
      says: 'A function that stands for itself needs a name.',
      term: 'declaring functions',
    },
    openRegex: {
      says: 'A regular expression begins with `/`, and its closing `/` is missing.',
      term: 'regular expressions',
    },
    importUnfinished: {
      says: 'This `import` is not complete: it needs to say from where.',
      term: 'import and modules',
    },
    notAnObject: {
      says: '`{operator}` needs an object on its right, and there is none.',
      term: 'operators',
    },

    typeNotValue: {
      says: '`{name}` is a type. Types are gone when the program runs, so they cannot be used as values.',
      term: 'types and values',
    },
    missingType: { says: 'After `:` the type is missing.', term: 'type annotations' },
    typeNeedsColon: {
      says: 'A type is written after the name and a `:`.',
      term: 'type annotations',
    },
    valueExpected: { says: 'A value is expected here, but there is none.', term: 'expressions' },
    expectedInstead: {
      says: '`{expected}` is expected here, but there is `{got}`.',
      term: 'syntax',
    },
    expectedAtEnd: {
      says: '`{expected}` is expected, but the program ends before it.',
      term: 'syntax',
    },
    optionalWithDefault: {
      says: 'A parameter with a default value may be left out already: `?` is too much.',
      term: 'optional parameters',
    },
    modifierOutside: {
      says: '`{word}` has a meaning only inside of a class.',
      term: 'class members',
    },
    noDecorators: { says: 'Decorators (`@`) cannot be used here.', term: 'decorators' },
    oldModule: {
      says: '`module` for a part of a program is now called `namespace`.',
      term: 'namespaces',
    },
  },
  hints: {
    didYouMean: 'Did you mean `{suggestion}`?',
    useInstead: 'Use `{suggestion}` instead.',
    write: 'Write `{fixed}`.',
    textNeedsQuotes: 'If it is meant as text, put it in quotes: `"{name}"`.',
    definedLater: 'It gets its value only in line {defined}.',
    importFirst: 'Write `import {module}` at the top of the program.',
    onlyInside: 'It exists only inside of `{function}`, where it is made.',
    globalName:
      'To use the one outside of the function, write `global {name}` at the top of the function.',
    webPageOnly: '`{name}` belongs to web pages; this program runs without one.',
    strAround: 'Make text of it with `str(...)`, or use an f-string: `f"... {example}"`.',
    numberFromText:
      'To calculate with text, make a number of it first: `int(...)` or `float(...)`.',
    castTo: 'To cut it off, write `({to})` before it.',
    asNumeric: 'Make a number of it: `as.numeric(...)`.',
    isMissing: 'Ask first whether it is there: `is.na(...)`, `length(...) > 0`.',
    elseAfterBrace:
      'At the beginning of a line R takes the `if` before for finished: put `else` in the line of its `}`.',
    inputIsText: 'What `input()` gives is always text.',
    noneFromFunction: 'A function without `return` gives `None`.',
    undefinedFromFunction: 'A function without `return` gives `undefined`.',
    ownName: 'You have given the name `{name}` to something else; choose another name for that.',
    indexInstead: 'To pick an element, use square brackets: `{name}[...]`.',
    multiply: 'To multiply, write `*`.',
    callInstead: 'To call the function, use round brackets: `{name}(...)`.',
    selfCounts:
      'The object itself counts as the first one: begin the parameters of the method with `self`.',
    rangeFor: 'To repeat something, go through `range(...)`.',
    intAround: 'Make a whole number of it: `int(...)`.',
    newText: 'Make a new text instead, for instance with `replace`.',
    useList: 'Use a list, in `[ ]`, for what changes.',
    useTuple: 'Use a tuple, in `( )`, instead.',
    countFromZero: 'Counting begins at 0, so the last element is at the length minus 1.',
    useGet: '`.get(...)` gives `None` where there is no such key.',
    checkZero: 'Check with `if` that the divisor is not 0.',
    floatFirst: 'A decimal number is read with `float(...)`.',
    pointNotComma: 'Write decimals with a point, not with a comma.',
    installedOnly: 'Only what is installed on this server can be imported.',
    indentBy: 'Put four spaces in front of it.',
    passForNothing: 'If nothing is to be done there, write `pass`.',
    useSpaces: 'Use four spaces everywhere.',
    lookBefore: 'The mistake is often just before that, or in the line above.',
    otherQuotes: 'Put the text in double quotes: `"..."`.',
    compareTwo: 'To compare, write `==`.',
    compareThree: 'To compare, write `===`.',
    plainQuotes: 'Use `"` or `\'`.',
    needsBaseCase: 'It needs a case in which it returns without calling itself.',
    filesAreIn: 'Files are looked for in `/workspace`.',
    withoutBrackets: '`{name}` is a value, not a function: leave out the brackets.',
    hasNoSuch: 'What stands before the dot has no `{name}`.',
    checkSpelling: 'Is the name spelt right, and did it get a value before this line?',
    optionalChaining:
      'Where it may be missing, `?.` instead of `.` gives `undefined` without an error.',
    useLet: 'If it shall change, make it with `let`.',
    useEntries: 'To go through an object, use `Object.entries(...)`.',
    countingLoop: 'To count, write `for (let i = 0; i < n; i++)`.',
    sameBigInt: 'Make both the same, with `BigInt(...)` or `Number(...)`.',
    startValue: 'Give it a second argument to begin with, such as `0`.',
    throwError: 'Throw an error that has a message: `throw new Error("...")`.',
    addCatch: 'Add `.catch(...)`, or use `await` inside of `try`.',
    leaveOutDeclaration:
      'It is declared in line {declared}. To give it a new value, leave out `{word}` here.',
    declaredBefore: 'Choose another name.',
    doubleQuotes: 'JSON has names and texts in double quotes.',
    noLastComma: 'JSON has no comma after the last element.',
    notATextAtAll: 'What was given to it is not text, but an object or nothing.',
    makeAsync: 'Write `async` before the function.',
    braceForColon: 'The block goes in `{ }`, without `:`.',
  },
  /** Types of values, as a part of a sentence. */
  types: {
    str: 'text',
    int: 'a whole number',
    float: 'a decimal number',
    bool: 'a truth value (`True` or `False`)',
    list: 'a list',
    tuple: 'a tuple',
    dict: 'a dictionary',
    set: 'a set',
    NoneType: '`None`',
    function: 'a function',
    module: 'a module',
    else: 'a value of type `{type}`',
  },
  /** What begins a block in Python, as a part of a sentence. */
  statements: {
    statement: '`{word}`',
    function: 'the function',
    class: 'the class',
  },
};
