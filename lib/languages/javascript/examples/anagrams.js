// Words with the same letters in another order are anagrams.
// The trick: sort the letters, and anagrams become equal.

const words = `
  listen silent enlist harbour stone notes onset night thing
  lighthouse below elbow
`
  .trim()
  .split(/\s+/);

// The spread [...word] makes an array of a text's letters.
const sorted = (word) => [...word].sort().join('');

// A Map holds pairs; here the sorted letters and their words.
const groups = Map.groupBy(words, sorted);

for (const [letters, group] of groups) {
  if (group.length > 1) console.log(letters.padEnd(8), group.join(', '));
}

const alone = [...groups.values()].filter(({ length }) => length === 1);
console.log('Without a partner:', alone.flat().join(', '));

// A Set holds each value once, and can be compared with another.
const letters = new Set('lighthouse');
console.log('In both:', ...letters.intersection(new Set('harbour')));
