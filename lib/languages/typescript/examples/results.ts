// Errors as values: a function that may fail says so in its
// type, and nobody can forget to look.

type Result<T> =
  | { ok: true; value: T }
  | { ok: false; problem: string };

function good<T>(value: T): Result<T> {
  return { ok: true, value };
}
function bad(problem: string): Result<never> {
  return { ok: false, problem };
}

function parseNumber(text: string): Result<number> {
  const value = Number(text);
  if (text === '') return bad('a number is missing');
  if (Number.isNaN(value)) return bad(`${text} is no number`);
  return good(value);
}

function divide(a: number, b: number): Result<number> {
  return b === 0 ? bad('division by zero') : good(a / b);
}

// Goes on with the value, if there is one.
function then<T, R>(
  result: Result<T>,
  next: (value: T) => Result<R>,
): Result<R> {
  return result.ok ? next(result.value) : result;
}

function calculate(text: string): Result<number> {
  const parts = text.split('/').map((part) => part.trim());
  const [left = '', right = ''] = parts;
  return then(parseNumber(left), (a) =>
    then(parseNumber(right), (b) => divide(a, b)),
  );
}

for (const text of ['84 / 2', '1 / 0', '7 / two', '5 /']) {
  const result = calculate(text);
  // result.value is an error here: it may not be there.
  if (result.ok) console.log(text, '=', result.value);
  else console.log(text, '-', result.problem);
}
