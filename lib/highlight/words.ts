/** The words that the editor shows as keywords: Monaco's own lists, so that nothing changes colour when it arrives. */
const wordSet = (words: string) => new Set(words.split(' '));

export const PYTHON_WORDS = wordSet(
  'False None True _ and as assert async await break case class continue def del elif else except exec finally ' +
    'for from global if import in is lambda match nonlocal not or pass print raise return try type while with ' +
    'yield int float long complex hex abs all any apply basestring bin bool buffer bytearray callable chr ' +
    'classmethod cmp coerce compile delattr dict dir divmod enumerate eval execfile file filter format frozenset ' +
    'getattr globals hasattr hash help id input intern isinstance issubclass iter len locals list map max ' +
    'memoryview min next object oct open ord pow property reversed range raw_input reduce reload repr round self ' +
    'set setattr slice sorted staticmethod str sum super tuple unichr unicode vars xrange zip __dict__ __methods__ ' +
    '__members__ __class__ __bases__ __name__ __mro__ __subclasses__ __init__ __import__',
);

const JAVASCRIPT =
  'break case catch class continue const constructor debugger default delete do else export extends false finally ' +
  'for from function get if import in instanceof let new null return set static super switch symbol this throw ' +
  'true try typeof undefined var void while with yield async await of';

export const JAVASCRIPT_WORDS = wordSet(JAVASCRIPT);

export const TYPESCRIPT_WORDS = wordSet(
  `${JAVASCRIPT} abstract any as asserts bigint boolean declare enum implements infer interface is keyof module ` +
    'namespace never number object out package private protected public override readonly require global satisfies ' +
    'string type unique unknown',
);

export const JSON_WORDS = wordSet('true false null');
