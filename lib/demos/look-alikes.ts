/** Words of an info string as a person reads them, so that one which only looks like `cases` is taken for it. */

/** Letters of other scripts that look like those of the words that matter: acdeghilnorstu. */
const ALIKE: Record<string, string> = {
  а: 'a',
  α: 'a',
  ɑ: 'a',
  ԁ: 'd',
  с: 'c',
  ϲ: 'c',
  ⅽ: 'c',
  е: 'e',
  ё: 'e',
  ҽ: 'e',
  є: 'e',
  ɡ: 'g',
  ց: 'g',
  һ: 'h',
  հ: 'h',
  і: 'i',
  ı: 'i',
  ι: 'i',
  ӏ: 'l',
  ⅼ: 'l',
  ո: 'n',
  п: 'n',
  η: 'n',
  о: 'o',
  ο: 'o',
  օ: 'o',
  σ: 'o',
  г: 'r',
  ѕ: 's',
  ꜱ: 's',
  ʂ: 's',
  т: 't',
  τ: 't',
  ս: 'u',
  υ: 'u',
  р: 'p',
  ρ: 'p',
  ᴄ: 'c',
  ᴀ: 'a',
  ᴇ: 'e',
};

/** In small Latin letters where they look so; marks, blanks that cannot be seen and odd equals signs are made plain. */
export function likely(text: string): string {
  const plain = text
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .replace(/[＝﹦꞊⁼₌᐀゠]/g, '=')
    .toLowerCase();
  return [...plain].map((char) => ALIKE[char] ?? char).join('');
}

/** Whether two words differ by no more than so many letters that are wrong, missing or too many. */
export function isNear(one: string, other: string, most: number): boolean {
  if (Math.abs(one.length - other.length) > most) return false;
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (const [i, char] of [...one].entries()) {
    const next = [i + 1];
    for (let j = 1; j <= other.length; j += 1) {
      const swap = (row[j - 1] ?? 0) + (char === other[j - 1] ? 0 : 1);
      next.push(Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return (row[other.length] ?? 0) <= most;
}
