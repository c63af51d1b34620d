// Groups and sums up records in general: the compiler knows
// which columns there are, and which of them hold numbers.

// The names of T behind which there are numbers.
type NumbersOf<T> = {
  [K in keyof T]: T[K] extends number ? K : never;
}[keyof T];

function sumBy<T>(
  rows: readonly T[],
  group: keyof T,
  ...columns: NumbersOf<T>[]
) {
  const groups = Map.groupBy(rows, (row) => String(row[group]));
  return [...groups].map(([name, members]) => ({
    [group]: name,
    rows: members.length,
    ...Object.fromEntries(
      columns.map((column) => [
        column,
        members.reduce((sum, row) => sum + Number(row[column]), 0),
      ]),
    ),
  }));
}

interface Catch {
  boat: string;
  fish: 'cod' | 'herring' | 'salmon';
  kilos: number;
  income: number;
}

const catches: Catch[] = [
  { boat: 'Anna', fish: 'cod', kilos: 120, income: 480 },
  { boat: 'Berta', fish: 'herring', kilos: 900, income: 720 },
  { boat: 'Anna', fish: 'herring', kilos: 400, income: 320 },
  { boat: 'Clara', fish: 'salmon', kilos: 60, income: 540 },
  { boat: 'Berta', fish: 'cod', kilos: 200, income: 800 },
];

// In the console: lines and letters.
console.log(sumBy(catches, 'fish', 'kilos'));

// A table that can be sorted by a click on a column.
console.table(sumBy(catches, 'boat', 'kilos', 'income'));

// These would be errors:
// sumBy(catches, 'colour', 'kilos');
// sumBy(catches, 'fish', 'boat');
