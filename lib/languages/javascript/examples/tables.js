// From a list of records to a table: filter, group, sum, sort.

const sales = [
  { fruit: 'apples', month: 'August', kilos: 120, price: 2.1 },
  { fruit: 'pears', month: 'August', kilos: 80, price: 2.8 },
  { fruit: 'apples', month: 'September', kilos: 240, price: 1.9 },
  { fruit: 'plums', month: 'September', kilos: 65, price: 3.2 },
  { fruit: 'pears', month: 'September', kilos: 110, price: 2.6 },
];

// console.table draws arrays of objects; the second argument
// chooses the columns.
console.table(sales, ['fruit', 'month', 'kilos']);

const sum = (rows, value) => rows.reduce((total, row) => total + value(row), 0);

// groupBy makes one list for each fruit; map makes one row of it.
const summary = Object.entries(Object.groupBy(sales, ({ fruit }) => fruit))
  .map(([fruit, rows]) => ({
    fruit,
    kilos: sum(rows, ({ kilos }) => kilos),
    income: Math.round(sum(rows, ({ kilos, price }) => kilos * price)),
  }))
  // toSorted leaves the original as it was.
  .toSorted((a, b) => b.income - a.income);

console.table(summary);
console.log('Best:', summary[0].fruit);
console.log(
  'Total income:',
  sum(summary, ({ income }) => income),
);
