// A calculator that reads formulas. The text becomes a tree,
// and the type of the tree is defined by itself: recursion.

type Operator = '+' | '-' | '*' | '/';
type Formula =
  | { type: 'number'; value: number }
  | { type: 'both'; operator: Operator; parts: [Formula, Formula] };

const APPLY: Record<Operator, (a: number, b: number) => number> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
};

// What binds more tightly stands further down.
const LEVELS: Operator[][] = [
  ['+', '-'],
  ['*', '/'],
];

function parse(text: string): Formula {
  const tokens = text.match(/\d+(\.\d+)?|\S/g) ?? [];

  function level(depth: number): Formula {
    const operators = LEVELS[depth];
    if (!operators) return single();
    let left = level(depth + 1);
    for (;;) {
      const operator = operators.find((sign) => sign === tokens[0]);
      if (!operator) return left;
      tokens.shift();
      const parts: [Formula, Formula] = [left, level(depth + 1)];
      left = { type: 'both', operator, parts };
    }
  }

  function single(): Formula {
    const token = tokens.shift();
    if (token === '(') {
      const inner = level(0);
      if (tokens.shift() !== ')') throw new SyntaxError('no )');
      return inner;
    }
    const value = Number(token);
    if (Number.isNaN(value)) throw new SyntaxError('no number');
    return { type: 'number', value };
  }

  const formula = level(0);
  if (tokens.length > 0) throw new SyntaxError(`${tokens[0]}?`);
  return formula;
}

function evaluate(formula: Formula): number {
  if (formula.type === 'number') return formula.value;
  const [a, b] = formula.parts;
  return APPLY[formula.operator](evaluate(a), evaluate(b));
}

function show(formula: Formula): string {
  if (formula.type === 'number') return String(formula.value);
  const [a, b] = formula.parts.map(show);
  return `(${a} ${formula.operator} ${b})`;
}

for (const text of ['1 + 2 * 3', '(1 + 2) * 3', '2 - 3 - 4']) {
  const formula = parse(text);
  console.log(`${show(formula)} = ${evaluate(formula)}`);
}

for (const text of ['2 * (3 + 4', '5 +', '6 7']) {
  try {
    parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) {
      console.log(`${text}: ${error.message}`);
    }
  }
}
