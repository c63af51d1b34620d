/** Reads what a teacher wrote as an expected value: a literal of Python or JavaScript, without running anything. */
import { VALUE_DEPTH, VALUE_NODES, type Value } from './value';

export type Notation = 'python' | 'javascript';

const WORDS: Record<Notation, Map<string, Value>> = {
  python: new Map<string, Value>([
    ['None', { t: 'none' }],
    ['True', { t: 'bool', v: true }],
    ['False', { t: 'bool', v: false }],
    ['nan', { t: 'number', v: 'nan' }],
    ['inf', { t: 'number', v: 'inf' }],
  ]),
  javascript: new Map<string, Value>([
    ['null', { t: 'none' }],
    ['undefined', { t: 'undefined' }],
    ['true', { t: 'bool', v: true }],
    ['false', { t: 'bool', v: false }],
    ['NaN', { t: 'number', v: 'nan' }],
    ['Infinity', { t: 'number', v: 'inf' }],
  ]),
};

const CALLS =
  /(?:float\(\s*(['"])(-?(?:nan|inf))\1\s*\)|set\(\s*\)|new\s+(Set|Map)\s*\(|frozenset\(|math\.(nan|inf))/y;
const NUMBER =
  /(?:0[xX][\da-fA-F_]+|0[bB][01_]+|0[oO][0-7_]+|(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:[eE][+-]?\d+)?)n?/y;
const NAME = /[A-Za-z_$][\w$]*/y;
const BLANKS: Record<Notation, RegExp> = {
  python: /(?:\s|#[^\n]*)*/y,
  javascript: /(?:\s|\/\/[^\n]*)*/y,
};
const ESCAPES: Record<string, string> = {
  n: '\n',
  t: '\t',
  r: '\r',
  b: '\b',
  f: '\f',
  v: '\v',
  a: '\u0007',
  '0': '\0',
  '\n': '',
};

class NoLiteral extends Error {}

/** Undefined where it is no literal, or too large to be one. */
export function readLiteral(source: string, notation: Notation): Value | undefined {
  const reader = new Reader(source, notation);
  try {
    const value = reader.value(0);
    return reader.isAtEnd() ? value : undefined;
  } catch (error) {
    if (error instanceof NoLiteral) return undefined;
    throw error;
  }
}

class Reader {
  #at = 0;
  #nodes = 0;

  constructor(
    readonly source: string,
    readonly notation: Notation,
  ) {}

  isAtEnd(): boolean {
    this.#match(BLANKS[this.notation]);
    return this.#at >= this.source.length;
  }

  value(depth: number): Value {
    this.#nodes += 1;
    if (depth > VALUE_DEPTH || this.#nodes > VALUE_NODES) throw new NoLiteral();
    this.#match(BLANKS[this.notation]);
    const char = this.source[this.#at] ?? '';
    if (char === '-' || char === '+') return this.#signed(depth);
    if (char === '[') return { t: 'list', v: this.#items('[', ']', depth).values };
    if (char === '(' && this.notation === 'python') return this.#round(depth);
    if (char === '{') return this.#curly(depth);
    if (/^(?:[rRuUbBfF]{0,2})["'`]/.test(this.source.slice(this.#at, this.#at + 3))) {
      return this.#text();
    }
    const call = this.#match(CALLS);
    if (call) return this.#call(call, depth);
    const number = this.#match(NUMBER);
    if (number) return this.#number(number[0]);
    const name = this.#match(NAME)?.[0] ?? '';
    const word = WORDS[this.notation].get(name);
    if (word === undefined) throw new NoLiteral();
    return word;
  }

  #signed(depth: number): Value {
    const sign = this.source[this.#at];
    this.#at += 1;
    const value = this.value(depth + 1);
    if ((value.t !== 'number' && value.t !== 'bigint') || value.v.startsWith('-')) {
      throw new NoLiteral();
    }
    if (sign === '+' || value.v === 'nan') return value;
    // A whole number of Python has no negative zero.
    if (value.v === '0' && this.notation === 'python') return value;
    return { t: value.t, v: `-${value.v}` };
  }

  #items(open: string, close: string, depth: number): { values: Value[]; hasComma: boolean } {
    this.#expect(open);
    const values: Value[] = [];
    let hasComma = false;
    while (!this.#takes(close)) {
      values.push(this.value(depth + 1));
      if (this.#takes(',')) hasComma = true;
      else {
        this.#expect(close);
        break;
      }
    }
    return { values, hasComma };
  }

  #round(depth: number): Value {
    const { values, hasComma } = this.#items('(', ')', depth);
    const [only] = values;
    return values.length === 1 && !hasComma && only ? only : { t: 'tuple', v: values };
  }

  #curly(depth: number): Value {
    this.#expect('{');
    const entries: [Value, Value][] = [];
    const members: Value[] = [];
    while (!this.#takes('}')) {
      const key = this.#key(depth);
      if (this.#takes(':')) entries.push([key, this.value(depth + 1)]);
      else if (this.notation === 'python') members.push(key);
      else throw new NoLiteral();
      if (!this.#takes(',')) {
        this.#expect('}');
        break;
      }
    }
    if (members.length > 0 && entries.length > 0) throw new NoLiteral();
    return members.length > 0 ? { t: 'set', v: members } : { t: 'dict', v: entries };
  }

  #key(depth: number): Value {
    this.#match(BLANKS[this.notation]);
    if (this.notation === 'javascript') {
      const name = this.#match(NAME);
      if (name) return { t: 'text', v: name[0] };
      const value = this.value(depth + 1);
      return value.t === 'number' ? { t: 'text', v: value.v } : value;
    }
    return this.value(depth + 1);
  }

  #call([whole, , float, kind, constant]: RegExpExecArray, depth: number): Value {
    if (float !== undefined) return { t: 'number', v: float };
    if (constant !== undefined) return { t: 'number', v: constant };
    if (whole.startsWith('set')) return { t: 'set', v: [] };
    if (this.#takes(')')) return kind === 'Map' ? { t: 'map', v: [] } : { t: 'set', v: [] };
    const inner = this.value(depth + 1);
    this.#expect(')');
    if (inner.t !== 'list' && inner.t !== 'set') throw new NoLiteral();
    if (kind !== 'Map') return { t: 'set', v: inner.v };
    return {
      t: 'map',
      v: inner.v.map((pair): [Value, Value] => {
        const [key, value] = pair.t === 'list' ? pair.v : [];
        if (!key || !value) throw new NoLiteral();
        return [key, value];
      }),
    };
  }

  #number(text: string): Value {
    const digits = text.replaceAll('_', '');
    if (digits.endsWith('n')) return { t: 'bigint', v: BigInt(digits.slice(0, -1)).toString() };
    if (/^0[xXbBoO]/.test(digits)) return { t: 'number', v: BigInt(digits).toString() };
    if (/^\d+$/.test(digits)) {
      return { t: 'number', v: digits.length > 1000 ? digits : BigInt(digits).toString() };
    }
    const number = Number(digits);
    // So that its sign can be kept.
    if (number === 0) return { t: 'number', v: '0.0' };
    return { t: 'number', v: Number.isFinite(number) ? floatText(number) : 'inf' };
  }

  #text(): Value {
    const prefix = this.#match(/[rRuUbBfF]{0,2}/y)?.[0].toLowerCase() ?? '';
    if (prefix.includes('f')) throw new NoLiteral();
    const quote = this.#match(/"""|'''|["'`]/y)?.[0] ?? '';
    let text = '';
    for (;;) {
      if (this.#at >= this.source.length) throw new NoLiteral();
      if (this.source.startsWith(quote, this.#at)) break;
      const char = this.source[this.#at] ?? '';
      if (char === '$' && quote === '`' && this.source[this.#at + 1] === '{') throw new NoLiteral();
      if (char === '\n' && (quote === '"' || quote === "'")) throw new NoLiteral();
      if (char === '\\' && !prefix.includes('r')) text += this.#escape();
      else {
        text += char;
        this.#at += 1;
        if (char === '\\') {
          text += this.source[this.#at] ?? '';
          this.#at += 1;
        }
      }
    }
    this.#at += quote.length;
    // Texts beside each other are one in Python.
    this.#match(BLANKS[this.notation]);
    if (this.notation === 'python' && /^["']/.test(this.source.slice(this.#at))) {
      const next = this.#text();
      if (next.t === 'text') text += next.v;
    }
    if (!prefix.includes('b')) return { t: 'text', v: text };
    return { t: 'bytes', v: hexOf(text) };
  }

  #escape(): string {
    const coded = this.#match(
      /\\(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|u\{([\da-fA-F]{1,6})\}|U([\da-fA-F]{8}))/y,
    );
    if (coded) {
      const code = Number.parseInt(coded.slice(1).find((one) => one !== undefined) ?? '', 16);
      if (code > 0x10ffff) throw new NoLiteral();
      return String.fromCodePoint(code);
    }
    const char = this.source[this.#at + 1] ?? '';
    this.#at += 2;
    return (
      ESCAPES[char] ?? (this.notation === 'python' && !/["'\\]/.test(char) ? `\\${char}` : char)
    );
  }

  #takes(mark: string): boolean {
    this.#match(BLANKS[this.notation]);
    if (!this.source.startsWith(mark, this.#at)) return false;
    this.#at += mark.length;
    return true;
  }

  #expect(mark: string): void {
    if (!this.#takes(mark)) throw new NoLiteral();
  }

  #match(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.source);
    if (!found) return undefined;
    this.#at = pattern.lastIndex;
    return found;
  }
}

/** As both languages write it, so that digits can be compared. */
export function floatText(number: number): string {
  if (Object.is(number, -0)) return '-0';
  return String(number).replace('+', '');
}

function hexOf(text: string): string {
  return [...text]
    .map((char) => (char.charCodeAt(0) & 0xff).toString(16).padStart(2, '0'))
    .join('');
}
