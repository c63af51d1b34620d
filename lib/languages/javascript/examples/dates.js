// Dates and numbers, written as people in other places do.

const landing = new Date('1969-07-20T20:17:40Z');

// Intl knows the customs; the time zone is always said.
for (const locale of ['en-GB', 'en-US', 'de', 'fr', 'ja']) {
  const format = new Intl.DateTimeFormat(locale, {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'UTC',
  });
  console.log(locale.padEnd(6), format.format(landing));
}

// Dates subtract to milliseconds.
const DAY_MS = 24 * 60 * 60 * 1000;
const website = new Date('1991-08-06T00:00:00Z');
console.log('Full days between:', Math.floor((website - landing) / DAY_MS));

// The last day of a month is day 0 of the next one.
const daysIn = (year, month) => new Date(Date.UTC(year, month, 0)).getUTCDate();
console.log('Days in February 2028:', daysIn(2028, 2));

// "Tomorrow" and "3 weeks ago" in words.
const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });
console.log(relative.format(1, 'day'), '/', relative.format(-3, 'week'));

const price = new Intl.NumberFormat('de', { style: 'currency', currency: 'EUR' });
console.log(price.format(1234.5));

const list = new Intl.ListFormat('en');
console.log(list.format(['sun', 'moon', 'stars']));
