// Prints the page of a month, as a calendar on the wall has
// it, and counts the days to the next birthday.

const WEEK = 'Mo Tu We Th Fr Sa Su';
const DAY_MS = 24 * 60 * 60 * 1000;

interface Day {
  year: number;
  /** From 1 to 12. Date counts months from 0. */
  month: number;
  day: number;
}

// All in UTC, so that the computer's time zone is no matter.
function toDate({ year, month, day }: Day): Date {
  return new Date(Date.UTC(year, month - 1, day));
}

function printMonth(year: number, month: number): void {
  const first = toDate({ year, month, day: 1 });
  const title = first.toLocaleDateString('en', {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
  // Day 0 of the next month is the last one of this.
  const last = toDate({ year, month: month + 1, day: 0 });
  // getUTCDay begins with Sunday, our week with Monday.
  const gap = (first.getUTCDay() + 6) % 7;

  const cells: string[] = Array(gap).fill('  ');
  for (let day = 1; day <= last.getUTCDate(); day++) {
    cells.push(String(day).padStart(2));
  }
  console.log(title.padStart(10 + title.length / 2));
  console.log(WEEK);
  for (let at = 0; at < cells.length; at += 7) {
    console.log(cells.slice(at, at + 7).join(' '));
  }
}
printMonth(2026, 11);
printMonth(2028, 2);

function daysUntil(today: Day, birthday: Omit<Day, 'year'>) {
  let next = toDate({ year: today.year, ...birthday });
  if (next < toDate(today)) {
    next = toDate({ year: today.year + 1, ...birthday });
  }
  // Dates do not subtract, their milliseconds do.
  const ms = next.getTime() - toDate(today).getTime();
  return Math.round(ms / DAY_MS);
}

const today = { year: 2026, month: 11, day: 23 };
const ada = daysUntil(today, { month: 12, day: 10 });
console.log(`\nAda's birthday is in ${ada} days.`);
